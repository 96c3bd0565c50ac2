import type { ReactNode } from 'react'
import type { ChartData, ChartKind, ChartKindId, ShownNumber } from '#server/charts/index.ts'
import { fetchDrawing } from '#web/chart-drawings/fetch-drawing.ts'
import { arriving } from './arriving.tsx'
import { AwaitedPlot } from './chart/awaited-plot.tsx'
import './chart/chart.css'

export interface ChartProps {
  readonly kind: ChartKind
  /** Keep its identity between renders (useMemo): a new object is a new picture. */
  readonly data: ChartData
  /** In pixels; left out, the kind takes what suits its width and data. */
  readonly height?: number
  /** A region was clicked, tapped, or chosen with Enter. */
  readonly onSelectRegion?: (code: string) => void
  /** The reader wants to see every statement of a number. */
  readonly onShowOthers?: (shown: ShownNumber) => void
  /** The address of a source: given, a clicked mark links to where its number stands. */
  readonly hrefOfSource?: (id: string) => string
  readonly className?: string
}

const plain = async () => (await import('./chart/plain-drawing.tsx')).PlainDrawing
const shapes = async () => (await import('./chart/shape-drawing.tsx')).ShapeDrawing

/** The ECharts that draws a kind. */
const engines = {
  trend: plain,
  yearly: plain,
  columns: plain,
  ranking: plain,
  tiles: shapes,
  slope: plain,
  heatmap: shapes,
  multiples: shapes,
  coverage: shapes,
} satisfies Record<ChartKindId, unknown>

/** All that draws a kind and makes it answer to a pointer, fetched when a chart of the kind is first shown. */
const plotOf = (id: ChartKindId, engine: typeof plain | typeof shapes) =>
  arriving<ChartProps>(
    async () => {
      const [Drawing, draw] = await Promise.all([engine(), fetchDrawing(id)])
      return (props) => <Drawing {...props} draw={draw} />
    },
    (props) => <AwaitedPlot {...props} />,
  )

const ids = Object.keys(engines) as ChartKindId[]
const plots = new Map(ids.map((id) => [id, plotOf(id, engines[id])]))
/** Bands are shapes of our own. */
const plotsWithBands = new Map(ids.map((id) => [id, plotOf(id, shapes)]))

/**
 * The picture of a chart, as wide as its container. Title, subtitle, foot, table and sentence are
 * `kind.describe(data)`, for the page to set around it.
 * Once drawn the element carries `data-ready` beside `data-kind`.
 */
export function Chart(props: ChartProps): ReactNode {
  const { kind, data } = props
  const Plot = (hasBands(data) ? plotsWithBands : plots).get(kind.id)
  return Plot && <Plot key={`${kind.id}${hasBands(data)}`} {...props} />
}

const hasBands = ({ series }: ChartData) =>
  series.some(({ points }) => points.some(({ derived }) => derived !== null))
