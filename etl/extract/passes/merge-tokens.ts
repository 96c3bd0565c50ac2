import { isWord, type PeriodToken, type Quantity, type Token, wordOf } from '#data/language/token.ts'
import type { Qualifier } from '#data/model/observation.ts'
import type { Source } from './pass.ts'

/**
 * Puts together what belongs together: 2024年 + 前三季度, 约 + 3.8万亿元; turns single characters that happen to
 * stand in unknown words (算力中心's 中) back into text.
 */
export function mergeTokens(tokens: readonly Token[], { text }: Pick<Source, 'text'>): Token[] {
  const tidy: Token[] = []
  for (const token of tokens) {
    const open = spanBefore(tidy, token, text)
    if (open === undefined) add(tidy, token, text)
    else
      tidy.splice(
        open,
        tidy.length,
        wordOf('oddSpan', { start: tidy[open]?.start ?? token.start, end: token.end }),
      )
  }
  return glue(
    tidy.map((token, at) =>
      isEventYear(tidy, at, text) ||
      isStandard(token, text) ||
      isRanking(tidy, at, text) ||
      isDateline(token, text)
        ? asText(token)
        : (sinceAt(tidy, at, text) ?? companyAt(tidy, at, text) ?? token),
    ),
  )
}

/** Adds a token, put together with what stands before it. */
function add(tidy: Token[], token: Token, text: string): void {
  const last = tidy.at(-1)
  if (token.kind === 'period' && last?.kind === 'period' && joins(last, token))
    tidy[tidy.length - 1] = { ...last, ...token, start: last.start }
  else if (isWord(token, 'single')) tidy.push(...takeSingle(tidy, token))
  else if (token.kind === 'quantity') tidy.push(takeQualifier(tidy, takeSign(tidy, token), text))
  else if (token.kind === 'region' && isRank(tidy.at(-2), tidy.at(-1), text)) tidy.splice(-2, 2, token)
  else tidy.push(token)
}

/** What may stand between two times of one span. */
const betweenTimes = /^(?:-+|起?截?[至到]|一|[^\w\s%\u4e00-\u9fff,、。;:!?()《》-]{1,3})$/
const longestJoin = 3

/**
 * Where a span begins that ends with this time and that is no period: 2023年底至2024年6月末, 上半年—下半年.
 * 从2020年底到2024年底 tells from what to what.
 */
function spanBefore(tidy: readonly Token[], token: Token, text: string): number | undefined {
  if (token.kind !== 'period' && token.kind !== 'date') return undefined
  const at = tidy.findLastIndex(
    ({ kind, end }) => kind === 'period' || kind === 'date' || token.start - end > longestJoin,
  )
  const first = tidy[at]
  if (first?.kind !== 'period' && first?.kind !== 'date') return undefined
  const isBound = first.end === token.start && /[至到]/.test(text[token.start] ?? '')
  const isJoined = isBound || betweenTimes.test(text.slice(first.end, token.start))
  return isJoined && !isWord(tidy[at - 1], 'from') ? at : undefined
}

/** 位居全国第一, 保持全国领先, 全国规模最大的: a rank, not a place spoken of. */
function isRanking(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at]
  if (token?.kind !== 'region' && token?.kind !== 'home') return false
  const after = text.slice(token.end, token.end + reach)
  const isNation = token.kind === 'region' && token.codes[0] === 'CN'
  return ranking.test(after) || (isNation && superlative.test(after))
}

const reach = 8
const ranking =
  /^(?:排名|位列|位居)?(?:第[一二三四五六七八九十\d]|前[列茅一二三四五六七八九十\d]|领先|首[位个批]|榜首)/
const superlative = /^(?:率先|唯一|(?:规模|体量|数量|总量)?最[大多高快强早])/

const company = /(?:中国移动|中国电信|中国联通|中国广电|华为|中兴通讯|阿里云|腾讯云)$/

/** 中国移动前三季度电信业务收入: of a company, not of all. */
function companyAt(tokens: readonly Token[], at: number, text: string): Token | undefined {
  const token = tokens[at]
  if (token?.kind !== 'text' || !company.test(text.slice(token.start, token.end))) return undefined
  const next = tokens.slice(at + 1).find(({ kind }) => kind !== 'period')
  return next?.kind === 'indicator' ? wordOf('narrowing', token) : undefined
}

/**
 * 3月份以来的最高值: no period that numbers are of; 自2014年以来, 2019年6月以来, 自2019年商用以来 is a span of several years.
 */
function sinceAt(tokens: readonly Token[], at: number, text: string): Token | undefined {
  const token = tokens[at]
  if (token?.kind !== 'period' || token.toDate || token.yearOffset === 0) return undefined
  const isFrom =
    /[自从]/.test(text[token.start - 1] ?? '') && sinceEvent.test(text.slice(token.end, token.end + 26))
  if (!isFrom && !since.test(text.slice(token.end, token.end + 3))) return undefined
  if (token.year !== undefined || token.yearOffset !== undefined) return wordOf('span', token)
  return token.months === undefined ? undefined : asText(token)
}

const since = /^(?:以来|算起|来[,，累]|起[,，累])/
const sinceEvent = /^[^。;；\d]{0,24}以来|^[^。;；,，]{0,24}以来/

/** 新华社贵阳8月28日电, 本报北京讯: where it was written, not of what. */
const isDateline = ({ kind, end }: Token, text: string) =>
  kind === 'region' && dateline.test(text.slice(end, end + dateLength))

const dateline =
  /^[,，]?(?:(?:\d{4}年)?\d{1,2}月)?(?:\d{1,2}[日号])?(?:专?电|讯|消息)(?:[,，:：]|记者|\d|我|全|据|日前|近日|昨|今|$)/
