import type { Catalog } from '#data/catalog/catalog.ts'
import { abroad } from '#data/language/lexicon.ts'
import { type Home, isWord, type Token } from '#data/language/token.ts'
import { homeRegion } from '../home-region.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, isMention, meaningOf, type Statement } from '../statement.ts'

interface Place {
  readonly regions: readonly string[] | undefined
  /** The regions of the paragraph in the order they came, for 四个地区. */
  readonly listed: readonly string[]
  /** The last list of regions, for 四个地区 where it has as many. */
  readonly list: readonly string[]
  readonly paragraph: number
  readonly sentence: number
  /** Whether it was named beside a number, and not as what the text is about. */
  readonly withNumber: boolean
  /** What 其中 opened: the region before it, and the indicators it is said of. */
  readonly within: Within | undefined
  /** Whether 其中 stands right before. */
  readonly opening: boolean
  /** The region the article speaks for: its publisher's, or the one its first paragraphs name. */
  readonly home: string | undefined
  readonly publisher: string | undefined
  /** The province or city named last, in the paragraph or as the only one of the article. */
  readonly latest: string | undefined
  readonly isOnly: boolean
  /** Whether a figure of the nation has been read: what comes later speaks for its paragraph only. */
  readonly national: boolean
  /** How many paragraphs have been read. */
  readonly read: number
  /** 全省 was said and nobody knows of which: no figure without a region is the nation's. */
  readonly lost: boolean
  /** The place that a heading names before its colon: 「东莞：固定电话用户下降」, for the paragraphs below. */
  readonly headed: readonly string[] | undefined
  /** It was meant by 全省 or 全市: the paragraph speaks for it. */
  readonly meant: boolean
  /** The sentence speaks of so many places that nobody knows: 19个城市. */
  readonly unclear: boolean
}

interface Within {
  readonly outer: readonly string[] | undefined
  readonly codes: readonly string[]
}

const nowhere = {
  listed: [],
  list: [],
  paragraph: -1,
  sentence: -1,
  withNumber: false,
  opening: false,
  read: 0,
  headed: undefined,
  national: false,
  isOnly: true,
  lost: false,
  meant: false,
  unclear: false,
}

/** 「东部地区收入3.2万亿元，同比增长12.2%」: the region holds for its sentence; without one, the publisher's. */
export const carryRegion: Refiner = (statements, context) => {
  let place: Place = {
    ...nowhere,
    regions: undefined,
    within: undefined,
    latest: context.mentioned,
    home: context.home,
    publisher: context.home,
  }
  return statements.map((statement) => {
    place = notice(
      leaveScope(enter(place, statement, context.catalog), statement),
      statement,
      context.catalog,
    )
    const regions = isMeasureOnly(statement) ? undefined : statedRegions(statement, place, context)
    if (!statement.aside) place = withHeading(after(place, statement, regions), statement, context.catalog)
    if (isMention(statement)) return statement
    const placed = withRegions(statement, regions, place)
    if (!place.national && meaningOf(placed).regions?.[0] === 'CN') place = { ...place, national: true }
    return placed
  })
}

/** 是安徽的5倍, 超过武汉: a region to measure by, of which nothing is said. */
function isMeasureOnly({ clause }: Statement): boolean {
  if (isWord(clause.next, 'times')) return true
  const at = clause.tokens.findIndex(({ kind }) => kind === 'region')
  const before = clause.tokens[at - 1]
  return isMeasure(before) && clause.quantities.length === 0
}

const isMeasure = (token: Token | undefined) => isWord(token, '>') || isWord(token, '<')

/** 「东莞：…」 as a heading holds for what stands below; any other heading, or such a line of a list, ends it. */
function withHeading(
  place: Place,
  { isHeading, isItem, sentence, clause }: Statement,
  catalog: Catalog,
): Place {
  const isFirst = sentence === 1 && clause.after === 'sentence'
  if (!isFirst || !(isHeading || isItem)) return place
  const [region, ...others] = clause.tokens.filter((token) => !isNumbering(token))
  const isName = isHeading && region?.kind === 'region' && others.length === 0
  return { ...place, headed: isName && isPlace(region.codes, catalog) ? region.codes : undefined }
}

