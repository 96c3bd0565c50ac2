import type { Language } from '#data/model/language.ts'
import type { Store } from '#data/store/open-store.ts'
import { addressOfSource } from '../address.ts'
import { isTimeNamed } from '../asked-time.ts'
import type { Reading } from '../decide.ts'
import { type Found, findPoints } from '../find-points.ts'
import { baseOf, type Quoted } from '../question.ts'
import { sayNumber, saySources } from '../say.ts'
import { findValue } from './find-value.ts'
import type { Outcome } from './outcome.ts'
import { answerRanking } from './ranking.ts'
import { sayNothing } from './value.ts'

/** The document that a number comes from. */
export async function answerSource(store: Store, reading: Reading): Promise<Outcome> {
  const { catalog } = store
  if (reading.group) return ofRanking(store, reading)
  const [code = '', region = 'CN'] = [reading.indicators[0], reading.regions[0]]
  const quoted = reading.quoted.length > 0 ? await findQuoted(store, code, region, reading.quoted) : undefined
  const value = quoted ? { found: quoted, nearest: [] } : await findValue(store, code, region, reading)
  const isContradicted = reading.quoted.length > 0 && !quoted
  if (!value.found || (isContradicted && !isTimeNamed(reading.time)))
    return sayNothing(catalog, { code, region }, value.found ? [value.found] : value.nearest)
  const { found } = value
  return {
    kind: 'answer',
    ...addressOfSource(found.point.source),
    numbers: [found],
    sources: [found.point.source],
    sentence: (language: Language) =>
      sayNumber(catalog, found, language) +
      saySources(catalog, [found], language) +
      (language === 'zh' ? '。' : '.'),
  }
}

async function ofRanking(store: Store, reading: Reading): Promise<Outcome> {
  const ranked = await answerRanking(store, reading)
  if (ranked.kind !== 'answer') return ranked
  const sources = [...new Set(ranked.numbers.map(({ point }) => point.source))]
  const [first = ''] = sources
  return {
    ...ranked,
    ...addressOfSource(first),
    sources,
    sentence: (language: Language) => saySources(store.catalog, ranked.numbers, language).trim(),
  }
}

/** The number that a question quotes, the newest that is printed so. */
async function findQuoted(
  store: Store,
  code: string,
  region: string,
  quoted: readonly Quoted[],
): Promise<Found | undefined> {
  const measures = ['level', 'yoy_pct', 'share_pct', 'net_add'] as const
  const all = await Promise.all(
    measures.map((measure) => findPoints(store, code, [region], { measure, transform: 'none' })),
  )
  const found = all.flat().filter(({ point }) => quoted.some((each) => isPrintedAs(point, each)))
  return found.toSorted((a, b) => b.period.end - a.period.end)[0]
}

/** Whether a number is printed with these digits, or is that large where the question counts in other steps. */
function isPrintedAs(
  { printedValue, printedUnit, value: base }: Found['point'],
  { value, scale, unit }: Quoted,
): boolean {
  if (
    Number(printedValue) === Number(value) &&
    printedUnit.toLowerCase().startsWith(scale + unit.slice(0, 1).toLowerCase())
  )
    return true
  const said = baseOf({ value, scale })
  return scale !== '' && said !== undefined && Math.abs(base - said) < 1e-6 * Math.abs(base)
}
