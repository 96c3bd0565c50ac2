import type { Catalog } from '#data/catalog/catalog.ts'
import questionWords from '#data/language/questions/words.json' with { type: 'json' }
import type { Transform } from '#data/model/derive/derived.ts'
import type { Measure } from '#data/model/measure.ts'
import { type AskedTime, isTimeNamed, toAskedTime } from './asked-time.ts'
import type { IndicatorNames } from './find-indicators.ts'
import type { Intent } from './intent.ts'
import type { Mention, Question, Quoted } from './question.ts'
import { type Known, type Named, resolveMention } from './resolve-mention.ts'
import type { Today } from './times.ts'
import type { Group } from './words.ts'

/** A question as it is understood: what is looked up. */
export interface Reading {
  readonly intent: Intent
  readonly indicators: readonly string[]
  /** The whole of a share: an indicator, or CN for a region's share in the nation. */
  readonly whole: string | undefined
  /** A topic was named, and its headline is taken. */
  readonly isOfTopic: boolean
  readonly regions: readonly string[]
  readonly group: Group | undefined
  readonly time: AskedTime
  readonly measure: Measure
  readonly transform: Transform
  readonly isLowest: boolean
  /** 哪一年最高: of a trend only its highest or lowest number. */
  readonly isExtreme: boolean
  readonly quoted: readonly Quoted[]
  /** 超过1万亿: on which side of the quoted number. */
  readonly side: 'above' | 'below' | undefined
  readonly issuer: string | undefined
  /** No place is named, not even the nation. */
  readonly isOfAnyPlace: boolean
}

/** What a question comes to before any figure is looked up. */
export type Decision =
  | { readonly kind: 'reading'; readonly reading: Reading }
  /** It may mean any of these. */
  | { readonly kind: 'choice'; readonly readings: readonly Reading[] }
  /** It says what is not known; the readings come nearest. */
  | { readonly kind: 'unknown'; readonly readings: readonly Reading[] }

export interface Parts {
  readonly catalog: Catalog
  readonly names: IndicatorNames
  readonly today: Today
}

/** What a question means, as far as its words tell. */
export function decide(asked: Question, { catalog, names, today }: Parts): Decision {
  const question = withZones(asked, catalog)
  const known: Known = { catalog, names, text: question.text }
  const named = distribute(question, known)
  const time = withYearBefore(withoutBase(toAskedTime(question.times, today), question), question)
  const codes = codesOf(named)
  const isPart = isPartOfWhole(named, catalog)
  const isPercent = question.isInPercent && question.measure === undefined
  const isShare = question.intents.has('share') || isPercent || isPart || named.some((each) => each.isShare)
  const intent = intentOf(question, { codes, time, isShare, isOfMembers: isOfMembers(question, catalog) })
  const base: Omit<Reading, 'indicators'> = {
    intent,
    whole: wholeOf(question, known),
    isOfTopic: named.some((each) => each.isOfTopic === true),
    regions: regionsOf(question, catalog, intent),
    group: question.group,
    time,
    ...measureOf(question, intent, named, {
      isShare,
      isFlow: codes.some((code) => catalog.indicators.get(code)?.kind === 'flow'),
    }),
    isLowest: question.isLowest,
    isExtreme: isOfExtremeYear(question),
    quoted: question.quoted,
    side: sideOf(question),
    issuer: question.issuers[0],
    isOfAnyPlace: question.regions.length === 0 && !question.isNationNamed && !question.group,
  }
  const isKnown = question.unknown.length === 0 && !time.isOfDays && !isBeyond(question, base, codes, catalog)
  const isNamed = named.length > 0 && named.every((each) => each.codes.length > 0)
  const isCertain = named.every((each) => each.codes.length === 1 && each.isCertain) && !isShareOfTopic(base)
  if (isKnown && isNamed && isCertain) return { kind: 'reading', reading: { ...base, indicators: codes } }
  const codesOffered = isShareOfTopic(base) ? partsOfTopic(codes, catalog) : offer(question, named, catalog)
  const readings = codesOffered.map((code) => ({ ...base, indicators: [code] }))
  if (!isKnown) return { kind: 'unknown', readings }
  return isNamed ? { kind: 'choice', readings } : withoutIndicator(question, readings)
}

/** 哪一年最高, 最低的年份. */
const isOfExtremeYear = ({ text, intents }: Question) =>
  /哪一?年|年份|哪个年|which year|what year/.test(text) && (intents.has('ranking') || /最/.test(text))

