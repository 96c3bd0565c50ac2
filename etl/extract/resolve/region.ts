import type { Catalog } from '#data/catalog/catalog.ts'
import { abroad } from '#data/language/lexicon.ts'
import { type Home, isWord, type Token } from '#data/language/token.ts'
import type { ArticleContext } from '../article-context.ts'
import { homeRegion } from '../home-region.ts'
import { hasNoNumber, type Mention } from '../mention.ts'
import { isWithin, type Place } from '../remembered.ts'
import { byDefault, carried, type Decision, refuse, resolver, stated } from './resolver.ts'

type Decided = Decision<'region'> | undefined

interface Memory {
  readonly regions: readonly string[] | undefined
  /** The regions of the paragraph in the order they came, for 四个地区. */
  readonly listed: readonly string[]
  /** The last list of regions, for 四个地区 where it has as many. */
  readonly list: readonly string[]
  readonly at: Place | undefined
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
  regions: undefined,
  within: undefined,
  listed: [],
  list: [],
  at: undefined,
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
export const region = resolver({
  writes: 'region',
  reads: ['subject'],
  examples: [
    ['2024年，北京市软件业务收入3.2万亿元，同比增长12%。', 'software_revenue 110000 2024 yoy_pct 12%'],
  ],
  begin: (article) => {
    const { catalog, home, mentioned } = article
    let memory: Memory = { ...nowhere, latest: mentioned, home, publisher: home }
    return (mention, { subject }) => {
      const named = subject?.by === 'stated' ? subject.value : undefined
      memory = notice(leaveScope(enter(memory, mention, catalog), mention, named), mention, catalog)
      const regions = isMeasureOnly(mention) ? undefined : statedRegions(mention, memory, article)
      if (!mention.aside) memory = withHeading(after(memory, { mention, named, regions }), mention, catalog)
      if (hasNoNumber(mention)) return undefined
      const decided: Decided = regions ? stated(regions) : regionsAround(mention, memory, named)
      if (decided.value?.[0] === 'CN') memory = { ...memory, national: true }
      return decided
    }
  },
})

/** 是安徽的5倍, 超过武汉: a region to measure by, of which nothing is said. */
function isMeasureOnly({ clause }: Mention): boolean {
  if (isWord(clause.next, 'times')) return true
  const at = clause.tokens.findIndex(({ kind }) => kind === 'region')
  const before = clause.tokens[at - 1]
  return isMeasure(before) && clause.quantities.length === 0
}

const isMeasure = (token: Token | undefined) => isWord(token, '>') || isWord(token, '<')

/** 「东莞：…」 as a heading holds for what stands below; any other heading, or such a line of a list, ends it. */
function withHeading(
  memory: Memory,
  { isHeading, isItem, sentence, clause }: Mention,
  catalog: Catalog,
): Memory {
  const isFirst = sentence === 1 && clause.after === 'sentence'
  if (!isFirst || !(isHeading || isItem)) return memory
  const [region, ...others] = clause.tokens.filter((token) => !isNumbering(token))
  const isName = isHeading && region?.kind === 'region' && others.length === 0
  return { ...memory, headed: isName && isPlace(region.codes, catalog) ? region.codes : undefined }
}

/** 一、 or 【】 around the name of a place. */
const isNumbering = (token: Token) =>
  (token.kind === 'text' && token.end - token.start === 1) || isWord(token, 'and')

/** A mention with the indicators and the regions that its own words name. */
interface Naming {
  readonly mention: Mention
  readonly named: readonly string[] | undefined
  readonly regions: readonly string[] | undefined
}

function after(memory: Memory, { mention, named, regions }: Naming): Memory {
  const opening = mention.roles.has('scope')
  if (regions) return enterRegions(memory, mention, { regions, opening, named })
  if (mention.roles.countedRegions !== undefined) return { ...memory, regions: undefined, unclear: true }
  if (mention.roles.home !== undefined) return { ...memory, regions: undefined, opening, lost: true }
  return opening === memory.opening ? memory : { ...memory, opening }
}

function enterRegions(
  memory: Memory,
  { roles, clause }: Mention,
  { regions, opening, named }: { regions: readonly string[]; opening: boolean; named: Naming['named'] },
): Memory {
  const withNumber = clause.quantities.length > 0
  const isNational = withNumber && regions[0] === 'CN'
  const isMember = (opening || memory.opening) && withNumber
  const meant = saysAll(roles)
  return {
    ...memory,
    regions,
    listed: lastListed(memory.listed, regions),
    list: regions.length >= memory.list.length ? regions : memory.list,
    withNumber,
    within: isMember ? { outer: memory.regions, codes: named ?? [] } : undefined,
    opening: opening && !withNumber,
    unclear: false,
    meant,
    home: isNational
      ? memory.publisher
      : (memory.home ?? (meant && maySpeakFor(memory) ? regions[0] : undefined)),
    lost: false,
  }
}

const toList = (code: string | undefined) => (code === undefined ? undefined : [code])

/** 全省, 全市; 当地 says only where. */
const saysAll = ({ home }: Mention['roles']) => home !== undefined && home.level !== 'place'

/** As many paragraphs may tell whom an article speaks for. */
const leadParagraphs = 2
const maySpeakFor = ({ read, national }: Memory) => read <= leadParagraphs && !national

function regionsAround(
  mention: Mention,
  memory: Memory,
  named: readonly string[] | undefined,
): Decision<'region'> {
  if (memory.unclear) return refuse('no-region')
  const known = goingOn(mention, memory, named) ?? memory.headed ?? toList(memory.home)
  if (mention.roles.home || (memory.lost && !known)) return refuse('no-region')
  return known ? carried(known) : byDefault(['CN'])
}

/** Each region once, where it was named last. */
const lastListed = (listed: readonly string[], regions: readonly string[]) =>
  [...new Set([...listed, ...regions].reverse())].reverse()

/** A list of regions holds for what goes on speaking of it, not for a new subject with one number. */
function goingOn(
  { roles, clause }: Mention,
  { regions, list }: Memory,
  named: readonly string[] | undefined,
): readonly string[] | undefined {
  const count = clause.quantities.length
  const isOfList = roles.has('respectively') && count > 1 && (named?.length ?? 1) === 1
  if (isOfList && regions === undefined && count === list.length) return list
  if (regions === undefined || regions.length === 1) return regions
  const isNew = named !== undefined && clause.quantities.length === 1 && !roles.has('evenly')
  return isNew ? undefined : regions
}

function enter(memory: Memory, mention: Mention, catalog: Catalog): Memory {
  const { roles, clause } = mention
  if (!isWithin.paragraph(mention, memory.at))
    return { ...memory, ...nowhere, at: mention, ...lasting(memory) }
  if (isWithin.sentence(mention, memory.at))
    return isHomeAgain(memory, clause) ? { ...memory, regions: undefined } : memory
  const isPassing = memory.withNumber && memory.home !== undefined && !memory.meant
  const isAbout = isPlace(memory.regions, catalog) && !isPassing
  const stays = roles.has('scope') || isAbout
  return {
    ...memory,
    regions: stays ? memory.regions : undefined,
    within: undefined,
    unclear: false,
    at: mention,
  }
}

/** 「全球占比超60%；5G基站425万个」: abroad ends with its part of the sentence. */
const isHomeAgain = ({ regions }: Memory, { after }: Mention['clause']) =>
  regions?.[0] === abroad && after === 'part'

const lasting = ({ read, lost, national, isOnly, latest, headed }: Memory) => ({
  ...{ read: read + 1, lost, national, isOnly, headed },
  latest: isOnly ? latest : undefined,
})

/** 「其中成都市占40%；千兆用户700万户」: a new subject is not the member's. */
function leaveScope(memory: Memory, { roles }: Mention, codes: readonly string[] = []): Memory {
  const { within } = memory
  const isOther = codes.length > 0 && !codes.every((code) => within?.codes.includes(code))
  if (!within || !isOther || roles.regions.length > 0) return memory
  return { ...memory, regions: within.outer, within: undefined }
}

/** One province or city is what a paragraph is about; a zone or a list is one of several. */
function isPlace(regions: readonly string[] | undefined, catalog: Catalog): boolean {
  const [region, ...others] = regions ?? []
  const kind = region === undefined ? undefined : catalog.regions.get(region)?.kind
  return others.length === 0 && (kind === 'province' || kind === 'city' || kind === 'area')
}

/** The places a clause names, what it says of them apart: 「记者从云南省通信管理局获悉」 speaks for Yunnan. */
function notice(memory: Memory, { clause: { tokens }, roles }: Mention, catalog: Catalog): Memory {
  const at = tokens.findIndex(isAuthority)
  const speaker = codeOf(tokens[at], catalog)
  const latest = roles.reference
    ? undefined
    : codeOf(
        tokens.findLast(({ kind }) => kind === 'region'),
        catalog,
      )
  const known = latest === undefined ? memory : { ...memory, latest, isOnly: isSame(memory, latest, catalog) }
  if (speaker === undefined) return known
  const home = memory.home ?? (maySpeakFor(memory) ? speaker : undefined)
  return { ...known, home, regions: [speaker], withNumber: false }
}

/** Whether only one province has been spoken of, with its cities. */
function isSame({ latest, isOnly }: Memory, code: string, catalog: Catalog): boolean {
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
  { roles }: Mention,
  memory: Memory,
  { catalog, home }: ArticleContext,
): readonly string[] | undefined {
  const named = roles.regions.flatMap(({ codes }) => codes)
  if (roles.home) {
    const meant = regionMeant(roles.home, named, { memory, catalog, publisher: home })
    if (meant !== undefined) return [meant]
  }
  if (named.length > 0) return named
  const { listed, list } = memory
  if (roles.countedRegions !== undefined && list.length === roles.countedRegions) return list
  return roles.countedRegions !== undefined && listed.length >= roles.countedRegions
    ? listed.slice(-roles.countedRegions)
    : undefined
}

interface Around {
  readonly memory: Memory
  readonly catalog: Catalog
  readonly publisher: string | undefined
}

/** 全省 is of the place spoken of, 我省 the writer's. */
function regionMeant(home: Home, named: readonly string[], { memory, catalog, publisher }: Around) {
  const spokenOf = [
    named.at(-1),
    isPlace(memory.regions, catalog) ? memory.regions?.[0] : undefined,
    memory.headed?.[0],
  ]
  const writers = [publisher, memory.home]
  const order = home.own ? [...writers, ...spokenOf, memory.latest] : [...spokenOf, ...writers, memory.latest]
  for (const code of home.level === 'place' ? [...spokenOf, memory.latest] : order) {
    const meant = homeRegion(home, code, catalog)
    if (meant !== undefined) return meant
  }
  return undefined
}
