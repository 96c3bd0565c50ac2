import { embedFields } from '#server/charts/index.ts'
import { EmbeddedChart } from '#web/components/embedded-chart.tsx'
import { Failed } from '#web/components/failed.tsx'
import { Notice } from '#web/components/notice.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useEmbedded } from '#web/hooks/use-embedded.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'

/** 嵌入: one chart in a frame of someone else's page. */
export function EmbedPage() {
  const { t } = useLanguage()
  const { state } = useUrlState(embedFields)
  const embedded = useEmbedded(state)
  return (
    <main className="embed" aria-label={t.embed.frame}>
      <title>{t.pageTitle(t.actions.embed)}</title>
      {embedded.stage !== 'ready' && <h1 className="visually-hidden">{t.product}</h1>}
      {embedded.stage === 'unasked' && <Notice title={t.embed.incomplete} />}
      {embedded.stage === 'loading' && <Skeleton height={200} />}
      {embedded.stage === 'failed' && <Failed error={embedded.error} />}
      {embedded.stage === 'empty' && <Notice title={t.indicator.empty} />}
      {embedded.stage === 'ready' && (
        <EmbeddedChart kind={embedded.kind} data={embedded.data} page={embedded.page} />
      )}
    </main>
  )
}
