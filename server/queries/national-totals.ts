import type { Compilation } from '#data/model/compilation.ts'
import type { Derived, Known } from '#data/model/derive/derived.ts'
import { type Member, regionSums } from '#data/model/derive/region-sum.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { toKnown } from './derived-point.ts'
import { keepByIndicator } from './keep-by-indicator.ts'
import { type PrintedNumber, type ShownRow, toPrintedNumber } from './printed-number.ts'
import { type Meant, type NumbersAsked, readNumbersOf } from './read-numbers.ts'

export const nation = 'CN'

/** Sums of the provinces that stand in for the nation where nobody printed its figure, and the rows they are made of. */
export interface NationalTotals {
  /** The sums of one indicator in one compilation, but for periods in which the nation's own figure is printed. */
  readonly of: (
    key: Pick<PrintedNumber, 'indicator' | 'compilation'>,
    printed: readonly PrintedNumber[],
  ) => readonly Derived[]
  readonly rows: readonly ShownRow[]
}

interface TotalsAsked {
  readonly compilation: readonly Compilation[]
  readonly asOf?: string | undefined
  /** What else is taken for shown; what is shown when left out. */
  readonly amend?: Amend | undefined
}

/** What was shown of what is asked for, made of what is shown. */
export type Amend = (
  rows: readonly ShownRow[],
  asked: Pick<NumbersAsked, 'indicators' | 'regions' | 'isMeant'>,
) => readonly ShownRow[]

export const unchanged: Amend = (rows) => rows

/**
 * Sums up what adds up: levels of indicators whose compilations differ, since a compilation may print its provinces and
 * not their total, while the printed total of another compilation is of another series.
 */
export async function readNationalTotals(
  store: Store,
  indicators: readonly Indicator[],
  { compilation, asOf, amend = unchanged }: TotalsAsked,
): Promise<NationalTotals> {
  const summed = indicators.filter(isSummed)
  const isOfNow = asOf === undefined && amend === unchanged
  const sums = await Promise.all(
    summed.map(
      async ({ code }) =>
        (isOfNow ? await keptSums(store, code) : undefined) ?? (await sumUp(store, code, { asOf, amend })),
    ),
  )
  const asked = sums.flat().filter((each) => compilation.some((code) => code === each.compilation))
  return {
    of: (key, printed) => {
      const own = new Set(printed.map(({ period }) => printPeriod(period)))
      const found = asked.find(
        (each) => each.indicator === key.indicator && each.compilation === key.compilation,
      )
      return (found?.sums ?? []).filter(({ period }) => !own.has(printPeriod(period)))
    },
    rows: asked.flatMap(({ rows }) => rows),
  }
}

const isSummed = ({ aggregation, compilations }: Indicator) =>
  aggregation === 'sum' && compilations.length > 0

/** The sums of one indicator in one compilation, and what they are made of. */
interface Sums extends Pick<PrintedNumber, 'indicator' | 'compilation'> {
  readonly sums: readonly Derived[]
  readonly rows: readonly ShownRow[]
}

/** The most numbers whose sums are kept. */
const mostSummed = 100_000

const keptSums = keepByIndicator(
  (store, indicator) => sumUp(store, indicator, { asOf: undefined, amend: unchanged }),
  mostSummed,
)

interface Vintage {
  readonly asOf: string | undefined
  readonly amend: Amend
}

async function sumUp(store: Store, indicator: string, { asOf, amend }: Vintage): Promise<Sums[]> {
  const members = store.catalog.regions.get(nation)?.members ?? []
  const isMeant = ({ measure, compared_to }: Meant) => measure === 'level' && compared_to === ''
  const asked = { indicators: [indicator], regions: members, isMeant }
  const rows = amend(await readNumbersOf(store, asked, asOf), asked)
  return [...groupBy(rows, ({ compilation }) => compilation)].map(([compilation, rows]) => ({
    indicator,
    compilation,
    sums: regionSums(
      rows.map((row) => toMember(toPrintedNumber(row))),
      members,
    ),
    rows,
  }))
}

const toMember = (number: PrintedNumber): Member => ({ ...toKnown(number), region: number.region })

/** A derived number as something that more can be derived from. */
export const derivedToKnown = ({ period, value, interval, parents, missing, method }: Derived): Known => ({
  id: `${method}:${printPeriod(period)}`,
  period,
  value,
  interval,
  parents,
  ...(missing && { missing }),
})
