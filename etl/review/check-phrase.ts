import type { Lexicon } from '#data/language/lexicon.ts'
import { normalize } from '#data/language/normalize.ts'
import type { Token } from '#data/language/token.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { powerOf } from '#data/model/unit.ts'
import { tokensOf } from '../extract/passes/index.ts'

/**
 * Holds back, as a name of an indicator, what says something else wherever it is read: 同比增长, 亿元, 贵州, 2025年.
 * @throws BadInput in one line that says why.
 */
export function checkPhrase(phrase: string, lexicon: Lexicon): void {
  const normalized = normalize(phrase)
  const tokens = tokensOf(normalized, lexicon)
  const [because] = reasons.find(([, holds]) => holds({ text: normalized.text, tokens, lexicon })) ?? []
  if (because !== undefined) throw new BadInput(`「${phrase}」${because}，不能作为指标的名称`)
}

interface Phrase {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
}

const otherKinds: ReadonlySet<Token['kind']> = new Set([
  'quantity',
  'region',
  'counted-regions',
  'home',
  'period',
])

const reasons: readonly (readonly [because: string, holds: (phrase: Phrase) => boolean])[] = [
  ['没有汉字或太短', ({ text }) => text.length < 2 || !/\p{Script=Han}/u.test(text)],
  ['含有名称中没有的符号', ({ text }) => /[^\p{L}\p{N}()（）·、/+.&-]/u.test(text)],
  ['是计量单位', ({ text, lexicon }) => isUnit(text, lexicon)],
  ['含有数字、地区或时间', ({ tokens }) => tokens.some(({ kind }) => otherKinds.has(kind))],
  ['是说增减、占比一类的词', ({ tokens }) => tokens.every(({ kind }) => kind === 'word')],
  ['已另有含义', isOfContext],
]

/** 收入 means an indicator only where one is spoken of. */
function isOfContext({ text, lexicon }: Phrase): boolean {
  const entry = lexicon.find(text)
  return (
    entry !== undefined &&
    !entry.senses.some(({ topic, after }) => topic === undefined && after === undefined)
  )
}

const isUnit = (text: string, { catalog }: Lexicon) =>
  [...catalog.units.values()].some((unit) => powerOf(text, unit) !== undefined)
