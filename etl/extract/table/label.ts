import { readWording, type TableWord } from '#data/language/heading-words.ts'
import type { Lexicon } from '#data/language/lexicon.ts'
import { type NormalizedText, normalize } from '#data/language/normalize.ts'
import { resolveNames } from '#data/language/resolve-names.ts'
import { isWord, type PeriodToken, type Token } from '#data/language/token.ts'
import type { ArticleContext } from '../article-context.ts'
import { homeRegion } from '../home-region.ts'
import { tokensOf } from '../passes/index.ts'
import type { Roles } from '../roles.ts'
import { lift } from './lift.ts'
import { readWrittenPeriod } from './period.ts'
import { type PrintedUnit, readUnits } from './unit.ts'

/** What the words of a heading, a row or a caption say about the numbers they stand over. */
export interface Label {
  /** As it is printed, without the marks before and behind. */
  readonly text: string
  readonly indicators: readonly string[]
  readonly regions: readonly string[]
  /** 全省, and nobody says of where. */
  readonly homeless: boolean
  readonly periods: readonly PeriodToken[]
  /** The period that the numbers are compared with: 比2022年末. */
  readonly base: PeriodToken | undefined
  readonly whole: Roles['whole']
  readonly units: readonly PrintedUnit[]
  /** What the words beside the names do. */
  readonly words: readonly TableWord[]
  /** The words that nothing explains. */
  readonly unknown: string
  /** 重点企业: only a part of what is named. */
  readonly narrowed: boolean
  /** The industry spoken of, for what stands below. */
  readonly topic: string | undefined
}

/** Where a label stands. */
export interface LabelContext {
  readonly article: ArticleContext
  readonly lexicon: Lexicon
  readonly topic: string | undefined
}

/** Reads a label: its names and periods by the lexicon, what remains by the words of tables. */
export function readLabel(text: string, context: LabelContext): Label {
  const normalized = normalize(stripMarks(text), true)
  const written = readWrittenPeriod(normalized.text)
  const wording = spanWording(normalized.text, context)
  const known = { tokens: written ? [written] : [], topic: context.topic }
  const main = written || wording ? known : readTokens(normalized, context)
  const { tokens, base, whole } = lift(main.tokens)
  const asides = normalized.asides.map((aside) => readAside(aside.normalized, context))
  const rest = wording ?? readRest(remainder(tokens, normalized.text), context.lexicon)
  const all = [...tokens, ...asides.flatMap((aside) => aside.tokens)]
  const periods = all.filter((token) => token.kind === 'period')
  const isSpan = periods.filter((token) => token.year !== undefined).length > 1
  const parts = [rest, ...asides]
  return {
    text: normalized.text,
    indicators: tokens.flatMap((token) => (token.kind === 'indicator' ? token.codes : [])),
    regions: all.flatMap((token) => regionsOf(token, context.article)),
    homeless: all.some((token) => token.kind === 'home' && regionsOf(token, context.article).length === 0),
    periods: isSpan ? [] : periods,
    base,
    whole,
    units: parts.flatMap(({ units }) => units),
    words: parts.flatMap(({ words }) => words),
    unknown: [isSpan ? text : '', ...parts.map(({ unknown }) => unknown)].join(''),
    narrowed: all.some((token) => isWord(token, 'narrowing')),
    topic: main.topic,
  }
}

/** 本月底累计, 本月同比%, 本月末: words of tables throughout, no period by themselves. */
function spanWording(text: string, { lexicon }: LabelContext): Part | undefined {
  const rest = readRest(text, lexicon)
  const isOfSpan = /^[本当]月/.test(text) || rest.words.includes('cumulative') || rest.words.includes('month')
  return rest.unknown === '' && isOfSpan ? rest : undefined
}

