import type { Entry, Lexicon } from '#data/language/lexicon.ts'
import { isWord, type Token, wordOf } from '#data/language/token.ts'
import type { Source } from './pass.ts'

/**
 * Gives the members of a list the tail they share: 云计算、大数据业务收入 names 云计算业务收入 and 大数据业务收入,
 * 固定和移动电话用户 both kinds of telephone users, 东、中、西部 three regions.
 */
export function expandCoordination(tokens: readonly Token[], { text, lexicon }: Source): Token[] {
  const joined: Token[] = []
  tokens.forEach((token, at) => {
    const isNamed = token.kind === 'indicator' || token.kind === 'region'
    const parts = token.kind === 'indicator' && isListed(tokens, at) ? split(token, text, lexicon) : undefined
    for (const part of parts ?? [token]) joined.push(part)
    if (isNamed && !parts) completeHeads(joined, text, lexicon)
  })
  return joined
}

/** Whether 分别 stands between a name and its number, and not for the regions listed before, nor behind 占. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const isOfRegions = tokens[at - 1]?.kind === 'region' && isWord(tokens[at - 2], 'and')
  if (isOfRegions || isWord(tokens[at - 1], 'opensWhole')) return false
  for (let next = at + 1; next <= at + 3; next++) {
    const token = tokens[next]
    if (!token || token.kind === 'quantity' || token.kind === 'stop') return false
    if (isWord(token, 'respectively')) return true
  }
  return false
}

/** 固定和移动语音业务收入, the name of a sum, is a list where 分别 follows. */
function split(token: Named, text: string, lexicon: Lexicon): Token[] | undefined {
  const word = text.slice(token.start, token.end)
  const found = /[、和及与]/.exec(word)
  if (!found) return undefined
  const start = token.start + found.index + 1
  const tail = lexicon.find(text.slice(start, token.end))
  const last = tail && asNamed(tail, token, { start, end: token.end })
  if (last?.kind !== 'indicator') return undefined
  const span = { start: token.start, end: start - 1 }
  const head = complete(text.slice(span.start, span.end), span, { text, last, lexicon })
  const and = wordOf('and', { start: start - 1, end: start })
  return head && [head, and, last]
}

const longestHead = 20

type Named = Extract<Token, { kind: 'indicator' | 'region' }>

/** Walks back from the last token over `head 、 head 和`, giving each head the tail of the last word. */
function completeHeads(tokens: Token[], text: string, lexicon: Lexicon): void {
  const last = tokens.at(-1)
  if (last?.kind !== 'indicator' && last?.kind !== 'region') return
  for (let at = tokens.length - 2; isWord(tokens[at], 'and'); ) {
    const found = findHead(tokens, at, { text, last, lexicon })
    if (!found) return
    tokens.splice(found.from, at - found.from, found.token)
    at = found.from - 1
  }
}

interface List {
  readonly text: string
  readonly last: Named
  readonly lexicon: Lexicon
}

/** The longest run of words before a 、 that makes a known word with a tail of the last. */
function findHead(
  tokens: readonly Token[],
  end: number,
  { text, last, lexicon }: List,
): { from: number; token: Token } | undefined {
  const final = tokens[end - 1]
  let found: { from: number; token: Token } | undefined
  for (let from = end - 1; from >= 0; from--) {
    const first = tokens[from]
    if (!first || !final || !mayBeHead(first) || final.end - first.start > longestHead) break
    if (from < end - 1 && first.end !== tokens[from + 1]?.start) break
    const span = { start: first.start, end: final.end }
    const token = complete(text.slice(span.start, span.end), span, { text, last, lexicon })
    if (token) found = { from, token }
  }
  return found
}

/** 固定电话、移动电话普及率: the first names something of its own only where its context says so. */
const mayBeHead = (token: Token) =>
  token.kind === 'text' ||
  (token.kind === 'word' && !isWord(token, 'and')) ||
  (token.kind === 'indicator' && token.senses.every(({ after, topic }) => after ?? topic))

type Span = Pick<Token, 'start' | 'end'>

function complete(head: string, span: Span, { text, last, lexicon }: List): Token | undefined {
  const word = text.slice(last.start, last.end)
  for (let from = 1; from < word.length; from++) {
    const entry = lexicon.find(head + word.slice(from))
    const token = entry && asNamed(entry, last, span)
    if (token) return token
  }
  const zone = last.kind === 'region' && head.length === 1 ? lexicon.find(head + zoneEnding) : undefined
  return zone && asNamed(zone, last, span)
}

/** 东、中、西和东北地区: 东部, 中部 and 西部. */
const zoneEnding = '部'

function asNamed(entry: Entry, last: Named, { start, end }: Span): Token | undefined {
  if (last.kind === 'region') return asRegion(entry, last, { start, end })
  const plain = entry.senses.find((sense) => sense.topic === undefined && sense.after === undefined)
  if (!plain) return undefined
  return { kind: 'indicator', senses: entry.senses, codes: [plain.code], classes: entry.classes, start, end }
}

/** 东 before 东北部地区 is not 东北部 once more. */
function asRegion({ region }: Entry, { codes }: Named, { start, end }: Span): Token | undefined {
  if (region === undefined || codes.includes(region)) return undefined
  return { kind: 'region', codes: [region], start, end }
}
