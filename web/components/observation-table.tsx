import { Link } from 'wouter'
import { measures } from '#data/model/measure.ts'
import type { Observation } from '#web/api.ts'
import { formatPointPeriod, printText } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { plainestBasis } from '#web/plainest-basis.ts'
import { type Names, nameOf } from '#web/to-chart-data.ts'
import { ScrollBox } from './scroll-box.tsx'
import { TrustLegend, TrustMark } from './trust-mark.tsx'

interface ObservationTableProps {
  readonly observations: readonly Observation[]
  readonly names: Names
}

/** Every number read from a document, in its order. */
export function ObservationTable({ observations, names }: ObservationTableProps) {
  const { t } = useLanguage()
  return (
    <>
      <ScrollBox label={t.source.figures}>
        <table className="table">
          <caption className="visually-hidden">{t.source.figures}</caption>
          <thead>
            <tr>
              <th scope="col">{t.table.indicator}</th>
              <th scope="col">{t.table.region}</th>
              <th scope="col">{t.table.when}</th>
              <th scope="col">{t.source.measure}</th>
              <th scope="col" className="number">
                {t.table.printed}
              </th>
              <th scope="col">{t.table.status}</th>
              <th scope="col">{t.source.use}</th>
            </tr>
          </thead>
          <tbody>
            {observations.map((observation) => (
              <ObservationRow key={observation.id} observation={observation} names={names} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <TrustLegend shown={observations.map(({ trust }) => trust)} />
    </>
  )
}

interface ObservationRowProps {
  readonly observation: Observation
  readonly names: Names
}

function ObservationRow({ observation, names }: ObservationRowProps) {
  const { language, t } = useLanguage()
  const { measure, region, rank, correction, of, comparedTo, trust, quote } = observation
  const indicator = names.indicators.find(({ code }) => code === observation.indicator)
  const against = nameOf(of, names)?.[language] ?? nameOf(comparedTo, names)?.[language] ?? comparedTo
  const query = region === 'CN' ? '' : `&region=${region}`
  return (
    <tr>
      <th scope="row">
        <Link href={`/indicators/${observation.indicator}?measure=${measure}${query}`}>
          {indicator?.name[language] ?? observation.indicator}
        </Link>
      </th>
      <td>{names.regions.find(({ code }) => code === region)?.name[language] ?? region}</td>
      <td className="when">{formatPointPeriod(observation, plainestBasis(observation), language)}</td>
      <td>
        {measures[measure].name[language]}
        {against && <small className="muted"> {t.source.comparedTo(against)}</small>}
      </td>
      <td className="number">
        {indicator ? printText(observation, { indicator, measure }, language) : observation.printedValue}
      </td>
      <td>{t.statusNames[observation.status]}</td>
      <td>
        <TrustMark trust={trust} /> {rank === 1 ? t.source.shown : t.source.notShown}
        {correction && (
          <small className="muted">
            {' '}
            {t.source.correction}
            {t.colon}
            {correction}
          </small>
        )}
        {quote && (
          <details className="quote">
            <summary>{t.source.sentence}</summary>
            <q lang="zh">{quote}</q>
          </details>
        )}
      </td>
    </tr>
  )
}
