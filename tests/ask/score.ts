import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Store } from '#data/store/open-store.ts'
import { type Asked, ask } from '#server/ask/ask.ts'
import type { Today } from '#server/ask/times.ts'

/** A question of a reader, with what must be understood. */
export interface Labelled {
  readonly question: string
  readonly language: string
  readonly expect: 'answer' | 'choice' | 'unknown'
  readonly intent: string
  readonly indicators: string
  readonly regions: string
  readonly period: string
  readonly measure: string
  readonly basis: string
  readonly note: string
}

/** The labelled questions of a file. */
export const readLabelled = (file: string): Labelled[] =>
  parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Labelled[]

/** `right`; `wrong`: an answer given with certainty that is not the one; `missed`: nothing wrong was said, and the answer not given. */
type Verdict = 'right' | 'wrong' | 'missed'

export interface Judged {
  readonly label: Labelled
  readonly verdict: Verdict
  readonly got: string
}

/** Asks all questions and holds what was understood against the labels. */
export async function judgeAll(store: Store, labels: readonly Labelled[], today: Today): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const label of labels) judged.push(judge(label, await ask(store, label.question, today)))
  return judged
}

const listOf = (text: string) => text.split(';').filter((each) => each !== '')

function judge(label: Labelled, asked: Asked): Judged {
  const got = describe(asked)
  const kind = asked.outcome?.kind ?? asked.decision.kind
  if (kind === 'answer')
    return { label, got, verdict: label.expect === 'answer' && isRight(label, asked) ? 'right' : 'wrong' }
  if (kind === label.expect)
    return { label, got, verdict: kind === 'unknown' || isOffered(label, asked) ? 'right' : 'missed' }
  return { label, got, verdict: 'missed' }
}

const groups: Readonly<Record<string, string>> = {
  provinces: 'provinces',
  zones: 'zones',
  clusters: 'clusters',
  cities: 'cities',
}

function isRight(label: Labelled, { reading, outcome }: Asked): boolean {
  if (!reading || outcome?.kind !== 'answer') return false
  const first = outcome.numbers[0]
  const indicators = outcome.indicator === undefined ? reading.indicators : [outcome.indicator]
  const checks = [
    isIntent(label, reading.intent),
    sameSet(indicators, listOf(label.indicators)) ||
      (label.intent === 'share' && indicators[0] === listOf(label.indicators)[0]),
    isOfRegions(label, reading),
    label.intent === 'definition' ||
      isOfPeriod(
        label,
        outcome.numbers.map(({ point }) => point.period),
      ),
    label.intent === 'definition' ||
      label.intent === 'source' ||
      first === undefined ||
      isOfMeasure(label, first.measure, first.transform),
  ]
  return checks.every(Boolean)
}

/** A share may be called a value: its number tells. */
const isIntent = ({ intent }: Labelled, got: string) =>
  got === intent || [got, intent].every((each) => each === 'share' || each === 'value')

function isOfRegions(label: Labelled, reading: NonNullable<Asked['reading']>): boolean {
  const wanted = listOf(label.regions)
  const group = wanted.find((word) => groups[word])
  if (group)
    return (
      reading.group === group ||
      (reading.group === undefined && group === 'provinces' && reading.intent === 'ranking')
    )
  return sameSet(reading.regions, wanted.length === 0 ? ['CN'] : wanted)
}

function isOfPeriod({ period, intent }: Labelled, got: readonly string[]): boolean {
  if (period === '') return true
  if (period.includes('..')) return isWithin(period.split('..'), got)
  const wanted = period.split(';')
  return intent === 'target' || wanted.length === 1
    ? wanted.includes(got[0] ?? '')
    : wanted.every((each) => got.includes(each))
}

/** Of a trend two numbers at least, all of the time asked for. */
function isWithin([first = '', last = '']: readonly string[], got: readonly string[]): boolean {
  const years = got.map((period) => period.slice(-7).replace(/^.*?(\d{4}).*$/, '$1'))
  return got.length > 1 && years.every((year) => year >= first.slice(0, 4) && year <= last.slice(0, 4))
}

function isOfMeasure({ measure, intent }: Labelled, got: string, transform: string): boolean {
  if (intent === 'share') return got === 'share_pct' || transform === 'share' || got === measure
  return (
    got === measure ||
    (measure === 'yoy_pct' && transform === 'yoy') ||
    (measure === 'share_pct' && transform === 'share')
  )
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each))

/** Of several indicators or regions that may be meant, two of the label are among those offered, or the one that it names. */
function isOffered(label: Labelled, { decision }: Asked): boolean {
  if (decision.kind !== 'choice') return true
  const codes = new Set(decision.readings.flatMap(({ indicators }) => indicators))
  const wanted = listOf(label.indicators)
  return wanted.filter((code) => codes.has(code)).length >= Math.min(2, wanted.length)
}

function describe({ decision, reading, outcome, question }: Asked): string {
  const of = reading ?? (decision.kind === 'reading' ? decision.reading : undefined)
  const kind = outcome?.kind ?? decision.kind
  const unknown = question.unknown.length > 0 ? ` ?${question.unknown.join('|')}` : ''
  const numbers =
    outcome?.kind === 'answer'
      ? outcome.numbers
          .slice(0, 3)
          .map(
            ({ point, measure, transform, region, basis }) =>
              `${region} ${point.period} ${measure}/${transform}/${basis}`,
          )
      : []
  const offered =
    decision.kind !== 'reading'
      ? decision.readings
          .map(({ indicators, regions }) => `${indicators.join('+')}@${regions.join('+')}`)
          .join(' ')
      : ''
  return `${kind}${unknown} ${of ? `${of.intent} ${of.indicators.join('+')} @${of.group ?? of.regions.join('+')} ${of.measure}/${of.transform}` : offered} ${numbers.join(', ')}`
}
