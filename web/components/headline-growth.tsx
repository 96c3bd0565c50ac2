import { Link } from 'wouter'
import type { Indicator, LatestItem } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Growth } from './growth.tsx'

interface HeadlineGrowthProps {
  readonly item: LatestItem
  readonly indicator: Indicator
}

/** The growth beside a headline number, or why there is none: one on another base is not set beside it. */
export function HeadlineGrowth({ item: { growth, setApart }, indicator }: HeadlineGrowthProps) {
  const { language, t } = useLanguage()
  if (growth) {
    return (
      <p className="topic-growth">
        <Growth point={growth} indicator={indicator} /> <span aria-hidden="true">{t.growth.yoy}</span>
      </p>
    )
  }
  if (!setApart) return <p className="topic-growth muted">{t.growth.none}</p>
  return (
    <p className="topic-growth topic-apart" title={setApart.reason[language]}>
      {t.growth.apart}{' '}
      <Link href={`/checks?indicator=${indicator.code}&open=${indicator.code}`}>{t.growth.why}</Link>
    </p>
  )
}
