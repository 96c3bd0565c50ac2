import { Link } from 'wouter'
import { BriefHead } from '#web/components/brief/brief-head.tsx'
import { BriefList } from '#web/components/brief/brief-list.tsx'
import { BriefNewsLine } from '#web/components/brief/brief-news-line.tsx'
import { BriefPreview } from '#web/components/brief/brief-preview.tsx'
import { OpenedBrief } from '#web/components/brief/opened-brief.tsx'
import { useBriefNews } from '#web/hooks/use-brief-news.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useNow } from '#web/hooks/use-now.ts'
import { useShownBrief } from '#web/hooks/use-shown-brief.ts'
import '#web/styles/brief.css'

/** 简报: chosen charts in their order, and the files they make. */
export function BriefPage() {
  const { t } = useLanguage()
  const { brief, change, isOpened, faults } = useShownBrief()
  const news = useBriefNews(brief)
  const now = useNow()
  const isEmpty = brief.items.length === 0
  const names = [...new Set(faults.map(({ name }) => name.slice(0, 40)))]
  return (
    <div className="page brief-page">
      <title>{t.pageTitle(t.brief.title)}</title>
      <header className="page-head">
        <h1>{t.brief.title}</h1>
        <p className="lead">{t.brief.lead}</p>
      </header>
      {names.length > 0 && (
        <p className="remark" role="status">
          {t.brief.unread(names.slice(0, 6).join(t.listComma) + (names.length > 6 ? '…' : ''))}
        </p>
      )}
      {isOpened && <OpenedBrief brief={brief} />}
      {isEmpty && <EmptyBrief />}
      {!isEmpty && (
        <>
          <BriefNewsLine
            news={news}
            made={brief.made}
            onAccept={() => change({ ...brief, ...(now && { made: now }) })}
          />
          <BriefHead brief={brief} onChange={change} />
        </>
      )}
      <div className="brief-columns">
        <BriefList key={String(isOpened)} brief={brief} news={news} onChange={change} />
        {!isEmpty && <BriefPreview brief={brief} />}
      </div>
    </div>
  )
}

function EmptyBrief() {
  const { t } = useLanguage()
  return (
    <section className="brief-empty">
      <h2>{t.brief.empty}</h2>
      <ol>
        {t.brief.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="brief-ways">
        <Link href="/indicators" className="button">
          {t.brief.toIndicators}
        </Link>
        <Link href="/regions" className="button">
          {t.brief.toRegions}
        </Link>
      </p>
    </section>
  )
}
