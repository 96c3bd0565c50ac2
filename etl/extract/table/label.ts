import type { Measure } from '#data/model/measure.ts'
import { type Folded, fold } from '../fold.ts'
import { homeRegion } from '../home-region.ts'
import type { Lexicon } from '../lexicon.ts'
import type { ArticleContext } from '../refiner.ts'
import { resolveNames } from '../resolve-names.ts'
import { tidyTokens } from '../tidy-tokens.ts'
import { isWord, type PeriodToken, type Token } from '../token.ts'
import { tokenize } from '../tokenize.ts'
import { type PrintedUnit, readUnits } from './read-unit.ts'
import { saysTable } from './words.ts'

/** What the words of a heading, a row or a caption say about the numbers they stand over. */
export interface Label {
  readonly indicators: readonly string[]
  readonly regions: readonly string[]
  readonly periods: readonly PeriodToken[]
  readonly units: readonly PrintedUnit[]
  readonly measure: Measure | undefined
  /** 累计 runs from January on; 当月 is the last month alone. */
  readonly span: 'cumulative' | 'month' | undefined
  /** 增速 is a percentage even where no unit says so. */
  readonly isRate: boolean
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
  const folded = fold(stripMarks(text), true)
  const written = asPeriod(folded.text)
  const main = written ? { tokens: [written], topic: context.topic } : readTokens(folded, context)
  const asides = folded.asides.map((aside) => readAside(aside.folded, context))
  const rest = remainder(main.tokens, folded.text)
  const meaning = readRest(rest)
  const tokens = [...main.tokens, ...asides.flatMap((aside) => aside.tokens)]
  const periods = tokens.filter((token) => token.kind === 'period')
  const isSpan = periods.filter((token) => token.year !== undefined).length > 1
  return {
    indicators: main.tokens.flatMap((token) => (token.kind === 'indicator' ? token.codes : [])),
    regions: tokens.flatMap((token) => regionsOf(token, context.article)),
    periods: isSpan ? [] : periods,
    units: asides.flatMap((aside) => aside.units),
    measure: meaning?.measure,
    span: meaning?.span,
    isRate: saysTable('rate', rest.replace(/^同比/, '')),
    unknown: [isSpan ? text : '', meaning ? '' : rest, ...asides.map((aside) => aside.unknown)].join(''),
    narrowed: tokens.some((token) => isWord(token, 'narrowing')),
    topic: main.topic,
  }
}

/** 其中：, numbering and the marks before a part of a whole. */
function stripMarks(text: string): string {
  return text
    .replace(/^[\s\u3000#*·•\-—└├─]+/, '')
    .replace(
      /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d))\s*/,
      '',
    )
    .replace(/^(?:#|其中|其中：|其中:)[\s\u3000：:]*/, '')
    .replace(/^(?:#|[（(]\d[）)]|\d{1,2}[.、．](?!\d))\s*/, '')
}

const year = /^(?:19|20)\d{2}$/
const yearMonth = /^((?:19|20)\d{2})[-./](0?[1-9]|1[0-2])$/

/** 2024, 2024-04: a period as only tables write it. */
function asPeriod(text: string): PeriodToken | undefined {
  const at = { kind: 'period', start: 0, end: text.length } as const
  if (year.test(text)) return { ...at, year: Number(text) }
  const [, ofYear, month] = yearMonth.exec(text) ?? []
  if (month === undefined) return undefined
  return { ...at, year: Number(ofYear), months: [Number(month), Number(month)] }
}

function readTokens(folded: Folded, { lexicon, topic }: LabelContext) {
  const tokens = tidyTokens(tokenize(folded, lexicon), folded.text)
  const named = resolveNames(tokens, { topic, last: [] }, lexicon)
  return { tokens: named.tokens, topic: named.context.topic }
}

/** A unit or a period in parentheses; anything else there limits what is named. */
function readAside(aside: Folded, context: LabelContext) {
  const units = readUnits(aside.text.replace(/^(?:计量)?单位:?/, ''), context.lexicon)
  if (units.length > 0) return { units, tokens: [], unknown: '' }
  const { tokens } = readTokens(aside, context)
  const isPeriod = tokens.every(({ kind }) => kind === 'period')
  return isPeriod ? { units, tokens, unknown: '' } : { units, tokens: [], unknown: aside.text }
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

/** What the words beside the names mean; undefined where they are none of a table's. */
function readRest(rest: string): Pick<Label, 'measure' | 'span'> | undefined {
  const growth = readGrowth(rest)
  if (growth) return growth
  if (saysTable('share', rest)) return { measure: 'share_pct', span: undefined }
  const span = readSpan(rest)
  if (span) return { measure: 'level', span }
  if (saysTable('level', rest)) return { measure: 'level', span: undefined }
  return rest === '' || saysTable('nothing', rest) ? { measure: undefined, span: undefined } : undefined
}

/** 累计同比增长, 环比. */
function readGrowth(rest: string): Pick<Label, 'measure' | 'span'> | undefined {
  const [, before = '', words = ''] = /^(累计|当月|本月)?(.*)$/.exec(rest) ?? []
  if (saysTable('growth', words)) return { measure: 'yoy_pct', span: readSpan(before) }
  return saysTable('monthlyGrowth', words) ? { measure: 'mom_pct', span: readSpan(before) } : undefined
}

const readSpan = (words: string) =>
  saysTable('cumulative', words) ? 'cumulative' : saysTable('month', words) ? 'month' : undefined
