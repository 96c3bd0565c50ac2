import type { ReactNode } from 'react'
import type { ChartData, ChartKind, Draw, ShownNumber } from '#server/charts/index.ts'
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

/** All that draws a kind and makes it answer to a pointer, fetched when a chart of the kind is first shown. */
const plotOf = (fetchDraw: () => Promise<Draw>) =>
  arriving<ChartProps>(
    async () => {
      const [{ Plot }, draw] = await Promise.all([import('./chart/plot.tsx'), fetchDraw()])
      return (props) => <Plot {...props} draw={draw} />
    },
    (props) => <AwaitedPlot {...props} />,
  )

const plots = new Map(Object.entries(fetchDrawing).map(([id, fetchDraw]) => [id, plotOf(fetchDraw)]))

/**
 * The picture of a chart, as wide as its container. Title, subtitle, foot, table and sentence are
 * `kind.describe(data)`, for the page to set around it.
 * Once drawn the element carries `data-ready` beside `data-kind`.
 */
export function Chart(props: ChartProps): ReactNode {
  const { id } = props.kind
  const Plot = plots.get(id)
  return Plot && <Plot key={id} {...props} />
}