const dateLength = 16

/** 2023年全球数字经济大会: the year is part of a name. */
function isEventYear(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at]
  if (token?.kind !== 'period' || token.year === undefined) return false
  return token.months ? isEventMonth(token, text) : leadsToEvent(tokens, at, text)
}

/** 恢复到2019年同期水平, 和1—11月一样: how it was then, not when it is. */
const isStandard = ({ kind, end }: Token, text: string) =>
  kind === 'period' && /^(?:(?:的?同期)?的?水平|一样|一致|相同|相当)/.test(text.slice(end, end + reach))

/** 「2021年3月，我国启动…」: when a thing began is when nothing is counted. */
const isEventMonth = ({ months: [first, last] = [1, 12], moment, end }: PeriodToken, text: string) =>
  first === last && !moment && begun.test(text.slice(end, end + 40))

const begun = /^,?[^。;,\d]{0,24}(?:启动|印发|出台|成立|发放|揭牌|召开|举办)/
const longestName = 6

function leadsToEvent(tokens: readonly Token[], at: number, text: string): boolean {
  for (let next = at + 1; next <= at + longestName; next++) {
    const word = tokens[next]
    if (!word || word.kind === 'stop' || word.kind === 'quantity') return false
    if (word.kind === 'text' && /[举召承]/.test(text.slice(word.start, word.end))) return false
    if (isWord(word, 'event')) return true
  }
  return false
}

/** 3月份单月, 三季度当季: of that time only; alone the words say nothing that could be dated. */
function takeSingle(tidy: Token[], token: Token): Token[] {
  const period = tidy.at(-1)
  if (period?.kind !== 'period' || period.end !== token.start || !period.months) return [asText(token)]
  tidy.pop()
  return [{ ...period, only: true, end: token.end }]
}

/** A bare year before months: 2024年上半年, 今年1-4月. */
export function joins(year: PeriodToken, months: PeriodToken): boolean {
  const bare = year.months === undefined && !year.now && !year.same && !year.only
  return bare && months.year === undefined && months.yearOffset === undefined && !months.now
}

/** 居前5名的 before the regions that are listed. */
const rank = /^(?:位居|居|排名|位列|列)?前(?:[\d一二三四五六七八九十]+[名位]?|列)?$/

function isRank(words: Token | undefined, of: Token | undefined, text: string): boolean {
  return words?.kind === 'text' && isWord(of, 'of') && rank.test(text.slice(words.start, words.end))
}

/** The - of -8.7% is its own; that of 3.1万亿——3.3万亿元 joins. */
function takeSign(tidy: Token[], quantity: Quantity): Quantity {
  const sign = tidy.at(-1)
  if (!quantity.value.startsWith('-') || !isWord(sign, 'range') || sign?.end !== quantity.start)
    return quantity
  if (joinsNumbers(tidy)) return { ...quantity, value: quantity.value.slice(1) }
  tidy.pop()
  return { ...quantity, start: sign.start }
}

/** A dash, or two behind a number that is not negative itself, with a number right before. */
function joinsNumbers(tidy: readonly Token[]): boolean {
  const isTwo = isWord(tidy.at(-2), 'range')
  const [first, dash] = [tidy.at(isTwo ? -3 : -2), tidy.at(isTwo ? -2 : -1)]
  if (first?.kind !== 'quantity' || first.end !== dash?.start) return false
  return !isTwo || !first.value.startsWith('-')
}

const qualifierNames = ['~', '>', '<', '>=', '<='] as const satisfies readonly Qualifier[]

function takeQualifier(tidy: Token[], quantity: Quantity, text: string): Quantity {
  const word = tidy.at(-1)
  const name = qualifierNames.find((qualifier) => isWord(word, qualifier))
  if (!word || !name || word.end !== quantity.start) return aboutShare(tidy, quantity)
  const isWill = isWord(word, 'expected') || isWord(word, 'target')
  if (!isWill) tidy.pop()
  const negation = text[word.start]
  const qualifier = quantity.qualifier === '' || negation === '不' ? name : quantity.qualifier
  return { ...quantity, start: isWill ? quantity.start : word.start, qualifier }
}

/** 约占全国的六成 is 占全国的约六成. */
function aboutShare(tidy: readonly Token[], quantity: Quantity): Quantity {
  const at = tidy.findLastIndex(({ kind }) => kind === 'stop' || kind === 'quantity')
  const isAbout = tidy.slice(Math.max(at + 1, tidy.length - longestWhole)).some((token) => isWord(token, '~'))
  return isAbout && quantity.qualifier === '' ? { ...quantity, qualifier: '~' } : quantity
}

const longestWhole = 5

/** Words of one character that mean nothing where they stand. */
function glue(tokens: readonly Token[]): Token[] {
  const glued: Token[] = []
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    const kept = token.kind === 'word' && isStray(token, glued.at(-1), next) ? asText(token) : token
    const last = glued.at(-1)
    if (kept.kind === 'text' && last?.kind === 'text' && last.end === kept.start)
      glued[glued.length - 1] = { ...last, end: kept.end }
    else glued.push(kept)
  })
  return glued
}

const asText = ({ start, end }: Token): Token => ({ kind: 'text', start, end })
const directions = ['up', 'down'] as const

function isStray(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.kind !== 'word' || token.end - token.start > 1) return false
  if (directions.some((name) => token.classes.has(name))) return after?.kind !== 'quantity'
  if (qualifierNames.some((name) => token.classes.has(name))) return true
  if (token.classes.has('conjunction')) return before?.kind === 'text' || after?.kind === 'text'
  if (token.classes.has('particle')) return false
  return token.classes.has('transparent') && (before?.kind === 'text' || after?.kind === 'text')
}
