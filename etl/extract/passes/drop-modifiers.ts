import { type IndicatorToken, type Token, wordOf } from '#data/language/token.ts'
import modifiers from '#data/language/vocabulary/modifiers.json' with { type: 'json' }
import type { Source } from './pass.ts'

const { any, ...own } = modifiers
const codesOf = new Map<string, readonly string[]>(Object.entries(own))
const ofAny = new Set(any)

/** 通信光缆线路总长度, 在网5G用户: a modifier that leaves the name what it is says nothing; 农村 and 公共 say of which part. */
export function dropModifiers(tokens: readonly Token[], { text }: Source): Token[] {
  return tokens.map((token, at) => {
    const next = tokens[at + 1]
    const isBefore = token.kind === 'text' && next?.kind === 'indicator' && token.end === next.start
    return isBefore && isHarmless(text.slice(token.start, token.end), next)
      ? wordOf('transparent', token)
      : token
  })
}

function isHarmless(modifier: string, { senses }: IndicatorToken): boolean {
  if (ofAny.has(modifier)) return true
  const codes = codesOf.get(modifier) ?? []
  return senses.some(({ code }) => codes.includes(code))
}
