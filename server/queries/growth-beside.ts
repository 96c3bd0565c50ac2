import { eq } from 'drizzle-orm'
import { isAcrossBreak } from '#data/model/derive/breaks.ts'
import type { Text } from '#data/model/language.ts'
import { shiftYears } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { finding } from '#data/store/schema.ts'
import { isOutBy } from './known-by.ts'
import { onceFor } from './once-for.ts'
import type { PrintedNumber } from './printed-number.ts'
import { breaksOf, type KnownBreak, readBreaks } from './read-breaks.ts'
import { partsOfId } from './read-named.ts'

/** Why a growth does not go with a level of the same period; undefined where it does. */
export type Doubt = (level: PrintedNumber, growth: PrintedNumber) => Text | undefined

interface Scope {
  readonly indicators: readonly string[]
  readonly region: string
  readonly asOf?: string | undefined
}

const unsettled: Text = {
  zh: '由这个数值和增速推算的上年同期，与公布的不符，原因未明',
  en: 'The level and the growth imply an earlier figure other than the one published; why is not known',
}

/**
 * What is known against setting a growth beside a level: an open finding on the two, or a break since the year before.
 * An issuer who prints both in one document grew the level from a base of its own, so that such a break is none
 * between them; of two documents nobody knows which base the other had.
 */
export async function readDoubts(store: Store, scope: Scope): Promise<Doubt> {
  const { indicators, region, asOf } = scope
  const [breaks, open] = await Promise.all([
    readBreaks(store, indicators, [region], asOf),
    readOpenPairs(store, scope),
  ])
  return (level, growth) => {
    if (open.some((ids) => ids.includes(level.row.id) && ids.includes(growth.row.id))) return unsettled
    if (level.row.source === growth.row.source) return undefined
    return breaksOf(breaks, level).find(since(level))?.reason
  }
}

const since =
  ({ period }: PrintedNumber) =>
  (each: KnownBreak) =>
    isAcrossBreak([each], shiftYears(period, -1), period)

/** The observations of each open finding, where all of them were known. */
async function readOpenPairs(store: Store, { indicators, region, asOf }: Scope): Promise<string[][]> {
  const open = await readOpenFindings(store)
  return open
    .filter((each) => each.region === region && indicators.includes(each.indicator))
    .map(({ left, right }) => [...left.observations, ...right.observations])
    .filter((ids) => asOf === undefined || ids.every((id) => wasOut(store, id, asOf)))
}

function wasOut({ catalog }: Store, observation: string, day: string): boolean {
  const source = catalog.sources.get(partsOfId(observation).source)
  return source !== undefined && isOutBy(source, day)
}

const readOpenFindings = onceFor(({ db }) => db.select().from(finding).where(eq(finding.state, 'open')))
