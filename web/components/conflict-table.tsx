import { Link } from 'wouter'
import { measureNames } from '#data/wording/measure-names.ts'
import { statusNames } from '#data/wording/status-names.ts'
import { type Names, unitOf } from '#server/charts/index.ts'
import type { Conflict, Indicator, Observation, Source } from '#web/api.ts'
import { formatPointPeriod } from '#web/format.ts'
import { formatSize } from '#web/format-interval.ts'
import { conflictsInOrder } from '#web/group-facts.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { plainestBasis } from '#web/plainest-basis.ts'
import { StatementLine } from './statement-line.tsx'

interface ConflictTableProps {
  readonly indicator: string
  readonly conflicts: readonly Conflict[]
  readonly names: Names
  readonly sources: readonly Source[]
}

/** The facts of one indicator with several statements: the one shown, the others, whether they agree, and why the one was chosen. */
export function ConflictTable({ indicator: code, conflicts, names, sources }: ConflictTableProps) {
  const { language, t } = useLanguage()
  const indicator = names.indicators.find((each) => each.code === code)
  return (
    <>
      <table className="table table-conflicts">
        <caption className="visually-hidden">
          {t.checks.tabs.conflicts}
          {t.colon}
          {indicator?.name[language] ?? code}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.checks.where}</th>
            <th scope="col">{t.checks.chosen}</th>
            <th scope="col">{t.checks.others}</th>
            <th scope="col">{t.checks.agreement}</th>
            <th scope="col">{t.checks.why}</th>
          </tr>
        </thead>
        <tbody>
          {conflictsInOrder(conflicts).map((conflict) => (
            <ConflictRow
              key={conflict.chosen.id}
              conflict={conflict}
              indicator={indicator}
              names={names}
              sources={sources}
            />
          ))}
        </tbody>
      </table>
      <p className="fact-group-way">
        <Link href={`/indicators/${code}`}>{t.checks.toIndicator(indicator?.name[language] ?? code)}</Link>
      </p>
    </>
  )
}

interface ConflictRowProps extends Pick<ConflictTableProps, 'names' | 'sources'> {
  readonly conflict: Conflict
  readonly indicator: Indicator | undefined
}

function ConflictRow({ conflict, indicator, names, sources }: ConflictRowProps) {
  const { language, t } = useLanguage()
  const { region, measure, chosen, others, why, isCompatible } = conflict
  const place = names.regions.find(({ code }) => code === region)?.name[language] ?? region
  const statement = (observation: Observation) => (
    <StatementLine observations={[observation]} names={names} sources={sources} known={conflict} />
  )
  return (
    <tr>
      <th scope="row" className="finding-where">
        {formatPointPeriod(chosen, plainestBasis(chosen), language)}
        <small className="finding-place">
          {place} · {measureNames[measure][language]}
        </small>
      </th>
      <td data-label={t.checks.chosen}>
        {statement(chosen)} <Kind observation={chosen} sources={sources} />
      </td>
      <td data-label={t.checks.others}>
        <ul className="side-numbers">
          {others.map((other) => (
            <li key={other.id}>
              {statement(other)} <Kind observation={other} sources={sources} />
            </li>
          ))}
        </ul>
      </td>
      <td data-label={t.checks.agreement}>
        <span className="fact-state" data-state={isCompatible ? 'agreed' : 'open'}>
          {t.checks.agreements[isCompatible ? 'true' : 'false']}
        </span>
        {!isCompatible && indicator && (
          <small className="conflict-gap">
            {t.checks.apart(
              formatSize(
                Math.max(...others.map(({ gap }) => gap)),
                {
                  unit: unitOf({ indicator, measure }),
                  counter: indicator.counter,
                  like: [chosen.printedUnit],
                },
                language,
              ),
            )}
          </small>
        )}
      </td>
      <td data-label={t.checks.why}>{t.precedence[why]}</td>
    </tr>
  )
}

interface KindProps {
  readonly observation: Observation
  readonly sources: readonly Source[]
}

/** How near the document is to the issuer, and whether the figure was preliminary. */
function Kind({ observation: { source, status }, sources }: KindProps) {
  const { language, t } = useLanguage()
  const origin = sources.find(({ id }) => id === source)?.origin
  const words = [origin && t.originNames[origin], status === 'actual' ? '' : statusNames[status][language]]
  return <small className="muted">{words.filter(Boolean).join(' · ')}</small>
}
