import { isWord, nameOf, type Token } from '#data/language/token.ts'
import type { Source } from './pass.ts'

/** What a sentence has named in two halves so far: the product of 集成电路产量, and what is counted of it. */
interface Named {
  readonly product?: string | undefined
  readonly counted?: string | undefined
}

/** 集成电路作为核心产品, 手机方面: what a clause is about. */
const about = /([^,。;]{2,10}?)(?:作为|方面)/y
/** 主要产品产量：手机11.84亿台; 从主要产品产量看，手机11.84亿台. */
const listed =
  /主要(?:电子)?产品(?:的)?(产量|出口量?)?(?:来)?[看中]?[,:]|产品(?:的)?(产量|出口量?)[^,:。;]{0,4}[,:]/g
/** A paragraph that ends so says it of the list below. */
const listBelow = /产品(?:的)?(产量|出口量?)?(?:来)?[看中]?[:：]$/
const counted = /^(.{2,8}?)(产量|出口量?)$|^(出口)(.{2,8})$/
/** 「（二）信息技术服务。实现收入49868亿元」: a paragraph that names first what it is about. */
const lead = /^([^,。:;\d]{3,10})[。:]/
/** Without one of these no name is said in halves. */
const halves = /作为|方面|产量|出口|主要(?:电子)?产品/
const longestName = 10

/**
 * Names that a sentence says in halves. 「集成电路作为核心产品，产量达到2946亿块」 and 「集成电路产量1935亿块，出口1359亿个」:
 * the noun that begins a clause ends the name that began the one before. 「出口笔记本电脑9268万台；手机4.78亿台」 and
 * 「主要产品产量：手机…，集成电路…」: what is counted is said once for several products.
 * @param source.above what is counted of the products in the list that the paragraph is in.
 */
export function attachProduct(tokens: readonly Token[], { text, lexicon, above }: Source): Token[] {
  const subject = lead.exec(text)?.[1]
  if (subject === undefined && above === undefined && !halves.test(text)) return [...tokens]
  const heads = [...text.matchAll(listed)]
  let named: Named = {}
  return tokens.map((token, at) => {
    if (token.kind === 'stop' && token.strength === 'sentence') named = { product: subject }
    if (token.kind !== 'text' && token.kind !== 'indicator') return token
    const known = { ...named, counted: named.counted ?? headBefore(token, heads) ?? above }
    const isFirst = beginsClause(tokens, at)
    const found = isFirst ? complete(known, token, { text, lexicon }) : undefined
    named = found ? known : nextNamed(known, token, text, isFirst)
    return found ?? token
  })
}

/** What the last head before a token says is counted of the products behind it; their output where it leaves that out. */
function headBefore({ start }: Token, heads: readonly RegExpMatchArray[]): string | undefined {
  const head = heads.findLast(({ index = 0, 0: words }) => index + words.length <= start)
  return head && (head[1] ?? head[2] ?? '产量')
}

/** Whether nothing that says something stands before it in its clause. */
function beginsClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined || before.kind === 'stop' || isWord(before, 'scope')) return true
  return (isWord(before, 'transparent') || isWord(before, 'range')) && beginsClause(tokens, at - 1)
}

function nextNamed(named: Named, token: Token, text: string, isFirst: boolean): Named {
  const words = text.slice(token.start, token.end)
  const [, product, noun, verb, object] = counted.exec(words) ?? []
  if (product !== undefined) return { product, counted: noun }
  if (object !== undefined) return { product: object, counted: verb }
  const spokenOf = isFirst ? aboutAt(text, token.start) : undefined
  if (spokenOf !== undefined) return { ...named, product: spokenOf }
  return token.kind === 'indicator' ? {} : named
}

function aboutAt(text: string, start: number): string | undefined {
  about.lastIndex = start
  return about.exec(text)?.[1]
}

function complete(named: Named, { start, end }: Token, { text, lexicon }: Source): Token | undefined {
  if (end - start > longestName) return undefined
  const words = text.slice(start, end).replace(/^[-·•]+/, '')
  const names = [
    ...(named.product ? [named.product + words] : []),
    ...(named.counted ? [words + named.counted, named.counted + words] : []),
  ]
  for (const name of names) {
    const entry = lexicon.find(name)
    if (!entry || entry.senses.length === 0) continue
    return nameOf(entry, { start, end })
  }
  return undefined
}

/** What is counted of the products listed below a paragraph: 「从主要产品看：」. */
export function countedBelow(text: string): string | undefined {
  const [found, noun = '产量'] = listBelow.exec(text) ?? []
  return found === undefined ? undefined : noun
}
