import { Link } from 'wouter'
import { findingCauses } from '#data/model/finding-cause.ts'
import { groupBy } from '#data/model/group-by.ts'
import { identityRules } from '#data/model/identity-rule.ts'
import type { Language, Text } from '#data/model/language.ts'
import { parsePeriod, type Time } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { type Names, unitOf } from '#server/charts/index.ts'
import type { Check, Indicator, Source } from '#web/api.ts'
import { formatInterval, formatSize, type Said } from '#web/format-interval.ts'
import { type Explained, groupByReason } from '#web/group-facts.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { StatementLine } from './statement-line.tsx'

interface FindingTableProps {
  readonly indicator: string
  readonly checks: readonly Check[]
  readonly names: Names
  readonly sources: readonly Source[]
}

const identityNames: Readonly<Record<string, Text>> = identityRules

/** The findings of one indicator under what explains them: both sides with their figures, and the gap. */
export function FindingTable({ indicator: code, checks, names, sources }: FindingTableProps) {
  const { language, t } = useLanguage()
  const indicator = names.indicators.find((each) => each.code === code)
  return (
    <>
      <table className="table table-findings">
        <caption className="visually-hidden">
          {t.checks.tabs.findings}
          {t.colon}
          {indicator?.name[language] ?? code}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.checks.where}</th>
            <th scope="col">{t.checks.oneSide}</th>
            <th scope="col">{t.checks.otherSide}</th>
            <th scope="col" className="number">
              {t.checks.gap}
            </th>
          </tr>
        </thead>
        {groupByReason(checks).map((group) => (
          <tbody key={group.key}>
            <ReasonRow group={group} />
            {group.checks.map((check) => (
              <FindingRow
                key={check.id}
                check={check}
                indicator={indicator}
                names={names}
                sources={sources}
                reason={group.reason === '' ? check.reason : ''}
              />
            ))}
          </tbody>
        ))}
      </table>
      <p className="fact-group-way">
        <Link href={`/indicators/${code}`}>{t.checks.toIndicator(indicator?.name[language] ?? code)}</Link>
      </p>
    </>
  )
}

/** The identity, how the finding stands, and what explains it. */
function ReasonRow({ group }: { readonly group: Explained }) {
  const { language, t } = useLanguage()
  const { identity, state, severity, cause, reason, checks } = group
  return (
    <tr className="reason-row">
      <th scope="rowgroup" colSpan={4}>
        <span className="reason-head">
          <span className="fact-state" data-state={state}>
            {t.checks.states[state]}
          </span>
          <strong>{identityNames[identity]?.[language] ?? identity}</strong>
          <span className="muted">
            {t.checks.severities[severity]} · {t.checks.count(checks.length)}
          </span>
        </span>
        {cause && <span className="reason-words">{findingCauses[cause][language]}</span>}
        {(reason || !cause) && (
          <span className="reason-words" lang={reason ? 'zh-CN' : undefined}>
            {reason || t.checks.noReason}
          </span>
        )}
      </th>
    </tr>
  )
}

interface FindingRowProps extends Pick<FindingTableProps, 'names' | 'sources'> {
  readonly check: Check
  readonly indicator: Indicator | undefined
  /** Its own, where those of its group differ. */
  readonly reason: string
}

function FindingRow({ check, indicator, names, sources, reason }: FindingRowProps) {
  const { language, t } = useLanguage()
  const { left, right, gap, region } = check
  const said = indicator && saidOf(check, indicator)
  const relative = relativeGap(check)
  const side = { check, said, names, sources }
  return (
    <tr>
      <th scope="row" className="finding-where">
        {periodOf(check, language)}
        <small className="finding-place">
          {names.regions.find(({ code }) => code === region)?.name[language] ?? region}
        </small>
      </th>
      <td data-label={t.checks.oneSide}>
        <Side side={left} {...side} />
        {reason && (
          <small className="finding-reason" lang="zh-CN">
            {reason}
          </small>
        )}
      </td>
      <td data-label={t.checks.otherSide}>
        <Side side={right} {...side} />
      </td>
      <td className="number" data-label={t.checks.gapShort}>
        {said && indicator ? formatSize(gap, gapSaidOf(check, said, indicator), language) : gap}
        {relative && <small className="gap-part">{t.checks.gapPart(relative)}</small>}
      </td>
    </tr>
  )
}

interface SideProps extends Pick<FindingTableProps, 'names' | 'sources'> {
  readonly side: Check['left']
  readonly check: Check
  readonly said: Said | undefined
}

/** What one side comes to, what that is, and the printed numbers it is made of. */
function Side({ side, check: { indicator, region, period }, said, names, sources }: SideProps) {
  const { language, t } = useLanguage()
  const { label, value, observations } = side
  const [only, ...more] = observations
  const isSaid = language === 'zh' && more.length === 0
  return (
    <div className="side">
      <strong className="side-value">{(said && formatInterval(side, said, language)) || value}</strong>
      <small className="side-label" lang={language === 'zh' ? undefined : 'zh-CN'}>
        {label}
      </small>
      <ul className="side-numbers" aria-label={t.checks.figures}>
        {[...groupBy(observations, ({ source }) => source)].map(([source, numbers]) => (
          <li key={source}>
            <StatementLine
              observations={numbers}
              names={names}
              sources={sources}
              known={isSaid ? { ...only } : { indicator, region, period }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How the values of a finding are said: in its unit, at the step in which its figures are printed. */
function saidOf({ unit, left, right }: Check, indicator: Indicator): Said | undefined {
  if (unit === 'percent') return { unit: unitOf({ indicator, measure: 'share_pct' }) }
  if (unit === 'pp') return { unit: unitOf({ indicator, measure: 'share_change_pp' }) }
  if (unit !== indicator.unit.code) return undefined
  const printed = [...left.observations, ...right.observations].find((each) => each.unit === unit)
  return { unit: indicator.unit, counter: indicator.counter, ...(printed && { like: [printed.printedUnit] }) }
}

/** Two percentages are apart by points. */
const gapSaidOf = ({ unit }: Check, said: Said, indicator: Indicator): Said =>
  unit === 'percent' ? { unit: unitOf({ indicator, measure: 'share_change_pp' }) } : said

/** The gap as a part of the side that is a level: `1.2%`. */
function relativeGap({ unit, gap, left, right }: Check): string | undefined {
  if (unit === 'percent' || unit === 'pp') return undefined
  const size = Math.min(
    ...[left, right].flatMap(({ low, high }) => [low, high]).map((end) => Math.abs(end ?? Infinity)),
  )
  if (!Number.isFinite(size) || size === 0) return undefined
  return `${((gap / size) * 100).toLocaleString('en-US', { maximumSignificantDigits: 2 })}%`
}

/** The period as its own figures understand it: 2024-12 is a month or the end of one. */
function periodOf({ period, left, right }: Check, language: Language): string {
  const own = [...left.observations, ...right.observations].find((each) => each.period === period)
  const time: Time = own?.time ?? 'span'
  const parsed = parsePeriod(period, time)
  return parsed ? formatPeriod(parsed, language) : period
}
