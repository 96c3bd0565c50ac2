import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type Measure, measureCodes } from '#data/model/measure.ts'
import { admits, type Period } from '#data/model/period.ts'
import type { Region } from '#data/model/region.ts'
import { type Around, type Predicate, sayMeasure } from './say-measure.ts'
import { sayPeriod } from './say-period.ts'
import { sayList, sayPlace, sayPlaces } from './say-place.ts'
import type { Told } from './told.ts'
import { words } from './words.ts'

/** What the text around the sentences lets them leave out. */
export interface Manner {
  /** How the nation is called; '' where the text is of nothing else. */
  readonly nation: '我国' | '全国' | ''
  /** The year that the title states. */
  readonly year?: number | undefined
  /** What the subject is called, where not by its own name. */
  readonly subject?: string | undefined
}

const alone: Manner = { nation: '我国' }

/**
 * Observations → the sentences that an official release would print: one for all that is said of one indicator,
 * region and period, and one for a list of regions of which the same is said.
 * The inverse of extraction: what is read from these sentences are the same observations, but for those of no
 * change, which 持平 says without a number.
 */
export function render(observations: readonly Told[], catalog: Catalog, manner = alone): string {
  const groups = groupBy(observations, subjectOf).values()
  const subjects = [...groups].map((group) => group.toSorted(byMeasure))
  const lists = groupBy(subjects, ([first]) => (first ? listOf(first, subjects) : '')).values()
  return [...lists].map((group) => sayGroup(group, catalog, manner)).join('')
}

/** A net addition since the end of the year before is said with the level at the end of its span. */
function periodOf({ measure, period }: Told): Period {
  const isFromYearEnd = measure === 'net_add' && period.start % 12 === 0
  return isFromYearEnd ? { time: 'moment', start: period.end, end: period.end } : period
}

const themeOf = (observation: Told) => {
  const { time, start, end } = periodOf(observation)
  return [observation.indicator, observation.status, time, start, end].join('|')
}

const subjectOf = (observation: Told) => `${themeOf(observation)}|${observation.region}`

/** What subjects must share to stand in one list. */
function listOf(first: Told, subjects: readonly (readonly Told[])[]): string {
  const own = subjects.find((subject) => subject[0] === first) ?? []
  return [themeOf(first), ...own.map(({ measure, of, comparedTo }) => `${measure},${of},${comparedTo}`)].join(
    '|',
  )
}

const order: readonly Measure[] = [
  'level',
  'yoy_pct',
  'growth_change_pp',
  'mom_pct',
  'net_add',
  'level_change',
  'share_pct',
  'share_change_pp',
  'contribution_pp',
]
const placeOf = ({ measure }: Told) => order.indexOf(measure) * measureCodes.length
const byMeasure = (a: Told, b: Told) => placeOf(a) - placeOf(b)

type Subject = readonly Told[]

function sayGroup(subjects: readonly Subject[], catalog: Catalog, manner: Manner): string {
  const [first] = subjects[0] ?? []
  if (!first) return ''
  const opening = sayOpening(subjects.flat(), manner)
  const list = subjects.length > 1 ? sayListed(subjects, catalog) : undefined
  const body = list ?? subjects.map((subject) => saySubject(subject, catalog, manner)).join('；')
  return `${opening}${body}。`
}

/** 2024年1—4月份， · 截至2023年末， · 力争到2026年， · 预计2024年， · 经初步核算，2023年， */
function sayOpening(observations: readonly Told[], manner: Manner): string {
  const lead = observations.find(({ measure }) => measure !== 'net_add') ?? observations[0]
  if (!lead) return ''
  const { time } = lead.period
  const period = sayOnly(observations, sayPeriod(lead.period, manner))
  if (lead.status === 'target') return `${words.aims}${sayAimed(lead.period, period)}，`
  if (lead.status === 'expected') return `${words.expected}${period}，`
  const dated = `${time === 'moment' ? '截至' : ''}${period}，`
  return lead.status === 'preliminary' ? `经${words.preliminary}，${dated}` : dated
}

/** 到2026年: what shall be reached by the end of a year is called by the year; what shall be done in a part of one, 2026年上半年. */
function sayAimed(period: Period, said: string): string {
  const isEnd = period.time === 'moment' || admits.year(period)
  return isEnd ? words.until + said.replace(/年末$/, '年') : said
}

/** 4月当月: of a stock, the additions of that month only. */
function sayOnly(observations: readonly Told[], said: string): string {
  const isOnly = observations.some(
    ({ measure, period: { start, end } }) => measure === 'net_add' && start === end && start % 12 !== 0,
  )
  return isOnly ? said.replace(/月份$/, '月当月') : said
}

const regionOf = ({ region }: Told, { regions }: Catalog): Region | undefined => regions.get(region)
const nameOf = ({ indicator }: Told, { indicators }: Catalog) =>
  indicators.get(indicator)?.name.zh ?? indicator

function saySubject(subject: Subject, catalog: Catalog, manner: Manner): string {
  const [first] = subject
  if (!first) return ''
  const region = regionOf(first, catalog)
  const around = { catalog, others: subject }
  const predicates = subject.map((observation) => {
    const predicate = say(observation, around)
    return joinPredicate(predicate) + sayAside(observation, predicate)
  })
  const name = manner.subject ?? nameOf(first, catalog)
  return `${region ? sayPlace(region, manner.nation) : ''}${name}${predicates.join('，')}`
}

const say = (observation: Told, around: Around): Predicate =>
  sayMeasure[observation.measure](observation, around)

const joinPredicate = ({ opening, verb, number }: Predicate) => opening + verb + number

/** （推算）, behind a number. */
const inBrackets = (aside: string | undefined) => (aside === undefined ? '' : `（${aside}）`)

const sayAside = ({ aside }: Told, { number }: Predicate) => (number === '' ? '' : inBrackets(aside))

/** 北京、广东和江苏软件业务收入分别为…，同比分别增长…; undefined where the members do not move the same way. */
function sayListed(subjects: readonly Subject[], catalog: Catalog): string | undefined {
  const [first] = subjects[0] ?? []
  if (!first) return undefined
  const regions = subjects.flatMap((subject) => (subject[0] ? (regionOf(subject[0], catalog) ?? []) : []))
  const columns = (subjects[0] ?? []).map((_, at) => sayColumn(subjects, at, catalog))
  const said = columns.filter((column) => column !== undefined)
  if (said.length < columns.length) return undefined
  return `${sayPlaces(regions)}${nameOf(first, catalog)}${said.join('，')}`
}

function sayColumn(subjects: readonly Subject[], at: number, catalog: Catalog): string | undefined {
  const cells = subjects.flatMap((subject) => {
    const observation = subject[at]
    return observation ? [{ observation, said: say(observation, { catalog, others: subject }) }] : []
  })
  const first = cells[0]?.said
  const isAlike = cells.every(({ said }) => said.opening === first?.opening && said.verb === first.verb)
  if (!first || !isAlike || first.number === '') return undefined
  const verb = first.verb === words.reaches || first.verb === '' ? words.is : first.verb
  const asides = new Set(cells.map(({ observation }) => observation.aside))
  const common = asides.size === 1 ? cells[0]?.observation.aside : undefined
  const numbers = cells.map(
    ({ observation, said }) => said.number + (common === undefined ? sayAside(observation, said) : ''),
  )
  const aside = inBrackets(common && words.all + common)
  return `${first.opening}${words.respectively}${verb}${sayList(numbers)}${aside}`
}
