import type { Brief } from '#server/charts/index.ts'
import { formatDate } from '#web/format.ts'
import type { BriefNews } from '#web/hooks/use-brief-news.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface BriefNewsLineProps {
  readonly news: BriefNews
  readonly made: Brief['made']
  /** Takes the numbers of now for those it was made with. */
  readonly onAccept: () => void
}

const waitingWords = { comparing: 'comparing', unknown: 'notCompared' } as const

/** Whether numbers have changed since the brief was made. */
export function BriefNewsLine({ news, made, onAccept }: BriefNewsLineProps) {
  const { language, t } = useLanguage()
  if (!made || news.stage === 'unmade') return null
  const since = t.brief.since(formatDate(made.day, language))
  if (news.stage !== 'compared') return <CalmLine>{t.brief[waitingWords[news.stage]]}</CalmLine>
  const byDay = news.isByDay ? ` ${t.brief.byDay}` : ''
  const count = news.lines.filter((line) => line !== '').length
  if (count === 0) return <CalmLine>{t.brief.unchanged(since) + byDay}</CalmLine>
  return (
    <div className="brief-news brief-news-changed" role="status">
      <p>
        {t.brief.changed(since, count)}
        {byDay}
      </p>
      <button type="button" className="button" onClick={onAccept}>
        {t.brief.accept}
      </button>
    </div>
  )
}

const CalmLine = ({ children }: { readonly children: string }) => (
  <p className="brief-news muted" role="status">
    {children}
  </p>
)
