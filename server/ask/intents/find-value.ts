import { shiftYears } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { indicatorOf } from '#server/known.ts'
import { type Wanted, wantedPeriods } from '../asked-time.ts'
import type { Reading } from '../decide.ts'
import {
  choosePoint,
  type Found,
  findPoints,
  type Look,
  looksFor,
  nearestTo,
  timeOfLook,
} from '../find-points.ts'

export type Asked = Pick<Reading, 'measure' | 'transform' | 'whole' | 'time'>

export interface Value {
  readonly found: Found | undefined
  /** Where it is not: what comes nearest in time. */
  readonly nearest: readonly Found[]
}

/**
 * The number of an indicator in a region at the time that is asked for: as printed where it was, else made of levels.
 * @param at which of several times of the question.
 */
export async function findValue(
  store: Store,
  code: string,
  region: string,
  asked: Asked,
  at = 0,
): Promise<Value> {
  const indicator = indicatorOf(store.catalog, code)
  const tried: { readonly look: Look; readonly wanted: Wanted }[] = []
  let best: Found | undefined
  for (const look of looksFor(indicator, region, asked)) {
    const wanted = wantedPeriods(asked.time, timeOfLook(indicator, look))[at]
    if (!wanted || isNeedless(look, wanted)) continue
    const chosen = await chooseOf(store, { code, region, look }, wanted, asked)
    if (chosen && isEnough(look, wanted)) return { found: chosen, nearest: [] }
    best = newer(best, chosen)
    tried.push({ look, wanted })
  }
  if (best) return { found: best, nearest: [] }
  const nearest: Found[] = []
  for (const { look, wanted } of tried)
    nearest.push(...nearestTo(await findPoints(store, code, [region], look), wanted))
  return { found: undefined, nearest: nearest.slice(0, 3) }
}

interface Sought {
  readonly code: string
  readonly region: string
  readonly look: Look
}

async function chooseOf(store: Store, { code, region, look }: Sought, wanted: Wanted, { time }: Asked) {
  if (time.isYearBefore) return yearBefore(await findPoints(store, code, [region], look), wanted)
  return choosePoint(await findPoints(store, code, [region], look, wanted), wanted)
}

/** Of the newest, months are not taken out of what has added up. */
const isNeedless = ({ transform }: Look, { kind }: Wanted) => transform === 'decumulate' && kind === 'newest'

/** The very period that is asked for, or the newest that was printed: nothing else can be better. */
const isEnough = ({ transform }: Look, { kind }: Wanted) => kind === 'exact' || transform === 'none'

const newer = (a: Found | undefined, b: Found | undefined) =>
  a && (!b || a.period.end >= b.period.end) ? a : b

/** The number of the same months a year before the newest. */
function yearBefore(points: readonly Found[], wanted: Wanted): Found | undefined {
  const newest = choosePoint(points, wanted)
  return newest && choosePoint(points, { kind: 'exact', periods: [shiftYears(newest.period, -1)] })
}
