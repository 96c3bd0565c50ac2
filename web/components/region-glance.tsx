import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { compilations } from '#data/model/compilation.ts'
import { compareToChartData, type Names, oddityLine, printState, rowsOf } from '#server/charts/index.ts'
import type { CompareAnswer, Indicator } from '#web/api.ts'
import { formatPointPeriod } from '#web/format.ts'
import { useComparisons } from '#web/hooks/use-comparisons.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { checksFields } from '#web/url-state.ts'
import { BarRows } from './bar-rows.tsx'
import { LazyChart } from './lazy-chart.tsx'
import { Skeleton } from './skeleton.tsx'
import { SourceLink } from './source-link.tsx'

interface RegionGlanceProps {
  readonly indicator: Indicator
  readonly names: Names
}

/**
 * One indicator across the four zones and, as tiles, the provinces: the newest period of each. Provinces are those of
 * the annual report where the indicator has one, since the monthly statistics print few of them.
 */
export function RegionGlance({ indicator, names }: RegionGlanceProps) {
  const { t } = useLanguage()
  const question = { indicator: indicator.code, measure: 'level' } as const
  const [zones, provinces] = useComparisons([
    { ...question, regions: 'zones' },
    { ...question, regions: 'provinces', compilation: provincesOf(indicator) },
  ])
  return (
    <div className="glance">
      <section>
        <GlanceHead title={t.groups.zones} answer={zones} />
        {zones ? (
          <BarRows answer={zones} indicator={indicator} regions={names.regions} />
        ) : (
          <Skeleton height={112} />
        )}
      </section>
      <section>
        <GlanceHead title={t.groups.provinces} answer={provinces} />
        {provinces ? <GlanceTiles answer={provinces} names={names} /> : <Skeleton height={tilesHeight} />}
      </section>
    </div>
  )
}

const tilesHeight = 400

const provincesOf = ({ compilations }: Indicator) => compilations.find((code) => code === 'annual')

function GlanceHead({
  title,
  answer,
}: {
  readonly title: string
  readonly answer: CompareAnswer | undefined
}) {
  const { language } = useLanguage()
  const point = answer?.rows[0]?.point
  return (
    <div className="glance-head">
      <h3>{title}</h3>
      {answer && point && (
        <p>
          {formatPointPeriod(point, answer.basis, language)}{' '}
          {answer.compilation && `${compilations[answer.compilation].name[language]} `}
          <SourceLink source={answer.sources[0]} show="date" />
        </p>
      )}
    </div>
  )
}

function GlanceTiles({ answer, names }: { readonly answer: CompareAnswer; readonly names: Names }) {
  const { language, t } = useLanguage()
  const { indicator } = answer
  const [, navigate] = useLocation()
  const data = useMemo(() => compareToChartData(answer, { names, language }), [answer, names, language])
  return (
    <>
      <LazyChart
        kind="tiles"
        data={data}
        height={tilesHeight}
        onSelectRegion={(code) => navigate(`/regions/${code}`)}
      />
      <p className="muted small">{t.regions.grid}</p>
      {oddityLine(rowsOf(data), language).map((line) => (
        <p key={line} className="muted small">
          {line}{' '}
          <Link href={`/checks?${printState(checksFields, { indicator, open: [indicator] })}`}>
            {t.sections.checks}
          </Link>
        </p>
      ))}
    </>
  )
}