/** 其中：, numbering, the marks before a part of a whole and those of footnotes behind; 本地区 is that of the row. */
function stripMarks(text: string): string {
  return text
    .replace(/^[\s\u3000#*·•\-—└├─]+/, '')
    .replace(
      /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d))\s*/,
      '',
    )
    .replace(/^(?:#|其中|其中：|其中:)[\s\u3000：:]*/, '')
    .replace(/^[按分](?:地区|区域|地域|省份?|省区市)(?:分|看)?的?(?=.{2})/, '')
    .replace(/^(?:#|[（(]\d[）)]|\d{1,2}[.、．](?!\d))\s*/, '')
    .replace(/本地区|该地区|所在地区/g, '')
    .replace(/(?:[①-⑳*†‡¹²³]|[[［〔【(（]注?\s?\d{1,2}[\]］〕】)）]|[（(]注[）)])+$/, '')
}

/** What may stand right before an indicator: 本期软件业务收入. */
const leading = new Set(['本期', '报告期', '期末', '月末', '本月', '当月', '本年累计', '自年初累计', '同比'])

function readTokens(normalized: NormalizedText, { lexicon, topic }: LabelContext) {
  const tokens = tokensOf(normalized, lexicon)
  const [first] = tokens
  const isLed = first?.kind === 'text' && leading.has(normalized.text.slice(first.start, first.end))
  const named = resolveNames(isLed ? tokens.slice(1) : tokens, { topic, last: [] }, lexicon)
  return { tokens: isLed ? [first, ...named.tokens] : named.tokens, topic: named.context.topic }
}

interface Part {
  readonly units: readonly PrintedUnit[]
  readonly words: readonly TableWord[]
  readonly tokens: readonly Token[]
  readonly unknown: string
}

const nothing: Part = { units: [], words: [], tokens: [], unknown: '' }

/** （上年不变单价）: at which prices, which the catalogue says too. */
const prices =
  /^按?照?(?:上年|去年|当年|(?:19|20)\d{2}年)?(?:不变单?价格?|现行?价格?|可比价格?|价格)(?:计算|核算)?$/

/** A unit, a period, a price base or words of tables in parentheses; anything else there limits what is named. */
function readAside(aside: NormalizedText, context: LabelContext): Part {
  if (prices.test(aside.text)) return nothing
  const rest = readRest(aside.text, context.lexicon)
  if (rest.unknown === '') return rest
  const listed = aside.text.split(/[,;]/)
  const parts = listed.length > 1 ? listed.map((text) => readAside(normalize(text), context)) : []
  if (parts.length > 0 && parts.every(({ unknown }) => unknown === ''))
    return {
      units: parts.flatMap(({ units }) => units),
      words: parts.flatMap(({ words }) => words),
      tokens: parts.flatMap(({ tokens }) => tokens),
      unknown: '',
    }
  const { tokens } = readTokens(aside, context)
  const isTime = (token: Token) => token.kind === 'period' || isWord(token, 'asOf')
  const periods = tokens.filter(({ kind }) => kind === 'period')
  return tokens.every(isTime) && periods.length > 0 ? { ...nothing, tokens: periods } : rest
}

function regionsOf(token: Token, article: ArticleContext): readonly string[] {
  if (token.kind === 'region') return token.codes
  const home = token.kind === 'home' ? homeRegion(token, article.home, article.catalog) : undefined
  return home === undefined ? [] : [home]
}

/** The text without its names and periods. */
function remainder(tokens: readonly Token[], text: string): string {
  return tokens
    .filter((token) => !isName(token))
    .map(({ start, end }) => text.slice(start, end))
    .join('')
}

const isName = (token: Token) =>
  token.kind === 'period' ||
  token.kind === 'region' ||
  token.kind === 'home' ||
  (token.kind === 'indicator' && token.codes.length > 0)

/** No heading has more words than this beside its names. */
const longest = 80

/** Words of tables, and a unit behind them: 同比±%, /亿元, 单位:亿元. */
function readRest(text: string, lexicon: Lexicon): Part {
  if (text.length > longest) return { ...nothing, unknown: text }
  const words = readWording(text)
  if (words) return { ...nothing, words }
  const isChange = /^[+/-]*[±+][±+/-]*%$/.test(text)
  const whole = isChange ? readUnits('%', lexicon) : readUnits(text.replace(/^(?:计量)?单位:/, ''), lexicon)
  if (whole.length > 0) return { ...nothing, units: whole, words: isChange ? ['change'] : [] }
  const [, before = '', unit = ''] = /^(.*?)(?:[/:,]([^/:,]+)|(%))$/.exec(text.replace(/%$/, '/%')) ?? []
  const said = readWording(before.replace(/单位$/, ''))
  const units = readUnits(unit, lexicon)
  return said && units.length > 0 ? { ...nothing, words: said, units } : { ...nothing, unknown: text }
}

/** Labels one above the other: the lower says more. */
export function mergeLabels(labels: readonly Label[], topic: string | undefined): Label {
  const last = <Item>(pick: (label: Label) => readonly Item[]) =>
    labels.map(pick).findLast((list) => list.length > 0) ?? []
  return {
    text: labels.at(-1)?.text ?? '',
    indicators: last(({ indicators }) => indicators),
    regions: last(({ regions }) => regions),
    homeless: labels.some(({ homeless }) => homeless),
    periods: labels.flatMap(({ periods }) => periods),
    base: labels.findLast(({ base }) => base !== undefined)?.base,
    whole: labels.findLast(({ whole }) => whole !== undefined)?.whole,
    units: last(({ units }) => units),
    words: labels.flatMap(({ words }) => words),
    unknown: labels.map(({ unknown }) => unknown).join(''),
    narrowed: labels.some(({ narrowed }) => narrowed),
    topic: labels.findLast((label) => label.topic !== undefined)?.topic ?? topic,
  }
}
