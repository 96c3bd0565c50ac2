import type { Lexicon } from './lexicon.ts'
import { type IndicatorToken, isWord, type Sense, type Token } from './token.ts'

/** What has been spoken of, so that 普及率 and 利润总额 find their owner. */
export interface Context {
  /** The industry spoken of. */
  readonly topic: string | undefined
  /** The indicators named last. */
  readonly last: readonly string[]
}

interface Tokenized {
  readonly tokens: readonly Token[]
  readonly text: string
}

const rank = /(?:位居|居|排名|排在|位列|列)前/y

/** 收入居前五位的: what follows is no part of the name. */
function isRank(text: string, at: number): boolean {
  rank.lastIndex = at
  return rank.test(text)
}

/**
 * Decides what each indicator word means.
 * A word that is only the tail of a longer unknown one (应用软件收入) means nothing.
 * @returns the tokens with codes, and the context in which the next paragraph stands.
 */
export function resolveNamesIn(
  { tokens, text }: Tokenized,
  context: Context,
  lexicon: Lexicon,
): { tokens: Token[]; context: Context } {
  let now = context
  const resolved: Token[] = []
  tokens.forEach((token, at) => {
    const left = modifierOf(resolved)
    const named =
      token.kind === 'indicator' ? resolve(token, { tokens, text, at, left, now, lexicon }) : token
    now = contextAfter(named, now, lexicon)
    resolved.push(named)
  })
  return { tokens: resolved, context: now }
}

/** The same for words that are no sentence. */
export const resolveNames = (tokens: readonly Token[], context: Context, lexicon: Lexicon) =>
  resolveNamesIn({ tokens, text: '' }, context, lexicon)

interface Around extends Tokenized {
  readonly at: number
  readonly left: Token | undefined
  readonly now: Context
  readonly lexicon: Lexicon
}

function resolve(token: IndicatorToken, around: Around): Token {
  const { tokens, text, at, left, now, lexicon } = around
  if (touches(left, token)) return withoutMeaning(token)
  const sense = choose(token, touches(token, tokens[at + 1]) && !isRank(text, token.end), now)
  if (!sense || (sense.alone && !standsAlone(around, at))) return withoutMeaning(token)
  const isAverage = isWord(left, 'average') && left?.end === token.start
  if (isAverage && !isRatio(sense, lexicon)) return withoutMeaning(token)
  return { ...token, senses: [sense], codes: [sense.code] }
}

/** 其中智能手机2.8亿台, but not 智能手机品牌, 软件产品出口 or 基础软件等. */
function standsAlone({ tokens, text }: Tokenized, at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (before?.kind === 'indicator' || after?.kind === 'indicator') return false
  if (isWord(before, 'of') || isWord(before, 'opensWhole') || isWord(after, 'of')) return false
  if (isWord(before, 'and') && tokens[at - 2]?.kind === 'text') return false
  if (isWord(after, 'and') && tokens[at + 2]?.kind === 'text') return false
  return after === undefined || !goesOn.has(text.slice(after.start, after.end))
}

const goesOn = new Set(['等', '产品', '企业'])

/** 平均利用率 is the rate; 平均收入 is not the revenue. */
const isRatio = ({ code }: Sense, { catalog }: Lexicon) => catalog.indicators.get(code)?.kind === 'ratio'

const longestModifier = 4

/** What stands right before a name; 50Mbps以上速率的 before it tells which, as much as 应用 does. */
function modifierOf(tokens: readonly Token[]): Token | undefined {
  const last = tokens.at(-1)
  if (!isWord(last, 'of')) return last
  let start = last?.start
  for (const token of tokens.slice(-1 - longestModifier, -1).reverse()) {
    if (token.end !== start || !(token.kind === 'text' || isWord(token, 'transparent'))) break
    if (token.kind === 'text' && token.speed) return { ...token, end: last?.end ?? token.end }
    start = token.start
  }
  return last
}

function contextAfter(token: Token, now: Context, lexicon: Lexicon): Context {
  if (token.kind === 'industry') return { ...now, topic: token.topic }
  if (token.kind === 'quantity') return { ...now, last: counted(token.unit, lexicon) ?? now.last }
  if (token.kind !== 'indicator') return now
  const [sense] = token.senses
  if (!sense || sense.after) return now
  return { last: [sense.code], topic: industryOf(sense.code, lexicon) ?? now.topic }
}

/** 810万标准机架: the unit names what is spoken of. */
function counted(unit: string, lexicon: Lexicon): readonly string[] | undefined {
  const code = unit.length > 2 ? lexicon.find(unit)?.senses[0]?.code : undefined
  return code === undefined ? undefined : [code]
}

/** Whether an unknown word stands right before or after. */
function touches(left: Token | undefined, right: Token | undefined): boolean {
  if (!left || !right || left.end !== right.start) return false
  return left.kind === 'text' || right.kind === 'text'
}

function choose({ senses }: IndicatorToken, followed: boolean, { topic, last }: Context): Sense | undefined {
  const plain = senses.find((sense) => sense.topic === undefined && sense.after === undefined)
  if (plain) return plain
  if (followed) return undefined
  const named = senses.find(({ after }) => after?.some((code) => last.includes(code)))
  return named ?? senses.find((sense) => sense.topic !== undefined && sense.topic === topic)
}

function withoutMeaning({ start, end, classes }: IndicatorToken): Token {
  if (classes.size === 0) return { kind: 'text', start, end }
  return { kind: 'word', classes, start, end }
}

/** The topic of an indicator where it is an industry that prose names. */
function industryOf(code: string, { catalog }: Lexicon): string | undefined {
  const topic = catalog.indicators.get(code)?.topic
  return catalog.topics.some((known) => known.code === topic && known.words.length > 0) ? topic : undefined
}