/** 东部、中部、西部、东北: all zones are the group of them. */
function withZones(question: Question, { regions }: Catalog): Question {
  if (question.regions.length < 2) return question
  const zones = [...regions.values()].flatMap(({ code, kind }) => (kind === 'zone' ? [code] : []))
  const areAll = zones.length > 0 && zones.every((code) => question.regions.includes(code))
  return areAll && question.regions.length === zones.length
    ? { ...question, regions: [], group: 'zones' }
    : question
}

const above = /超|高于|大于|多于|突破|以上|不低于|不少于|over|above|more than|exceed|at least/
const below = /低于|小于|少于|不足|不到|以下|不超过|below|under|less than|fewer/

const falls = new RegExp(questionWords.falls.join('|'))

function sideOf({ text, quoted, group, measure }: Question): Reading['side'] {
  // 下降的省: those whose growth is below nothing.
  if (quoted.length === 0)
    return group && measure === 'yoy_pct' && falls.test(text) && !/最|most|fastest/.test(text)
      ? 'below'
      : undefined
  if (below.test(text)) return 'below'
  return above.test(text) ? 'above' : undefined
}

const sums = /合计|总和|加起来|一共|总共|总计|in total|altogether/
const relations =
  /低于|高于|超过|大于|小于|多于|少于|above|below|more than|less than|fewer than|higher than|lower than/

/** 数字经济占GDP比重: an indicator that is a share itself. */
function isPartOfWhole([only, ...others]: readonly Named[], { indicators }: Catalog): boolean {
  const [code, ...more] = only?.isCertain && !only.isOfTopic ? only.codes : []
  if (code === undefined || others.length + more.length > 0) return false
  return indicators.get(code)?.shareOf !== undefined
}

/** What is asked for is understood, and is none of what can be looked up: sums over regions, another currency, conditions without a number. */
function isBeyond(
  question: Question,
  reading: Omit<Reading, 'indicators'>,
  codes: readonly string[],
  { indicators, regions: entries }: Catalog,
): boolean {
  const { text, whole, regions, isInPercent, quoted, group } = question
  const { times } = reading.time
  const kinds = regions.map((code) => entries.get(code)?.kind)
  const beyond = [
    (regions.length > 1 || group !== undefined || times.length > 1) && sums.test(text),
    group !== undefined && quoted.length === 0 && relations.test(text),
    isOfOtherMoney(question, codes, indicators),
    times.length > 1 && times.some(({ year }) => year === undefined),
    reading.intent === 'comparison' && isInPercent && regions.length > 1,
    reading.intent === 'ranking' && kinds.includes('zone') && text.includes('省'),
    reading.transform === 'per_head' && codes.some((code) => indicators.get(code)?.topic === 'software'),
    whole !== undefined && reading.measure === 'share_pct' && reading.whole === undefined,
    question.isOfRegionInRegion,
  ]
  return beyond.some(Boolean)
}

/** 多少亿美元 of what is counted in yuan. */
function isOfOtherMoney(
  { units }: Question,
  codes: readonly string[],
  indicators: Catalog['indicators'],
): boolean {
  const isMoney = (unit: string | undefined) => unit === 'CNY' || unit === 'USD'
  const asked = units.map(({ unit }) => unit).filter(isMoney)
  const own = codes.map((code) => indicators.get(code)?.unit).filter(isMoney)
  return asked.length > 0 && own.some((unit) => unit !== undefined && !asked.includes(unit))
}

/** 5G占比: of a topic nobody can tell which of its indicators is the part. */
const isShareOfTopic = ({ isOfTopic, measure, regions, whole }: Omit<Reading, 'indicators'>) =>
  isOfTopic && measure === 'share_pct' && regions[0] === 'CN' && whole === undefined

function partsOfTopic([headline = '']: readonly string[], { indicators }: Catalog): readonly string[] {
  const topic = indicators.get(headline)?.topic
  const parts = [...indicators.values()].filter((each) => each.topic === topic && each.partOf !== undefined)
  return parts.map(({ code }) => code)
}

/** 占软件业务收入, 占全国; undefined where no whole is named. */
function wholeOf({ whole, isNationNamed, regions }: Question, known: Known): string | undefined {
  const named = whole && resolveMention(whole, known).codes[0]
  return named ?? (isNationNamed && regions.length > 0 ? 'CN' : undefined)
}

/** 2024年比2023年增长: growth is against the year before, whether that is named or not. */
function withoutBase(time: AskedTime, { measure }: Question): AskedTime {
  if (measure !== 'yoy_pct') return time
  const [first, base, ...others] = time.times
  const isUsual = first?.year !== undefined && base?.year === first.year - 1 && others.length === 0
  return { ...time, times: isUsual ? [first] : time.times, isYearBefore: false }
}

