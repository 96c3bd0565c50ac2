import type { Lexicon } from './lexicon.ts'
import { isWord, type Token } from './token.ts'

/** 集成电路作为核心产品, 手机方面: what a clause is about. */
const about = /([^,。;]{2,10}?)(?:作为|方面)/y
const longestName = 10

/** 「集成电路作为核心产品，产量达到2946亿块」: the noun that begins a clause ends the name that began the one before. */
export function nameProducts(tokens: readonly Token[], text: string, lexicon: Lexicon): Token[] {
  let product: string | undefined
  return tokens.map((token, at) => {
    const before = tokens[at - 1]
    if (token.kind === 'indicator' || (token.kind === 'stop' && token.strength === 'sentence'))
      product = undefined
    const isFirst = before?.kind === 'stop' || isWord(before, 'scope') || before === undefined
    if (!isFirst || (token.kind !== 'text' && token.kind !== 'indicator')) return token
    const named = product && complete(product, token, { text, lexicon })
    product = aboutAt(text, token.start) ?? product
    return named || token
  })
}

function aboutAt(text: string, start: number): string | undefined {
  about.lastIndex = start
  return about.exec(text)?.[1]
}

interface Source {
  readonly text: string
  readonly lexicon: Lexicon
}

function complete(product: string, { start, end }: Token, { text, lexicon }: Source): Token | undefined {
  if (end - start > longestName) return undefined
  const entry = lexicon.find(product + text.slice(start, end))
  if (!entry || entry.senses.length === 0) return undefined
  return { kind: 'indicator', senses: entry.senses, codes: [], classes: entry.classes, start, end }
}
