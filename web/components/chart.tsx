import { type ReactNode, useMemo } from 'react'
import type { ChartData, ChartKind, ChartKindId, ShownNumber } from '#server/charts/index.ts'
import { firstPicture } from '#web/first-picture.ts'
import { arriving } from './arriving.tsx'
import { ChartTip } from './chart/chart-tip.tsx'
import { usePointing } from './chart/use-pointing.ts'
import { useThemeName } from './chart/use-theme-name.ts'
import { useWidth } from './chart/use-width.ts'
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

const PlainDrawing = arriving(async () => (await import('./chart/plain-drawing.tsx')).PlainDrawing)
const ShapeDrawing = arriving(async () => (await import('./chart/shape-drawing.tsx')).ShapeDrawing)

/** Loaded only when a chart of the kind is shown. */
const drawings = {
  trend: PlainDrawing,
  yearly: PlainDrawing,
  columns: PlainDrawing,
  ranking: PlainDrawing,
  tiles: ShapeDrawing,
  slope: PlainDrawing,
  heatmap: ShapeDrawing,
  multiples: ShapeDrawing,
  coverage: ShapeDrawing,
} satisfies Record<ChartKindId, unknown>

const words = {
  zh: { role: '图表', link: '查看来源' },
  en: { role: 'chart', link: 'See the source' },
}

/**
 * The picture of a chart, as wide as its container. Title, subtitle, foot, table and sentence are
 * `kind.describe(data)`, for the page to set around it.
 * Once drawn the element carries `data-ready` beside `data-kind`.
 */
export function Chart(props: ChartProps): ReactNode {
  return <Plot key={`${props.kind.id}${hasBands(props.data)}`} {...props} />
}

/** Bands are shapes of our own. */
const hasBands = ({ series }: ChartData) =>
  series.some(({ points }) => points.some(({ derived }) => derived !== null))

function Plot({
  kind,
  data,
  height,
  onSelectRegion,
  onShowOthers,
  hrefOfSource,
  className = '',
}: ChartProps) {
  const [ref, width] = useWidth()
  const theme = useThemeName()
  const picture = useMemo(
    () => kind.draw(data, { width: width || 640, height, theme }),
    [kind, data, width, height, theme],
  )
  const sentence = useMemo(() => kind.describe(data).sentence, [kind, data])
  const { pointed, isPinned, isDrawn, onDrawn, handlers } = usePointing(picture, onSelectRegion)
  const { role, link } = words[data.language]
  const Drawing = hasBands(data) ? ShapeDrawing : drawings[kind.id]
  const drawnBefore = useMemo(
    () => (width > 0 ? firstPicture({ kind: kind.id, width, theme, language: data.language }) : undefined),
    [kind, width, theme, data.language],
  )
  const common = {
    ref,
    className: `plot ${onSelectRegion ? 'plot-pressable' : ''} ${className}`,
    style: { height: picture.height },
    'data-kind': kind.id,
    'data-ready': isDrawn || undefined,
  }
  const drawing = (
    <div className="plot-drawing" aria-hidden="true">
      {!isDrawn && drawnBefore && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: it stood in the HTML of this page already
        <div className="plot-before" dangerouslySetInnerHTML={{ __html: drawnBefore }} />
      )}
      {width > 0 && (
        <Drawing option={picture.option} width={width} height={picture.height} onDrawn={onDrawn} />
      )}
    </div>
  )
  if (picture.lanes.length === 0) {
    return (
      <div {...common} role="img" aria-label={sentence}>
        {drawing}
      </div>
    )
  }
  return (
    <div
      {...common}
      {...handlers}
      role="application"
      aria-roledescription={role}
      aria-label={sentence}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move within an application
      tabIndex={0}
    >
      {drawing}
      {pointed && (
        <ChartTip
          mark={pointed.mark}
          at={pointed.at}
          width={width}
          link={link}
          hrefOfSource={isPinned ? hrefOfSource : undefined}
          onShowOthers={isPinned ? onShowOthers : undefined}
        />
      )}
      <p className="plot-live" aria-live="polite">
        {pointed?.isByKey ? pointed.mark.text : ''}
      </p>
    </div>
  )
}