/** 一、 or 【】 around the name of a place. */
const isNumbering = (token: Token) =>
  (token.kind === 'text' && token.end - token.start === 1) || isWord(token, 'and')

function after(place: Place, statement: Statement, regions: readonly string[] | undefined): Place {
  const opening = statement.slots.has('scope')
  if (regions) return enterRegions(place, statement, { regions, opening })
  if (statement.slots.countedRegions !== undefined) return { ...place, regions: undefined, unclear: true }
  if (statement.slots.home !== undefined) return { ...place, regions: undefined, opening, lost: true }
  return opening === place.opening ? place : { ...place, opening }
}

function enterRegions(
  place: Place,
  statement: Statement,
  { regions, opening }: { regions: readonly string[]; opening: boolean },
): Place {
  const { slots, clause, stated } = statement
  const withNumber = clause.quantities.length > 0
  const isNational = withNumber && regions[0] === 'CN'
  const isMember = (opening || place.opening) && withNumber
  const meant = saysAll(slots)
  return {
    ...place,
    regions,
    listed: lastListed(place.listed, regions),
    list: regions.length >= place.list.length ? regions : place.list,
    withNumber,
    within: isMember ? { outer: place.regions, codes: stated.indicators ?? [] } : undefined,
    opening: opening && !withNumber,
    unclear: false,
    meant,
    home: isNational
      ? place.publisher
      : (place.home ?? (meant && maySpeakFor(place) ? regions[0] : undefined)),
    lost: false,
  }
}

const toList = (code: string | undefined) => (code === undefined ? undefined : [code])

/** 全省, 全市; 当地 says only where. */
const saysAll = ({ home }: Statement['slots']) => home !== undefined && home.level !== 'place'

/** As many paragraphs may tell whom an article speaks for. */
const leadParagraphs = 2
const maySpeakFor = ({ read, national }: Place) => read <= leadParagraphs && !national

function withRegions(statement: Statement, regions: readonly string[] | undefined, place: Place): Statement {
  if (regions) return { ...statement, stated: { ...statement.stated, regions } }
  if (place.unclear) return { ...statement, refused: statement.refused ?? 'no-region' }
  const known = carried(statement, place) ?? place.headed ?? toList(place.home)
  if (statement.slots.home || (place.lost && !known))
    return { ...statement, refused: statement.refused ?? 'no-region' }
  return imply(statement, { regions: known ?? ['CN'] })
}

/** Each region once, where it was named last. */
const lastListed = (listed: readonly string[], regions: readonly string[]) =>
  [...new Set([...listed, ...regions].reverse())].reverse()

/** A list of regions holds for what goes on speaking of it, not for a new subject with one number. */
function carried(
  { stated, slots, clause }: Statement,
  { regions, list }: Place,
): readonly string[] | undefined {
  const count = clause.quantities.length
  const isOfList = slots.has('respectively') && count > 1 && (stated.indicators?.length ?? 1) === 1
  if (isOfList && regions === undefined && count === list.length) return list
  if (regions === undefined || regions.length === 1) return regions
  const isNew = stated.indicators !== undefined && clause.quantities.length === 1 && !slots.has('evenly')
  return isNew ? undefined : regions
}

function enter(place: Place, { paragraph, sentence, slots, clause }: Statement, catalog: Catalog): Place {
  if (paragraph !== place.paragraph)
    return {
      ...place,
      ...nowhere,
      regions: undefined,
      within: undefined,
      paragraph,
      sentence,
      ...lasting(place),
    }
  if (sentence === place.sentence)
    return isHomeAgain(place, clause) ? { ...place, regions: undefined } : place
  const isPassing = place.withNumber && place.home !== undefined && !place.meant
  const isAbout = isPlace(place.regions, catalog) && !isPassing
  const stays = slots.has('scope') || isAbout
  return { ...place, regions: stays ? place.regions : undefined, within: undefined, unclear: false, sentence }
}

/** 「全球占比超60%；5G基站425万个」: abroad ends with its part of the sentence. */
const isHomeAgain = ({ regions }: Place, { after }: Statement['clause']) =>
  regions?.[0] === abroad && after === 'part'

