import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { ChartProps } from './chart.tsx'
import { Skeleton } from './skeleton.tsx'

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))

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
      {isNear && (
        <Suspense fallback={<Skeleton height={props.height} />}>
          <Chart {...props} />
        </Suspense>
      )}
    </div>
  )
}
