import type { Language } from '#data/model/language.ts'
import type { Store } from '#data/store/open-store.ts'
import { chooseRegions } from '#server/queries/choose-regions.ts'
import { type Address, addressOfRanking } from '../address.ts'
import type { Reading } from '../decide.ts'
import { type Found, findPoints } from '../find-points.ts'
import { baseOf } from '../question.ts'
import { sayIndicator, sayMeasured, sayPlaceAndValue, saySources, sayTime } from '../say.ts'
import { findRanking, type Ranked } from './find-ranking.ts'
import type { Outcome } from './outcome.ts'
import { sayNothing } from './value.ts'

const groupOfKind: Readonly<Record<string, string>> = { zone: 'zones', city: 'cities', cluster: 'clusters' }

/** How many of a long ranking a sentence says. */
const said = 3

/** Who stands where among the regions of a kind. */
export async function answerRanking(store: Store, reading: Reading): Promise<Outcome> {
  const { catalog } = store
  const [code = '', region = 'CN'] = [reading.indicators[0], reading.regions[0]]
  const group = reading.group ?? groupOfKind[catalog.regions.get(region)?.kind ?? ''] ?? 'provinces'
  const members = chooseRegions(catalog, [group])
  const { rows, period } = await findRanking(store, reading, group, members)
  const own = region === 'CN' ? undefined : rows.find(({ found }) => found.region === region)
  const [first] = rows
  if (!first && region === 'CN') return sayNoRanking(store, reading, group, members)
  if (!first || (!own && region !== 'CN'))
    return sayNothing(catalog, { code, region }, await newestOf(store, reading))
  if (!isEnough(rows, members)) return sayTooFew(store, reading, rows)
  const address = addressOfRanking({ ...first.found, group, regions: members, period })
  if (own) return answerRows(store, rows, address, { shown: [own], all: [own] })
  if (reading.side) return answerFiltered(store, reading, rows, address)
  const shown = (reading.isLowest ? rows.toReversed() : rows).slice(0, said)
  return answerRows(store, rows, address, { shown, all: rows })
}

const groupNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  provinces: { zh: '各省', en: 'provinces' },
  zones: { zh: '各区域', en: 'zones' },
  clusters: { zh: '各城市群', en: 'clusters of cities' },
  cities: { zh: '各城市', en: 'cities' },
}

/** That the regions have no figures at the time asked for, and when they last had. */
async function sayNoRanking(
  store: Store,
  reading: Reading,
  group: string,
  members: readonly string[],
): Promise<Outcome> {
  const { catalog } = store
  const time = { ...reading.time, times: [], range: undefined, isYearBefore: false }
  const newest = (await findRanking(store, { ...reading, time }, group, members)).rows.map(
    ({ found }) => found,
  )
  const sentence = (language: Language) => {
    const what = sayIndicator(catalog, reading.indicators[0] ?? '', language)
    const who = groupNames[group]?.[language] ?? ''
    const [last] = newest
    const hint = last
      ? { zh: `；最近的是${sayTime(last, 'zh')}`, en: `; the newest are of ${sayTime(last, 'en')}` }[language]
      : ''
    return language === 'zh'
      ? `没有${who}${what}在所问时期的数字${hint}。`
      : `There are no figures of ${what} of ${who} at that time${hint}.`
  }
  return { kind: 'unknown', sentence, nearest: newest.slice(0, said) }
}

interface Chosen {
  /** What the sentence says. */
  readonly shown: readonly Ranked[]
  readonly all: readonly Ranked[]
}

const answerRows = (
  store: Store,
  rows: readonly Ranked[],
  address: Address,
  { shown, all }: Chosen,
): Outcome => ({
  kind: 'answer',
  ...address,
  ranks: all.map(({ rank }) => rank),
  numbers: all.map(({ found }) => found),
  sentence: (language) => sayRanking(store, shown, rows.length, language),
})

/** 超过1万亿元的省: those of a ranking on one side of the number that is quoted. */
function answerFiltered(
  { catalog }: Store,
  { side, quoted }: Reading,
  rows: readonly Ranked[],
  address: Address,
): Outcome {
  const limit = quoted[0] ? baseOf(quoted[0]) : 0
  const inside = rows.filter(
    ({ found: { point } }) =>
      limit !== undefined && (side === 'above' ? point.value > limit : point.value < limit),
  )
  const [{ found }] = rows as [Ranked]
  return {
    kind: 'answer',
    ...address,
    ranks: inside.map(({ rank }) => rank),
    numbers: inside.map((each) => each.found),
    sentence: (language) => {
      const [what, time] = [sayMeasured(catalog, found, language), sayTime(found, language)]
      const sourced = inside.length > 0 ? inside.map((each) => each.found) : [found]
      const source = saySources(catalog, sourced, language)
      const list = inside.map((each) => sayPlaceAndValue(catalog, each.found, language))
      return language === 'zh'
        ? `${time}，有数的${rows.length}个地区中，${what}符合所问条件的有${inside.length}个${list.length > 0 ? `：${list.join('、')}` : ''}${source}。`
        : `${what}, ${time}: ${inside.length} of the ${rows.length} regions with a figure${list.length > 0 ? `: ${list.join(', ')}` : ''}${source}.`
    },
  }
}

/** A ranking of fewer than half of the regions would say of the others what nobody knows. */
const isEnough = (rows: readonly Ranked[], members: readonly string[]) =>
  rows.length * 2 >= Math.min(members.length, covered)

/** The provinces that national statistics cover. */
const covered = 31

function sayRanking({ catalog }: Store, shown: readonly Ranked[], count: number, language: Language): string {
  const [{ found }] = shown as [Ranked]
  const isChinese = language === 'zh'
  const list = shown.map((each) => {
    const said = sayPlaceAndValue(catalog, each.found, language)
    return isChinese ? `${said}，居第${each.rank}位` : `${said}, rank ${each.rank}`
  })
  const [what, time] = [sayMeasured(catalog, found, language), sayTime(found, language)]
  const source = saySources(
    catalog,
    shown.map((each) => each.found),
    language,
  )
  return isChinese
    ? `${time}，有数的${count}个地区中，${what}：${list.join('；')}${source}。`
    : `${what}, ${time}, among ${count} regions with a figure: ${list.join('; ')}${source}.`
}

function sayTooFew({ catalog }: Store, { indicators }: Reading, rows: readonly Ranked[]): Outcome {
  const sentence = (language: Language) => {
    const what = sayIndicator(catalog, indicators[0] ?? '', language)
    return language === 'zh'
      ? `${what}同一时期最多只有${rows.length}个地区有数，不能排名。`
      : `No more than ${rows.length} regions have a figure of ${what} for one period, too few to rank.`
  }
  return { kind: 'unknown', sentence, nearest: rows.slice(0, said).map(({ found }) => found) }
}

async function newestOf(
  store: Store,
  { indicators, regions, measure, transform }: Reading,
): Promise<Found[]> {
  const points = await findPoints(store, indicators[0] ?? '', [regions[0] ?? 'CN'], { measure, transform })
  return points.toSorted((a, b) => b.period.end - a.period.end).slice(0, said)
}
