import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Measure } from '#data/model/measure.ts'
import { monthOfYear, type Period, parsePeriod } from '#data/model/period.ts'
import { withUnit } from '#data/wording/interval-text.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { sayStatus } from '#data/wording/status-names.ts'
import { type Measured, printedText } from '#server/charts/index.ts'
import { asidesOf, derivedAs, type Fact, isUndecided, measuredOf, periodOf } from './fact.ts'

/** Numbers in plain English, one sentence for each indicator, region and period; it is not read back. */
export function sayInEnglish(facts: readonly Fact[], catalog: Catalog): string {
  const sentences = [...groupBy(facts, subjectOf).values()].map((group) => saySubject(group, catalog))
  return sentences.join(' ')
}

/** A net addition is said with the stock at the end of its span. */
function momentOf(fact: Fact): Period {
  const period = periodOf(fact)
  const isFromYearEnd = fact.measure === 'net_add' && monthOfYear(period.start) === 1
  return isFromYearEnd ? { time: 'moment', start: period.end, end: period.end } : period
}

function subjectOf(fact: Fact): string {
  const { time, start, end } = momentOf(fact)
  return [fact.indicator, fact.region, time, start, end, fact.point.status].join('|')
}

const order: readonly Measure[] = ['level', 'yoy_pct', 'growth_change_pp', 'mom_pct', 'net_add']
const placeOf = ({ measure }: Fact) => order.indexOf(measure) + 1 || order.length + 1

function saySubject(facts: readonly Fact[], catalog: Catalog): string {
  const [first, ...others] = facts.toSorted((a, b) => placeOf(a) - placeOf(b))
  if (!first) return ''
  const subject = `${nameOf(first.indicator, catalog)} in ${placeName(first.region, catalog)}`
  const opening = `${capitalized(sayWhen(first))}, ${subject} ${alone[first.measure](first, catalog)}`
  const clauses = [opening, ...others.map((fact) => beside[fact.measure](fact, catalog))]
  return `${clauses.join(', ').replace(secondShare, '$1 and ')}.`
}

/** Shares of two wholes: `making up 52% of mobile phone subscribers and 44% of the national total`. */
const secondShare = /(making up .*), making up /

