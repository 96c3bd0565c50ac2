import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import { identityRules } from '#data/model/identity-rule.ts'
import type { Interval } from '#data/model/interval.ts'
import { scaleFor } from '#data/model/quantity.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { Claim, ClaimSide } from './claim.ts'
import type { Finding } from './settle.ts'

/** An interval as a reader says it: 124,739.2—124,853.6亿元; 不小于30EFLOPS. */
export function sayInterval({ low, high }: Interval, { indicator, unit }: Claim, { units }: Catalog): string {
  const entry = units.get(unit)
  if (!entry) throw new Error(`the unit ${unit} is not in the catalogue`)
  const ends = [low, high].filter((end) => end.isFinite())
  const { power, label } = scaleFor(
    Math.max(0, ...ends.map(Number).map(Math.abs)),
    entry,
    'zh',
    indicator.counter,
  )
  const say = (end: Decimal) =>
    end
      .div(Decimal.pow(10, power))
      .toSignificantDigits(7)
      .toNumber()
      .toLocaleString('en-US', { maximumFractionDigits: 6 })
  if (!low.isFinite()) return `不大于${say(high)}${label}`
  if (!high.isFinite()) return `不小于${say(low)}${label}`
  return low.eq(high) ? say(low) + label : `${say(low)}—${say(high)}${label}`
}

const states = { open: '未说明', break: '口径', acknowledged: '已核对' }
const severities = { hard: '硬', soft: '软' }

/** A finding for a person at the command line: both sides, where their figures stand, the gap, and what explains it. */
export function sayFinding(finding: Finding, catalog: Catalog): string {
  const { id, claim, severity, state, left, right, gap, reason } = finding
  const place = catalog.regions.get(claim.region)?.name.zh ?? claim.region
  const subject = `${formatPeriod(claim.period, 'zh')}${place}${claim.indicator.name.zh}`
  return [
    `${severities[severity]}·${states[state]}  ${identityRules[claim.rule].zh}：${subject}  ${id}`,
    `    ${saySide(claim.left, left, claim, catalog)}`,
    `    ${saySide(claim.right, right, claim, catalog)}`,
    `    四舍五入之外相差 ${sayInterval({ low: gap, high: gap }, claim, catalog)}`,
    ...(reason ? [`    ${reason.zh}`] : []),
  ].join('\n')
}

const saySide = ({ label, parents }: ClaimSide, interval: Interval, claim: Claim, catalog: Catalog) =>
  `${sayInterval(interval, claim, catalog)}  ${label}  ${parents.map((each) => `${each.id}=${each.printedValue}${each.printedUnit}`).join(' ')}`
