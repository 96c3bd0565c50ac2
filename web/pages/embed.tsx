import { type ReactNode, useRef } from 'react'
import { type ChartState, embedAddresses, embedFields } from '#server/charts/index.ts'
import { EmbedNotes } from '#web/components/embed-notes.tsx'
import { EmbeddedChart } from '#web/components/embedded-chart.tsx'
import { Failed } from '#web/components/failed.tsx'
import { Notice } from '#web/components/notice.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { embedNotes, frozenLine } from '#web/embed-words.ts'
import { type Embedded, useEmbedded } from '#web/hooks/use-embedded.ts'
import { useFrameHeight } from '#web/hooks/use-frame-height.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'
import { withLanguage } from '#web/language-of-address.ts'

/** 嵌入: one chart in a frame of someone else's page. */
export function EmbedPage() {
  const { language, t } = useLanguage()
  const { state, unread } = useUrlState(embedFields)
  const embedded = useEmbedded(state)
  const shown = embedded.stage === 'ready' ? embedded.kind : undefined
  const notes = embedNotes(unread, state, shown, { language, t })
  return (
    <main className="embed" aria-label={t.embed.frame}>
      <title>{t.pageTitle(t.actions.embed)}</title>
      {embedded.stage === 'loading' && <Skeleton height={200} />}
      {embedded.stage === 'ready' ? (
        <EmbeddedChart
          {...embedded}
          kind={embedded.drawnBy}
          notes={notes}
          frozen={frozenLine(state, embedded, t)}
        />
      ) : (
        <h1 className="visually-hidden">{t.product}</h1>
      )}
      {embedded.stage !== 'ready' && embedded.stage !== 'loading' && (
        <WithoutChart notes={notes}>
          <Reason embedded={embedded} state={state} />
        </WithoutChart>
      )}
    </main>
  )
}

function WithoutChart({
  notes,
  children,
}: {
  readonly notes: readonly string[]
  readonly children: ReactNode
}) {
  const whole = useRef<HTMLDivElement>(null)
  useFrameHeight(whole, (element) => element.getBoundingClientRect().height)
  return (
    <div className="embed-reason" ref={whole}>
      <EmbedNotes notes={notes} />
      {children}
    </div>
  )
}

type Failing = Exclude<Embedded, { readonly stage: 'ready' | 'loading' }>

/** Why there is no chart, and the page on which one can be chosen. */
function Reason({ embedded, state }: { readonly embedded: Failing; readonly state: ChartState }) {
  const { language, t } = useLanguage()
  const page = state.indicator ? embedAddresses(state).page : '/indicators'
  const link = (
    <a href={withLanguage(page, language)} target="_blank" rel="noopener">
      {t.embed.back}
    </a>
  )
  if (embedded.stage === 'failed') return <Failed error={embedded.error}>{link}</Failed>
  if (embedded.stage === 'unasked') return <Notice title={t.embed.incomplete}>{link}</Notice>
  return (
    <Notice title={t.indicator.empty} hint={state.asOf ? t.embed.ofDay(state.asOf) : ''}>
      {link}
    </Notice>
  )
}
