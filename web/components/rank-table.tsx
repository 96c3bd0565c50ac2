import { Link } from 'wouter'
import { isUncounted } from '#server/charts/points/uncounted.ts'
import type { Point, Region, Series, SeriesAnswer } from '#web/api.ts'
import type { NamedPeriod } from '#web/choose-comparison.ts'
import { formatBaseValue, formatPointPeriod, printText } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import type { Names } from '#web/to-chart-data.ts'
import { ScrollBox } from './scroll-box.tsx'
import { SourceLink } from './source-link.tsx'

interface RankTableProps {
  readonly caption: string
  readonly answer: SeriesAnswer
  readonly names: Names
  /** Left out, each region stands with its own latest number. */
  readonly period: NamedPeriod | undefined
}

/** The regions of a comparison in one period or each at its latest, the highest first, the nation at the head and below by name those without a number. */
export function RankTable({ caption, answer, names, period }: RankTableProps) {
  const { t } = useLanguage()
  const { rows, missing } = rowsOf(answer, names.regions, period)
  return (
    <>
      <ScrollBox label={caption}>
        <table className="table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="number rank">
                {t.table.rank}
              </th>
              <th scope="col">{t.table.region}</th>
              <th scope="col" className="number">
                {t.table.printed}
              </th>
              <th scope="col" className="number">
                {t.table.base}
              </th>
              <th scope="col">{t.table.when}</th>
              <th scope="col">{t.table.status}</th>
              <th scope="col">{t.table.source}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RankRow key={row.series.region} row={row} answer={answer} names={names} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Missing regions={missing} />
    </>
  )
}

function Missing({ regions }: { readonly regions: readonly Region[] }) {
  const { t } = useLanguage()
  const missing = regions.filter(({ code }) => !isUncounted(code))
  const apart = regions.filter(({ code }) => isUncounted(code))
  return (
    <>
      <Named words={t.regions.missing(missing.length)} regions={missing} />
      <Named words={t.regions.apart} regions={apart} />
    </>
  )
}

function Named({ words, regions }: { readonly words: string; readonly regions: readonly Region[] }) {
  const { language } = useLanguage()
  if (regions.length === 0) return null
  return (
    <p className="missing">
      <span>{words}</span>
      {regions.map(({ code, name }) => (
        <Link key={code} href={`/regions/${code}`}>
          {name[language]}
        </Link>
      ))}
    </p>
  )
}

interface Row {
  readonly series: Series
  readonly region: Region | undefined
  readonly point: Point | undefined
  readonly rank: number | undefined
}

interface RankRowProps {
  readonly row: Row
  readonly answer: SeriesAnswer
  readonly names: Names
}

function RankRow({ row: { series, region, point, rank }, answer, names }: RankRowProps) {
  const { language, t } = useLanguage()
  const indicator = names.indicators.find(({ code }) => code === series.indicator)
  const measured = indicator && { indicator, measure: series.measure }
  return (
    <tr>
      <td className="number rank">{rank ?? t.none}</td>
      <th scope="row">
        <Link href={`/regions/${series.region}`}>{region?.name[language] ?? series.region}</Link>
      </th>
      <td className="number">{point && measured ? printText(point, measured, language) : t.none}</td>
      <td className="number muted">
        {point && measured ? formatBaseValue(point, measured, language) : t.none}
      </td>
      <td>{point ? formatPointPeriod(point, series.basis, language) : t.none}</td>
      <td>{point ? t.statusNames[point.status] : t.none}</td>
      <td className="from">
        {point ? <SourceLink source={answer.sources.find(({ id }) => id === point.source)} /> : t.none}
      </td>
    </tr>
  )
}

interface Rows {
  readonly rows: readonly Row[]
  readonly missing: readonly Region[]
}

function rowsOf({ series }: SeriesAnswer, regions: readonly Region[], chosen: NamedPeriod | undefined): Rows {
  const rows = series.map((each) => ({
    series: each,
    region: regions.find(({ code }) => code === each.region),
    point: chosen ? each.points.find(({ period }) => period === chosen.text) : each.points.at(-1),
  }))
  const nation = rows.filter(({ region, point }) => region?.kind === 'nation' && point)
  const ranked = rows
    .filter(({ region, point }) => region?.kind !== 'nation' && point)
    .toSorted((a, b) => (b.point?.value ?? 0) - (a.point?.value ?? 0))
  const rankOf = (row: (typeof rows)[number]) =>
    1 + ranked.findIndex((other) => other.point?.value === row.point?.value)
  return {
    rows: [
      ...nation.map((row) => ({ ...row, rank: undefined })),
      ...ranked.map((row) => ({ ...row, rank: rankOf(row) })),
    ],
    missing: rows.flatMap(({ region, point }) =>
      region && region.kind !== 'nation' && !point ? [region] : [],
    ),
  }
}