/** 1—7月与去年同期相比, and 去年同期 alone: the same months of the year before, beside those named or in their place. */
function withYearBefore(time: AskedTime, { intents }: Question): AskedTime {
  const [named, ...others] = time.times
  if (!time.isYearBefore || named?.year === undefined || others.length > 0) return time
  const before = { ...named, year: named.year - 1 }
  return { ...time, times: intents.has('comparison') ? [named, before] : [before], isYearBefore: false }
}

/** 川渝GDP差多少: the members of one group are to be compared. */
function isOfMembers({ regions, intents }: Question, { regions: entries }: Catalog): boolean {
  const [region, ...others] = regions
  const count = region === undefined || others.length > 0 ? 0 : (entries.get(region)?.members?.length ?? 0)
  return intents.has('comparison') && count > 1 && count <= mostCompared
}

/** The regions named, else that of the office named; of 杭州所在的省 the province, of 川渝 that are to be compared both. */
function regionsOf(
  { regions, isOfParent, issuers }: Question,
  { regions: entries, issuers: offices }: Catalog,
  intent: Intent,
): readonly string[] {
  const [region, ...others] = regions
  if (region === undefined) return [issuers.map((name) => offices.get(name)?.place).find(Boolean) ?? 'CN']
  if (isOfParent) return regions.map((code) => entries.get(code)?.parent ?? code)
  const members = entries.get(region)?.members ?? []
  return intent === 'comparison' &&
    others.length === 0 &&
    members.length > 1 &&
    members.length <= mostCompared
    ? members
    : regions
}

/** As many as one sentence can set beside each other. */
const mostCompared = 6

const codesOf = (named: readonly Named[]) => [...new Set(named.flatMap(({ codes }) => codes))]

/** A region, an issuer, a unit alone: what may be asked of it. */
function withoutIndicator(question: Question, offered: readonly Reading[]): Decision {
  const isSomething =
    question.regions.length + question.issuers.length + question.units.length > 0 ||
    question.isNationNamed ||
    question.intents.size > 0
  return {
    kind: isSomething && offered.length > 0 && question.mentions.length === 0 ? 'choice' : 'unknown',
    readings: offered,
  }
}

/** What each mention means; one that leaves something out may borrow it: 4G和5G基站, 信息技术服务占软件收入. */
function distribute(question: Question, known: Known): Named[] {
  const { whole } = question
  const mentions = isShareOfNation(question) ? question.mentions.map(withoutShare) : question.mentions
  const found = mentions.map((mention) => resolveMention(mention, known, question))
  if (isClear(found))
    return found.map((each, at) =>
      each.isOfTopic && whole && mentions[at] ? (borrow(mentions[at], whole, known) ?? each) : each,
    )
  const joined = mentions.length > 1 ? resolveMention(join(mentions), known) : undefined
  if (joined && isClear([joined]) && mentions.every(({ names }) => names.length === 0)) return [joined]
  return found.map((each, at) => {
    const mention = mentions[at]
    const lenders = mentions.length > 1 ? mentions.filter((other) => other !== mention).reverse() : [whole]
    if (!mention || isClear([each])) return each
    return (
      lenders.map((lender) => borrow(mention, lender, known)).find((named) => named !== undefined) ?? each
    )
  })
}

/** 占全国: the share is that of a region, and no part of a name. */
const isShareOfNation = ({ regions, isNationNamed, intents }: Question) =>
  regions.length > 0 && isNationNamed && intents.has('share')

const withoutShare = (mention: Mention): Mention => ({
  ...mention,
  may: mention.may.filter((codes) => !codes.includes('share_concept')),
})

/** Whether each means one thing, and no two the same. */
const isClear = (found: readonly Named[]) =>
  found.every(({ codes, isCertain }) => isCertain && codes.length === 1) &&
  codesOf(found).length === found.length

const join = (mentions: readonly Mention[]): Mention => ({
  concepts: mentions.flatMap(({ concepts }) => concepts),
  may: mentions.flatMap(({ may }) => may),
  names: mentions.flatMap(({ names }) => names),
})

/** What a mention means with one word of another. */
function borrow(mention: Mention, lender: Mention | undefined, known: Known): Named | undefined {
  const heads = lender?.concepts ?? []
  return heads
    .map((head) => resolveMention({ ...mention, concepts: [...mention.concepts, head] }, known))
    .find((named) => isClear([named]))
}

