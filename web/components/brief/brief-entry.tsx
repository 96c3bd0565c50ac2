import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId } from 'react'
import {
  type BriefItem,
  chosenSentence,
  longestLine,
  sayChart,
  sentenceChoices,
  toLine,
} from '#server/charts/index.ts'
import { api } from '#web/api.ts'
import { keyOf } from '#web/brief-edits.ts'
import type { EmbeddedChart } from '#web/hooks/chart-query.ts'
import { type Embedded, useEmbedded } from '#web/hooks/use-embedded.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Failed } from '../failed.tsx'
import { LazyChart } from '../lazy-chart.tsx'
import { Segmented } from '../segmented.tsx'
import { Skeleton } from '../skeleton.tsx'

interface BriefEntryProps {
  readonly item: BriefItem
  readonly at: number
  readonly count: number
  /** What changed since the brief was made; empty where nothing did. */
  readonly news: string
  readonly onChange: (some: Partial<BriefItem>) => void
  readonly onMove: (to: number) => void
  /** A chart, by its key, was dropped here. */
  readonly onDrop: (key: string) => void
  readonly onRemove: (caption: string) => void
}

const chartHeight = 200
const dragged = 'application/x-youju-chart'

/** One chart of a brief, with its caption and sentence. */
export function BriefEntry(props: BriefEntryProps) {
  const { item, at, news, onChange, onMove, onDrop } = props
  const { t } = useLanguage()
  const chart = useEmbedded(item.chart)
  const title = chart.stage === 'ready' ? chart.drawnBy.describe(chart.data).title : ''
  const onKeyDown = ({ key, altKey }: KeyboardEvent) => {
    if (altKey && key === 'ArrowUp') onMove(at - 1)
    if (altKey && key === 'ArrowDown') onMove(at + 1)
  }
  return (
    <li
      className="brief-entry"
      data-key={keyOf(item)}
      onKeyDown={onKeyDown}
      onDragOver={(event) => event.dataTransfer.types.includes(dragged) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop(event.dataTransfer.getData(dragged))
      }}
    >
      <EntryHead {...props} title={title} />
      {news !== '' && <p className="brief-entry-news">{news}</p>}
      <div className="brief-entry-body">
        <EntryChart chart={chart} />
        <div className="brief-said">
          <Segmented
            label={t.brief.sentence}
            choices={sentenceChoices.map((value) => ({ value, label: t.brief.choices[value] }))}
            value={item.say}
            onChange={(say) => onChange({ say })}
          />
          {chart.stage === 'ready' && <Sentence chart={chart} item={item} />}
        </div>
      </div>
    </li>
  )
}

/** Number, caption, and the buttons that move and remove. */
function EntryHead(props: BriefEntryProps & { readonly title: string }) {
  const { item, at, count, title, onChange, onMove, onRemove } = props
  const { t } = useLanguage()
  const captionId = useId()
  const caption = item.caption ?? title
  return (
    <div className="brief-entry-head">
      <label
        className="brief-number"
        htmlFor={captionId}
        draggable
        onDragStart={({ dataTransfer }) => dataTransfer.setData(dragged, keyOf(item))}
      >
        {t.brief.figure(at + 1)}
        <span className="visually-hidden"> {t.brief.caption}</span>
      </label>
      <input
        id={captionId}
        className="text-field"
        maxLength={longestLine}
        placeholder={title}
        value={item.caption ?? ''}
        onChange={({ target }) => onChange({ caption: toLine(target.value) || undefined })}
      />
      <div className="brief-moves">
        <MoveButton
          way="up"
          label={t.brief.up}
          of={caption}
          isEnd={at === 0}
          onPress={() => onMove(at - 1)}
        />
        <MoveButton
          way="down"
          label={t.brief.down}
          of={caption}
          isEnd={at === count - 1}
          onPress={() => onMove(at + 1)}
        />
        <button
          type="button"
          className="action"
          aria-label={`${t.brief.remove}${t.colon}${caption}`}
          onClick={() => onRemove(caption)}
        >
          {t.brief.remove}
        </button>
      </div>
    </div>
  )
}

interface MoveButtonProps {
  readonly way: 'up' | 'down'
  readonly label: string
  readonly of: string
  /** There is no further way. */
  readonly isEnd: boolean
  readonly onPress: () => void
}

function MoveButton({ way, label, of, isEnd, onPress }: MoveButtonProps) {
  const { t } = useLanguage()
  return (
    <button
      type="button"
      className="action"
      data-move={way}
      aria-label={`${label}${t.colon}${of}`}
      aria-disabled={isEnd}
      onClick={onPress}
    >
      {way === 'up' ? '↑' : '↓'} {label}
    </button>
  )
}

function EntryChart({ chart }: { readonly chart: Embedded }) {
  const { t } = useLanguage()
  if (chart.stage === 'failed') return <Failed error={chart.error} />
  if (chart.stage === 'empty') return <p className="muted">{t.brief.noNumbers}</p>
  if (chart.stage !== 'ready') return <Skeleton height={chartHeight} />
  return (
    <div className="brief-chart">
      <LazyChart kind={chart.kind} data={chart.data} height={chartHeight} />
    </div>
  )
}

function Sentence({ chart, item: { chart: state, say } }: { chart: EmbeddedChart; item: BriefItem }) {
  const { language, t } = useLanguage()
  const { data } = useQuery({
    queryKey: ['sentences', state, language],
    queryFn: () => sayChart(chart, chart.drawnBy.describe(chart.data), api.sentence),
  })
  if (say === 'none') return <p className="muted">{t.brief.noSentence}</p>
  return <p className="brief-sentence">{data ? chosenSentence(data, say) : t.load.busy}</p>
}