/** In 2024 · at the end of Jul 2026 · according to preliminary figures, in 2024 · by the end of Dec 2025. */
function sayWhen(fact: Fact): string {
  const period = momentOf(fact)
  const said = formatPeriod(period, 'en')
  const { status } = fact.point
  const when = `${period.time === 'moment' ? (status === 'target' ? 'by the' : 'at the') : 'in'} ${said}`
  return status === 'preliminary' ? `${when} (${sayStatus(status, 'en').toLowerCase()})` : when
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `software revenue`, but `5G base stations`, `IPTV users`. */
export function nameOf(code: string, { indicators }: Catalog): string {
  const name = indicators.get(code)?.name.en ?? code
  return /^[A-Z](?=[a-z-])/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** `Guizhou`, `Eastern China`, `the Yangtze River Delta`, `the 15 sub-provincial cities`. */
export function placeName(code: string, { regions }: Catalog): string {
  const region = regions.get(code)
  if (!region) return code
  const name = region.name.en
  if (region.kind === 'zone') return `${name} China`
  if (region.kind === 'group') return `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`
  return / (Area|Delta)$/.test(name) ? `the ${name}` : name
}

interface Wanted {
  /** Of a move without its sign. */
  readonly isSize: boolean
  /** With what stands behind it in brackets. */
  readonly isMarked: boolean
}

/** The number with its unit, and about or over. */
export function sayValue(fact: Fact, catalog: Catalog, { isSize, isMarked }: Wanted): string {
  const shown = isSize ? { ...fact, point: sizeOf(fact.point) } : fact
  const text = textOf(shown, catalog).replace(/ pp$/, ' percentage points')
  const asides = isMarked ? asidesOf(fact, 'en') : []
  const about = fact.point.derived ? 'about ' : ''
  return about + text + (asides.length > 0 ? ` (${asides.join(', ').toLowerCase()})` : '')
}

/** 38,400 rather than 38.4 thousand, as texts have it. */
function withoutThousands(measured: Measured): Measured {
  const { indicator } = measured
  const { ladder, name } = indicator.unit
  const steps = { ...ladder, en: ladder.en.filter(([power]) => power !== 3) }
  return { ...measured, indicator: { ...indicator, unit: { name, ladder: steps } } }
}

const value = (fact: Fact, catalog: Catalog, isSize = false) =>
  sayValue(fact, catalog, { isSize, isMarked: true })

function textOf(fact: Fact, catalog: Catalog): string {
  const measured = measuredOf(catalog, fact)
  if (!fact.point.derived) return printedText(fact.point, withoutThousands(measured), 'en')
  const { digits, label } = derivedAs(fact, catalog, 'en')
  return withUnit(digits, label, 'en')
}

const sizeOf = (point: Fact['point']): Fact['point'] => ({
  ...point,
  value: Math.abs(point.value),
  printedValue: point.printedValue.replace(/^-/, ''),
})

const sign = ({ point }: Fact) => Math.sign(point.value)

type Say = (fact: Fact, catalog: Catalog) => string

/** `up 9.2% on a year earlier`; `rose 9.2% on a year earlier`; `level on a year earlier`, `about level` where the digits do not tell. */
const moves =
  (up: string, down: string, level: string, base: Say): Say =>
  (fact, catalog) => {
    const way = sign(fact)
    if (way === 0) return `${level} ${base(fact, catalog)}`
    if (isUndecided(fact) || isNearlyNothing(fact, catalog))
      return `${level.replace(/level$/, 'about level')} ${base(fact, catalog)}`
    return `${way > 0 ? up : down} ${value(fact, catalog, true)} ${base(fact, catalog)}`
  }

/** Whether none of the digits that are certain is any but 0. */
const isNearlyNothing = (fact: Fact, catalog: Catalog) =>
  fact.point.derived !== null && Number(derivedAs(fact, catalog, 'en').digits.replaceAll(',', '')) === 0

/** What a change is measured from. */
function baseOf(fact: Fact, catalog: Catalog, usual: string): string {
  const against = fact.point.comparedTo
  const [kind, code = ''] = against.split(':')
  if (kind === 'indicator') return nameOf(code, catalog)
  if (kind === 'region') return placeName(code, catalog)
  const { time } = periodOf(fact)
  const base = parsePeriod(against, time) ?? parsePeriod(against, 'span')
  return base ? (base.time === 'moment' ? 'the ' : '') + formatPeriod(base, 'en') : usual
}

const onYear: Say = (fact, catalog) => `on ${baseOf(fact, catalog, 'a year earlier')}`
const onPeriod: Say = (fact, catalog) => `on ${baseOf(fact, catalog, 'the period before')}`
const onYearEnd: Say = (fact, catalog) => {
  const isMoment = periodOf(fact).time === 'moment'
  return `on ${baseOf(fact, catalog, isMoment ? 'the end of the year before' : 'a year earlier')}`
}
const sinceYearEnd: Say = (fact, catalog) => `since ${baseOf(fact, catalog, 'the end of the year before')}`

const sayPace: Say = (fact, catalog) => {
  const base = baseOf(fact, catalog, 'a year earlier')
  const isPeriod = /^(the end of )?([A-Z]\S* )?\d{4}$/.test(base)
  const than = isPeriod ? `in ${base}`.replace('in the end', 'at the end') : base
  if (isUndecided(fact) || sign(fact) === 0)
    return `${fact.point.value === 0 ? 'the same growth as' : 'much the same growth as'} ${than}`
  return `growth ${value(fact, catalog, true)} ${sign(fact) > 0 ? 'higher' : 'lower'} than ${than}`
}

function wholeOf({ of }: Fact, catalog: Catalog): string {
  if (of.startsWith('region:'))
    return of === `region:CN`
      ? 'the national total'
      : `the total of ${placeName(of.slice('region:'.length), catalog)}`
  return of === '' ? 'the whole' : nameOf(of, catalog)
}

/** Verbs that suit one thing and several. */
function levelVerb(fact: Fact): string {
  const { status } = fact.point
  if (status === 'target' || status === 'expected') return 'should reach'
  return periodOf(fact).time === 'moment' ? 'stood at' : 'came to'
}

/** What is said of a subject first: with its verb. */
const alone: Readonly<Record<Measure, Say>> = {
  level: (fact, catalog) => `${levelVerb(fact)} ${value(fact, catalog)}`,
  yoy_pct: moves('rose', 'fell', 'was level', onYear),
  mom_pct: moves('rose', 'fell', 'was level', onPeriod),
  net_add: moves('rose by a net', 'fell by a net', 'was level', sinceYearEnd),
  level_change: moves('rose', 'fell', 'was level', onYearEnd),
  share_pct: (fact, catalog) =>
    catalog.indicators.get(fact.indicator)?.shareOf === undefined
      ? `made up ${value(fact, catalog)} of ${wholeOf(fact, catalog)}`
      : `${levelVerb(fact)} ${value(fact, catalog)}`,
  share_change_pp: (fact, catalog) =>
    `saw its share of ${wholeOf(fact, catalog)} ${moves('up', 'down', 'level', onYearEnd)(fact, catalog)}`,
  growth_change_pp: (fact, catalog) => `saw ${sayPace(fact, catalog)}`,
  contribution_pp: (fact, catalog) =>
    `contributed ${value(fact, catalog)} to the growth of ${contributesTo(fact, catalog)}`,
}

/** The same behind another number. */
const beside: Readonly<Record<Measure, Say>> = {
  ...alone,
  yoy_pct: moves('up', 'down', 'level', onYear),
  mom_pct: moves('up', 'down', 'level', onPeriod),
  net_add: moves('a net addition of', 'a net loss of', 'level', sinceYearEnd),
  level_change: moves('up', 'down', 'level', onYearEnd),
  share_pct: (fact, catalog) => `making up ${value(fact, catalog)} of ${wholeOf(fact, catalog)}`,
  share_change_pp: (fact, catalog) => `its share ${moves('up', 'down', 'level', onYearEnd)(fact, catalog)}`,
  growth_change_pp: (fact, catalog) => `with ${sayPace(fact, catalog)}`,
  contribution_pp: (fact, catalog) =>
    `contributing ${value(fact, catalog)} to the growth of ${contributesTo(fact, catalog)}`,
}

function contributesTo({ indicator }: Fact, catalog: Catalog): string {
  const whole = catalog.indicators.get(indicator)?.partOf
  return whole === undefined ? 'the whole' : nameOf(whole, catalog)
}