/** A phrase with a number that asks nothing was copied from somewhere: its document is wanted. */
const isInterrogative = /吗|么|吧|呢|多少|几|是否|是不是|没有?$|谁|哪|how|what|which|does|did|is |are |\?/

/** What is PUE: of an indicator named alone, what it is rather than how much. */
const isBareWhatIs = (
  { text, regions, isNationNamed, isNewest, measure, intents, group }: Question,
  time: AskedTime,
) =>
  /^what(?: is|'?s) (?!the |a )/.test(text) &&
  regions.length === 0 &&
  !isNationNamed &&
  !isNewest &&
  !measure &&
  intents.size === 0 &&
  !group &&
  !isTimeNamed(time)

/** 到2025年要部署多少: what shall be is a target. */
const aimed = /到\d{4}年?(?:底|末)?.*(?:要|将|力争|拟)/

/** 154831亿元对吗: whether a number is printed so. */
const isToVerify = /对吗|对不对|是真的吗|属实|准确吗|正确吗/

interface Around {
  readonly codes: readonly string[]
  readonly time: AskedTime
  readonly isShare: boolean
  /** A group of few regions is named, and nothing else to compare. */
  readonly isOfMembers: boolean
}

/** Whether a phrase with a number in it asks where that number is printed. */
const isOfQuoted = ({ quoted, group, text }: Question) =>
  quoted.length > 0 && !group && (!isInterrogative.test(text) || isToVerify.test(text))

/** What is asked, by the first that applies. */
function intentOf(question: Question, { codes, time, isShare, isOfMembers }: Around): Intent {
  const { intents, regions, group } = question
  const isOfSeveral = regions.length > 1 || codes.length > 1 || time.times.length > 1
  const rules: readonly (readonly [Intent, boolean])[] = [
    ['source', intents.has('source') && !intents.has('share')],
    ['definition', intents.has('definition') || isBareWhatIs(question, time)],
    ['target', intents.has('target') || aimed.test(question.text)],
    ['source', isOfQuoted(question)],
    ['trend', (intents.has('trend') && !group) || isOfExtremeYear(question)],
    ['ranking', (intents.has('ranking') || group !== undefined) && regions.length < 2],
    ['comparison', isOfSeveral || isOfMembers],
    ['trend', time.range !== undefined],
    ['value', question.isInPoints || question.measure === 'contribution_pp'],
    ['share', isShare],
  ]
  return rules.find(([, applies]) => applies)?.[0] ?? 'value'
}

/** The measure asked for, and what is made of levels; the first that applies. */
function measureOf(
  question: Question,
  intent: Intent,
  named: readonly Named[],
  { isShare, isFlow }: { readonly isShare: boolean; readonly isFlow: boolean },
): Pick<Reading, 'measure' | 'transform'> {
  const { measure, isInPoints, isPerHead, isOfGrowth, times } = question
  const uses = (concept: string) =>
    named.some(({ usesMay }, at) => usesMay && question.mentions[at]?.may.flat().includes(concept))
  const share = isShare && (isShareOfNation(question) || !uses('share_concept'))
  const isOfYears = times.filter(({ years }) => years).length > 1
  const rules: readonly (readonly [Measure, boolean])[] = [
    ['contribution_pp', measure === 'contribution_pp'],
    ['share_change_pp', isInPoints && share],
    ['growth_change_pp', isInPoints],
    ['level', intent === 'trend' && measure === 'yoy_pct' && !isOfGrowth],
    [
      'level',
      intent === 'comparison' &&
        measure === 'yoy_pct' &&
        isOfYears &&
        /比|较|than|compared|over/.test(question.text),
    ],
    ['yoy_pct', measure === 'net_add' && isFlow],
    ['share_pct', share && !isPerHead && intent !== 'definition' && intent !== 'target'],
  ]
  const isMade = isPerHead && !isInPoints && !uses('per_capita')
  if (isMade) return { measure: 'level', transform: 'per_head' }
  return { measure: rules.find(([, applies]) => applies)?.[0] ?? measure ?? 'level', transform: 'none' }
}

/** Indicators to offer where none is certain: those that the words may mean, else the headlines. */
function offer(
  { units, whole }: Question,
  named: readonly Named[],
  { topics, indicators }: Catalog,
): readonly string[] {
  const codes = codesOf(named)
  if (codes.length > 0) return codes
  const counted = [...indicators.values()]
    .filter(({ unit }) => units.some((each) => each.unit === unit))
    .map(({ code }) => code)
  if (counted.length > 0 && counted.length <= 12 && !whole) return counted
  return topics.map(({ headline }) => headline)
}
