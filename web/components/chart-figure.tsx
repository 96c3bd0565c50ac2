import { useState } from 'react'
import type { ChartData, ChartKind, ShownNumber } from '#server/charts/index.ts'
import { inLanguageOfAddress } from '#web/language-of-address.ts'
import { Chart } from './chart.tsx'
import { ChartActions } from './chart-actions.tsx'
import { StatementsDialog } from './late-dialogs.tsx'

interface ChartFigureProps {
  readonly kind: ChartKind
  /** Keep its identity between renders. */
  readonly data: ChartData
  /** The question whose numbers are the chart's, as files take it. */
  readonly file: string
  /** Address of the page that shows this chart. */
  readonly page: string
  /** Query of `/embed` that shows this chart. */
  readonly embed: string
  readonly heading?: 'h2' | 'h3'
  readonly height?: number
  /** Older numbers are shown while new ones are under way. */
  readonly isStale?: boolean
  readonly onSelectRegion?: (code: string) => void
}

/** A chart with all that belongs to it: title, subtitle, picture, foot, and the actions in their fixed order. */
export function ChartFigure(props: ChartFigureProps) {
  const { kind, data, file, page, embed, heading: Heading = 'h2', isStale = false } = props
  const [stated, setStated] = useState<ShownNumber>()
  const { title, subtitle, foot } = kind.describe(data)
  return (
    <figure className="chart-figure" data-stale={isStale} aria-busy={isStale}>
      <figcaption>
        <Heading>{title}</Heading>
        <p className="chart-subtitle">{subtitle}</p>
      </figcaption>
      <Chart
        kind={kind}
        data={data}
        hrefOfSource={hrefOfSource}
        onShowOthers={setStated}
        {...(props.height !== undefined && { height: props.height })}
        {...(props.onSelectRegion && { onSelectRegion: props.onSelectRegion })}
      />
      <ChartFoot lines={foot} />
      <ChartActions
        title={title}
        file={file}
        page={page}
        embed={embed}
        say={async () => (await import('#web/say-chart.ts')).sentenceOf(kind, data)}
      />
      {stated && <StatementsDialog shown={stated} onClose={() => setStated(undefined)} />}
    </figure>
  )
}

const hrefOfSource = (id: string) => inLanguageOfAddress(`/sources/${id}`)

/** Cautions, what is missing, and the sources: one line each. */
function ChartFoot({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="chart-foot">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
