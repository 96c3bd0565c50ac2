import { useEffect, useRef, useState } from 'react'
import { type ChartKindId, compareKinds, trendKinds } from '#server/charts/index.ts'
import { fetchKind } from '#web/chart-kinds/fetch-kind.ts'
import { arriving } from './arriving.tsx'
import type { ChartProps } from './chart.tsx'
import { Skeleton } from './skeleton.tsx'

type OwnProps = Omit<ChartProps, 'kind'>

const chartOf = (id: ChartKindId) =>
  arriving(
    async () => {
      const [{ Chart }, kind] = await Promise.all([import('./chart.tsx'), fetchKind(id)])
      return (props: OwnProps) => <Chart {...props} kind={kind} />
    },
    ({ height }) => <Skeleton height={height} />,
  )

const charts = new Map([...trendKinds, ...compareKinds].map((id: ChartKindId) => [id, chartOf(id)] as const))

interface LazyChartProps extends OwnProps {
  readonly kind: ChartKindId
  readonly height: number
}

/** A chart whose code is fetched only when it comes near the screen. */
export function LazyChart({ kind, ...props }: LazyChartProps) {
  const Chart = charts.get(kind)
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
      {isNear && Chart && <Chart {...props} />}
    </div>
  )
}
