import { useEffect, useRef, useState } from 'react'
import { arriving } from './arriving.tsx'
import type { ChartProps } from './chart.tsx'
import { Skeleton } from './skeleton.tsx'

const Chart = arriving(
  async () => (await import('./chart.tsx')).Chart,
  ({ height }: ChartProps) => <Skeleton height={height} />,
)

/** A chart whose code is fetched only when it comes near the screen. */
export function LazyChart(props: ChartProps & { readonly height: number }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      {
        rootMargin: '200px',
      },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return (
    <div ref={place} className="lazy-chart" style={{ minHeight: props.height }}>
      {isNear && <Chart {...props} />}
    </div>
  )
}
