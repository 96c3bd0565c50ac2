import { Decimal } from 'decimal.js'
import type { Composition } from '#data/catalog/identity.ts'
import { exactly, sum } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { atMost, type Claim, type ClaimSide, claimOn, type FindClaims, printed, total } from '../claim.ts'
import { type Composed, composed, flowsOf } from '../compositions.ts'
import { impliedBase } from '../implied.ts'
import type { Ledger } from '../ledger.ts'

/** 软件产品 + 信息技术服务 + 信息安全 + 嵌入式 = 软件业务收入. */
export const partsSum: FindClaims = (ledger) =>
  [...composed(ledger)].filter(isOfIndicators).flatMap((each) => claimSum('parts_sum', each, ledger))

/** 东部 + 中部 + 西部 + 东北 = 全国. */
export const regionsSum: FindClaims = (ledger) =>
  [...composed(ledger)]
    .filter((each) => !isOfIndicators(each))
    .flatMap((each) => claimSum('regions_sum', each, ledger))

/** Whether the parts are other indicators; else they are other regions. */
const isOfIndicators = ({ whole, parts }: Composed) =>
  parts.some(({ indicator }) => indicator !== whole.indicator)

/** All parts are the whole; some of them are not more than it. */
function claimSum(
  rule: 'parts_sum' | 'regions_sum',
  { whole, parts, isComplete }: Composed,
  ledger: Ledger,
): Claim[] {
  const all = total(parts, `${parts.length}项之和`)
  if (isComplete) return [claimOn(rule, whole, ledger, { right: all })]
  const isPositive = ({ interval }: Observation) => interval.low.gte(0)
  const canBound = whole.measure === 'level' && parts.length > 1 && parts.every(isPositive)
  const right = atMost(printed(whole, ledger.catalog))
  return canBound ? [claimOn(rule, whole, ledger, { left: all, right })] : []
}

/** What the growth of the parts implies for the year before adds up to what the growth of the whole implies. */
export const basesSum: FindClaims = (ledger) =>
  [...composed(ledger)].flatMap(({ whole, parts, isComplete }): Claim[] => {
    if (whole.measure !== 'level') return []
    const base = impliedBase(ledger, whole)
    const bases = parts.flatMap((part) => impliedBase(ledger, part) ?? [])
    if (!base || bases.length === 0) return []
    const all: ClaimSide = {
      label: `${bases.length}项由增速推算的上年基数之和`,
      parents: bases.flatMap(({ parents }) => parents),
      value: (read) => sum(bases.map(({ value }) => value(read))),
    }
    const isWhole = isComplete && bases.length === parts.length
    const sides = isWhole ? { left: base, right: all } : { left: all, right: atMost(base) }
    return [claimOn('bases_sum', whole, ledger, sides)]
  })

/** 1—9月 + 10月 = 1—10月; the months of a quarter, the quarters of a year. */
export const spansSum: FindClaims = (ledger) =>
  flowsOf(ledger).flatMap((flow) =>
    flow.flatMap((whole) =>
      flow.flatMap((first): Claim[] => {
        const { start, end } = whole.period
        if (first.period.start !== start || first.period.end >= end) return []
        const rest = flow.find(({ period }) => period.start === first.period.end + 1 && period.end === end)
        if (!rest) return []
        return [claimOn('spans_sum', whole, ledger, { right: total([first, rest], '前后两段之和') })]
      }),
    ),
  )

const hundred: ClaimSide = { label: '100%', parents: [], value: () => exactly(new Decimal(100)) }

/** The shares of all parts of an indicator, or of all zones of the nation, make 100%. */
export const sharesSum: FindClaims = (ledger) => {
  const { parts, regions } = ledger.identities
  return [
    ...parts.flatMap((each) => claimShares(ledger, each, each.whole, 'indicator')),
    ...regions.flatMap((each) => claimShares(ledger, each, `region:${each.whole}`, 'region')),
  ]
}

/** One claim a period, hung on the first of the parts that is printed. */
function claimShares(
  ledger: Ledger,
  { parts: codes, isComplete }: Composition,
  of: string,
  varies: 'indicator' | 'region',
): Claim[] {
  return ledger.of('share_pct').flatMap((first) => {
    if (first.of !== of || first.comparedTo !== '') return []
    const parts = codes.flatMap((code) => ledger.find({ ...first, [varies]: code }) ?? [])
    if (parts[0] !== first || parts.length < 2) return []
    const left = total(parts, `${parts.length}项占比之和`)
    const right = isComplete && parts.length === codes.length ? hundred : atMost(hundred)
    return [claimOn('shares_sum', first, ledger, { left, right })]
  })
}