const lasting = ({ read, lost, national, isOnly, latest, headed }: Place) => ({
  ...{ read: read + 1, lost, national, isOnly, headed },
  latest: isOnly ? latest : undefined,
})

/** 「其中成都市占40%；千兆用户700万户」: a new subject is not the member's. */
function leaveScope(place: Place, { stated, slots }: Statement): Place {
  const { within } = place
  const codes = stated.indicators ?? []
  const isOther = codes.length > 0 && !codes.every((code) => within?.codes.includes(code))
  if (!within || !isOther || slots.regions.length > 0) return place
  return { ...place, regions: within.outer, within: undefined }
}

/** One province or city is what a paragraph is about; a zone or a list is one of several. */
function isPlace(regions: readonly string[] | undefined, catalog: Catalog): boolean {
  const [region, ...others] = regions ?? []
  const kind = region === undefined ? undefined : catalog.regions.get(region)?.kind
  return others.length === 0 && (kind === 'province' || kind === 'city' || kind === 'area')
}

/** The places a clause names, what it says of them apart: 「记者从云南省通信管理局获悉」 speaks for Yunnan. */
function notice(place: Place, { clause: { tokens }, slots }: Statement, catalog: Catalog): Place {
  const at = tokens.findIndex(isAuthority)
  const speaker = codeOf(tokens[at], catalog)
  const latest = slots.target
    ? undefined
    : codeOf(
        tokens.findLast(({ kind }) => kind === 'region'),
        catalog,
      )
  const known = latest === undefined ? place : { ...place, latest, isOnly: isSame(place, latest, catalog) }
  if (speaker === undefined) return known
  const home = place.home ?? (maySpeakFor(place) ? speaker : undefined)
  return { ...known, home, regions: [speaker], withNumber: false }
}

/** Whether only one province has been spoken of, with its cities. */
function isSame({ latest, isOnly }: Place, code: string, catalog: Catalog): boolean {
  const province = { level: 'province', own: false } as const
  const [before, now] = [latest, code].map((region) => homeRegion(province, region, catalog))
  return isOnly && (before === undefined || before === now)
}

const isAuthority = (token: Token, at: number, tokens: readonly Token[]) =>
  token.kind === 'region' && tokens[at + 1]?.start === token.end && isWord(tokens[at + 1], 'authority')

/** A province or a city; the nation and the zones have no 全省. */
function codeOf(token: Token | undefined, catalog: Catalog): string | undefined {
  if (token?.kind !== 'region' || !isPlace(token.codes, catalog)) return undefined
  return token.codes[0]
}

function statedRegions(
  { slots }: Statement,
  place: Place,
  { catalog, home }: ArticleContext,
): readonly string[] | undefined {
  const named = slots.regions.flatMap(({ codes }) => codes)
  if (slots.home) {
    const meant = regionMeant(slots.home, named, { place, catalog, publisher: home })
    if (meant !== undefined) return [meant]
  }
  if (named.length > 0) return named
  const { listed, list } = place
  if (slots.countedRegions !== undefined && list.length === slots.countedRegions) return list
  return slots.countedRegions !== undefined && listed.length >= slots.countedRegions
    ? listed.slice(-slots.countedRegions)
    : undefined
}

interface Around {
  readonly place: Place
  readonly catalog: Catalog
  readonly publisher: string | undefined
}

/** 全省 is of the place spoken of, 我省 the writer's. */
function regionMeant(home: Home, named: readonly string[], { place, catalog, publisher }: Around) {
  const spokenOf = [
    named.at(-1),
    isPlace(place.regions, catalog) ? place.regions?.[0] : undefined,
    place.headed?.[0],
  ]
  const writers = [publisher, place.home]
  const order = home.own ? [...writers, ...spokenOf, place.latest] : [...spokenOf, ...writers, place.latest]
  for (const code of home.level === 'place' ? [...spokenOf, place.latest] : order) {
    const meant = homeRegion(home, code, catalog)
    if (meant !== undefined) return meant
  }
  return undefined
}
