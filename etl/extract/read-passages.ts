import type { Lexicon } from '#data/language/lexicon.ts'
import { type NormalizedText, normalize } from '#data/language/normalize.ts'
import type { Context } from '#data/language/resolve-names.ts'
import { isWord, type PeriodToken, type RegionToken, type Token } from '#data/language/token.ts'
import type { Article, Block, Paragraph } from '../document.ts'
import { isReview } from './article-context.ts'
import { countedBelow } from './passes/attach-product.ts'
import { groupTopN } from './passes/group-top-n.ts'
import { tokensOfProse } from './passes/index.ts'

/** A paragraph, or the words in one of its parentheses, as tokens. */
export interface Passage {
  readonly paragraph: Paragraph
  readonly normalized: NormalizedText
  readonly tokens: readonly Token[]
  /** Where it stood in its paragraph, for words in parentheses. */
  readonly aside: number | undefined
  /** In parentheses within parentheses. */
  readonly isNested?: boolean
  /** The region it stands right behind: 北京（7756亿元，增长15.1%）. */
  readonly region?: RegionToken | undefined
  readonly number: number
  readonly isHeading: boolean
  /** In a short line of the list that a paragraph announces: 「1—5月份主要产品：」. */
  readonly isBelow: boolean
}

const caption = /^[图表](?:\d|[一二三四五六七八九十])/

/** A paragraph and what stands in its parentheses. */
export interface Passages {
  readonly main: Passage
  readonly asides: readonly Passage[]
}

/** The paragraphs of an article that say something, as tokens whose names mean something. */
export function readPassages(article: Article, lexicon: Lexicon): Passages[] {
  let topic = topicOfTitle(article.title, lexicon)
  let last: Context['last'] = []
  let counted: string | undefined
  const blocks = withTitle(article)
  const below = linesBelow(blocks)
  return blocks.flatMap((block, number): Passages[] => {
    if (block.kind === 'table') return []
    const normalized = normalize(block.text)
    if (caption.test(normalized.text)) return []
    counted = countedIn(block.text, normalized.text, { counted, lexicon })
    const { tokens, context } = tokensOfProse(normalized, { topic, last }, { lexicon, above: counted })
    last = context.last
    topic = block.kind === 'heading' ? context.topic : (topic ?? context.topic)
    const role = roleOf(block, article)
    const named = role === 'title' ? ofNoYear(tokens, article) : tokens
    const where = { isHeading: role === 'heading', isBelow: below.has(block), aside: undefined }
    const main = { paragraph: block, number, normalized, ...where }
    const asides = readAsides({ ...main, tokens: named }, context, lexicon)
    const told = { ...main, tokens: groupTopN(named, { text: normalized.text, lexicon }) }
    return asides.length > 0 || tells(told) ? [{ main: told, asides }] : []
  })
}

/** So long a line of a list may be. */
const longestLine = 100

/** The short lines right below a paragraph that ends with a colon. */
function linesBelow(blocks: readonly Block[]): ReadonlySet<Block> {
  const below = new Set<Block>()
  let announces = false
  for (const block of blocks) {
    const isShort = block.kind === 'paragraph' && block.text.length <= longestLine
    if (announces && isShort) below.add(block)
    const isHead = block.kind === 'paragraph' && /[:：]$/.test(block.text)
    announces = isHead || (announces && isShort)
  }
  return below
}

function roleOf({ kind, text }: Paragraph, { title }: Article): 'title' | 'heading' | 'text' {
  if (kind !== 'heading' || title === '') return 'text'
  return text.includes(title) ? 'title' : 'heading'
}

/** The year in which a report was given is no year that its figures are of. */
const ofNoYear = (tokens: readonly Token[], { title }: Article) =>
  isReview(title) ? tokens.filter(({ kind }) => kind !== 'period') : tokens

/** What stands in parentheses and has a number; in a heading, also a period. */
function readAsides(main: Passage, context: Context, lexicon: Lexicon): Passage[] {
  if (main.normalized.asides.length === 0) return []
  const isSaying = ({ kind }: Token) => kind === 'quantity' || (main.isHeading && kind === 'period')
  const regions = regionsByEnd(main.tokens)
  return main.normalized.asides.flatMap(({ normalized, index }) => {
    const { tokens: own } = tokensOfProse(normalized, context, { lexicon })
    const nested = nestedIn(normalized).flatMap((inner) => {
      const { tokens } = tokensOfProse(inner, context, { lexicon })
      return tokens.some(({ kind }) => kind === 'quantity')
        ? [{ ...main, normalized: inner, tokens, aside: index, isNested: true }]
        : []
    })
    if (!own.some(isSaying)) return nested
    const base = baseBefore(main.tokens, index)
    const tokens = base ? [base, ...own] : own
    return [{ ...main, normalized, tokens, aside: index, region: regions.get(index) }, ...nested]
  })
}

/** What stands in the parentheses within others, and within those. */
const nestedIn = ({ asides }: NormalizedText): NormalizedText[] =>
  asides.flatMap(({ normalized }) => [normalized, ...nestedIn(normalized)])

/** 「比上年末（87万户）净增338万户」: what stands behind the base is of its time. */
function baseBefore(tokens: readonly Token[], index: number): PeriodToken | undefined {
  const base = tokens.findLast(({ end }) => end === index)
  const at = { kind: 'period', yearOffset: -1, start: 0, end: 0 } as const
  if (isWord(base, 'yearEnd')) return { ...at, months: [1, 12], moment: true }
  if (isWord(base, 'yearAgo') || (base?.kind === 'period' && base.same)) return { ...at, same: true }
  return undefined
}

const regionsByEnd = (tokens: readonly Token[]) =>
  new Map(tokens.flatMap((token) => (token.kind === 'region' ? [[token.end, token] as const] : [])))

/** A heading also tells by the place it begins with: 「东莞：…」, 「一、长沙」. */
const tells = ({ tokens, isHeading }: Passage) =>
  tokens.some(isTelling) || (isHeading && tokens.slice(0, numbered).some(({ kind }) => kind === 'region'))

/** A place stands among so many words of a heading, its number before it. */
const numbered = 3

/** A paragraph without a number matters to the others at most by its period and by the place it speaks of. */
const isTelling = ({ kind }: Token) => kind === 'quantity' || kind === 'period' || kind === 'home'

/** A headline is read like the text below it: 「…比重超过50%」. */
function withTitle({ title, isNamedByFile, line, blocks }: Article): readonly Block[] {
  const isRead = blocks.some((block) => block.kind === 'heading' && block.text.includes(title))
  if (title === '' || isNamedByFile || isRead) return blocks
  return [{ kind: 'heading', text: title, places: [{ offset: 0, line, column: 1 }] }, ...blocks]
}

function topicOfTitle(title: string, lexicon: Lexicon): string | undefined {
  const { context } = tokensOfProse(normalize(title, true), { topic: undefined, last: [] }, { lexicon })
  return context.topic
}

function countedIn(
  printed: string,
  normalized: string,
  { counted, lexicon }: { counted: string | undefined; lexicon: Lexicon },
): string | undefined {
  const below = countedBelow(normalized)
  if (below !== undefined || counted === undefined) return below
  const [, product = ''] = leading.exec(normalized) ?? []
  const isOfList = listItem.test(printed) || lexicon.find(product + counted) !== undefined
  return isOfList ? counted : undefined
}

/** What a line begins with, up to its number: 手机6.09亿台. */
const leading = /^([^\d,。:;]{2,10})\d/

/** —— before what is one of a list. */
const listItem = /^\s*(?:[-—·•●◆○*]|[（(]?\d{1,2}[）)、.])/
