import { Fragment } from 'react'
import { Link } from 'wouter'
import type { ChartData, ChartRegion } from '#server/charts/chart-kind.ts'
import { type Row, rank } from '#server/charts/points/ranked.ts'
import { isUncounted } from '#server/charts/points/uncounted.ts'
import { derivedWord } from '#server/charts/words/derived-words.ts'
import { parentsOf } from '#server/charts/words/parent-words.ts'
import { intervalText, printedText } from '#server/charts/words/value-text.ts'
import type { SeriesAnswer } from '#web/api.ts'
import { formatBaseValue, formatPeriodAndBasis, spaced } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { OddMark } from './odd-mark.tsx'
import { ParentLink } from './parent-link.tsx'
import { ScrollBox } from './scroll-box.tsx'
import { SourceLink } from './source-link.tsx'
import { TrustLegend, TrustMark } from './trust-mark.tsx'

interface RankTableProps {
  readonly caption: string
  /** In one period, or each region at its latest. */
  readonly data: ChartData
  readonly sources: SeriesAnswer['sources']
}

/** The regions of a comparison, the highest first, the nation at the head and below by name those without a number. */
export function RankTable({ caption, data, sources }: RankTableProps) {
  const { t } = useLanguage()
  const { rows = [], nation } = rank(data) ?? {}
  const shown = nation ? [nation, ...rows] : rows
  const present = new Set(shown.map(({ series }) => series.region.code))
  const absent = data.series.map(({ region }) => region).filter(({ code }) => !present.has(code))
  const isDerived = shown.some(({ point }) => point.derived)
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
                {isDerived ? t.table.value : t.table.printed}
              </th>
              <th scope="col" className="number">
                {isDerived ? t.table.interval : t.table.base}
              </th>
              <th scope="col">{t.table.when}</th>
              <th scope="col">{t.table.status}</th>
              <th scope="col">{t.table.source}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <RankRow
                key={row.series.region.code}
                row={row}
                place={row === nation ? undefined : placeOf(row, rows)}
                sources={sources}
                isDerived={isDerived}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <TrustLegend shown={shown.map(({ point }) => point.trust)} />
      <Named words={t.regions.missing} regions={absent.filter(({ code }) => !isUncounted(code))} />
      <Named words={() => t.regions.apart} regions={absent.filter(({ code }) => isUncounted(code))} />
    </>
  )
}

/** Equal values share a place. */
const placeOf = ({ point }: Row, rows: readonly Row[]) =>
  1 + rows.findIndex((other) => other.point.value === point.value)

interface NamedProps {
  readonly words: (count: number) => string
  readonly regions: readonly ChartRegion[]
}

function Named({ words, regions }: NamedProps) {
  const { language } = useLanguage()
  if (regions.length === 0) return null
  return (
    <p className="missing">
      <span>{words(regions.length)}</span>
      {regions.map(({ code, name }) => (
        <Link key={code} href={`/regions/${code}`}>
          {name[language]}
        </Link>
      ))}
    </p>
  )
}

interface RankRowProps extends Pick<RankTableProps, 'sources'> {
  readonly row: Row
  readonly place: number | undefined
  /** Whether the table holds derived numbers: then intervals stand where the base values would. */
  readonly isDerived: boolean
}

function RankRow({ row: { series, point }, place, sources, isDerived }: RankRowProps) {
  const { language, t } = useLanguage()
  return (
    <tr>
      <td className="number rank">{place ?? t.none}</td>
      <th scope="row">
        <Link href={`/regions/${series.region.code}`}>{series.region.name[language]}</Link>
      </th>
      <td className="number">
        {spaced(printedText(point, series, language))}{' '}
        <OddMark point={point} indicator={series.indicator} region={series.region.code} />
        {point.derived && <small className="muted">{derivedWord[language]}</small>}
      </td>
      <td className="number muted">
        {isDerived ? spaced(intervalText(point, series, language)) : formatBaseValue(point, series, language)}
      </td>
      <td>{formatPeriodAndBasis(point.period, series.basis, language)}</td>
      <td>{t.statusNames[point.status]}</td>
      <td className="from">
        <TrustMark trust={point.trust} />{' '}
        {point.derived ? (
          <MadeOf row={{ series, point }} />
        ) : (
          <SourceLink source={sources.find(({ id }) => id === point.source)} />
        )}
      </td>
    </tr>
  )
}

/** The parents of a derived number in one line. */
function MadeOf({ row: { series, point } }: Pick<RankRowProps, 'row'>) {
  const { language, t } = useLanguage()
  return parentsOf(series, point, language).map((parent, index) => (
    <Fragment key={parent.text}>
      {index > 0 && t.comma}
      <ParentLink parent={parent} />
    </Fragment>
  ))
}
