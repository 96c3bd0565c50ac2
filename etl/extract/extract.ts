import type { Article, Block, Paragraph, Table } from '../document.ts'
import { readContext } from './article-context.ts'
import { type Clause, splitClauses } from './clause.ts'
import { distribute } from './distribute.ts'
import { type Finding, spread, type Unread } from './finding.ts'
import { type Folded, fold } from './fold.ts'
import { refiners, rules } from './grammar.ts'
import { joinLists } from './join-lists.ts'
import type { Lexicon } from './lexicon.ts'
import type { ArticleContext } from './refiner.ts'
import { type Context, resolveNamesIn } from './resolve-names.ts'
import type { Rule } from './rule.ts'
import { readSlots, type Slots } from './slots.ts'
import type { Statement } from './statement.ts'
import { tidyTokens } from './tidy-tokens.ts'
import type { RegionToken, Token } from './token.ts'
import { tokenize } from './tokenize.ts'

/** A finding or a refusal with the paragraph it stands in. */
export interface Placed<Item> {
  readonly item: Item
  readonly paragraph: Paragraph
  readonly folded: Folded
  /** The table whose words the paragraph puts together. */
  readonly table?: Table
}

export interface Extraction {
  readonly context: ArticleContext
  readonly findings: readonly Placed<Finding>[]
  readonly unread: readonly Placed<Unread>[]
}

/** A paragraph, or the words in one of its parentheses, as tokens. */
interface Passage {
  readonly paragraph: Paragraph
  readonly folded: Folded
  readonly tokens: readonly Token[]
  /** Where it stood in its paragraph, for words in parentheses. */
  readonly aside: number | undefined
  /** The region it stands right behind: 北京（7756亿元，增长15.1%）. */
  readonly region?: RegionToken | undefined
  readonly number: number
  readonly isHeading: boolean
}

/** Reads all numbers of an article's paragraphs. */
export function extract(article: Article, lexicon: Lexicon): Extraction {
  const context = readContext(article, lexicon)
  const placeOf = new Map<Statement['clause'], Passage>()
  const toStatements = (passage: Passage) => {
    const statements = readStatements(passage, context)
    for (const { clause } of statements) placeOf.set(clause, passage)
    return statements
  }
  const read = readPassages(article, lexicon).flatMap(({ main, asides }) =>
    mergeAsides(
      toStatements(main),
      asides.map((aside) => ({ index: aside.aside ?? 0, statements: toStatements(aside) })),
    ),
  )
  const statements = refiners.reduce<Statement[]>((refined, refine) => refine(refined, context), read)
  const extraction: { findings: Placed<Finding>[]; unread: Placed<Unread>[] } = { findings: [], unread: [] }
  for (const statement of statements) {
    const passage = placeOf.get(statement.clause)
    if (passage) collect(statement, { paragraph: passage.paragraph, folded: passage.folded }, extraction)
  }
  return { context, ...extraction }
}

function collect(
  statement: Statement,
  place: Omit<Placed<unknown>, 'item'>,
  { findings, unread }: { findings: Placed<Finding>[]; unread: Placed<Unread>[] },
): void {
  const { quantities } = statement.clause
  if (quantities.length === 0) return
  const isUndated = statement.refused === 'no-period'
  const found = isUndated ? spread(statement) : (statement.refused ?? spread(statement))
  if (typeof found !== 'string') for (const item of found) findings.push({ item, ...place })
  else
    for (const quantity of quantities)
      unread.push({ item: { because: found, statement, quantity }, ...place })
}

/** Statements in reading order: what stood in parentheses goes where it stood. */
function mergeAsides(main: readonly Statement[], asides: readonly AsideStatements[]): Statement[] {
  const merged: Statement[] = []
  let next = 0
  const takeAsides = (before: number) => {
    for (let aside = asides[next]; aside && aside.index <= before; aside = asides[next]) {
      const { sentence = 0 } = merged.at(-1) ?? {}
      for (const statement of aside.statements) merged.push({ ...statement, sentence })
      next++
    }
  }
  for (const statement of main) {
    takeAsides(startOf(statement.clause))
    merged.push(statement)
  }
  takeAsides(Number.POSITIVE_INFINITY)
  return merged
}

interface AsideStatements {
  readonly index: number
  readonly statements: readonly Statement[]
}

const startOf = ({ tokens, quantities }: Statement['clause']) => (tokens[0] ?? quantities[0])?.start ?? 0

const caption = /^[图表](?:\d|[一二三四五六七八九十])/

interface Passages {
  readonly main: Passage
  readonly asides: readonly Passage[]
}

function readPassages(article: Article, lexicon: Lexicon): Passages[] {
  let topic = topicOfTitle(article.title, lexicon)
  let last: Context['last'] = []
  return withTitle(article).flatMap((block, number): Passages[] => {
    if (block.kind === 'table') return []
    const folded = fold(block.text)
    if (caption.test(folded.text)) return []
    const main = readTokens(folded, { topic, last }, lexicon)
    const { context } = main
    last = context.last
    if (block.kind === 'heading') topic = context.topic
    const isHeading = block.kind === 'heading' && article.title !== '' && !block.text.includes(article.title)
    const isSaying = (token: Token) => token.kind === 'quantity' || (isHeading && token.kind === 'period')
    const place = { paragraph: block, number, isHeading }
    const regions = folded.asides.length > 0 ? regionsByEnd(main.tokens) : new Map<number, RegionToken>()
    const asides = folded.asides.flatMap((aside): Passage[] => {
      const { tokens } = readTokens(aside.folded, context, lexicon)
      const passage = { ...place, folded: aside.folded, tokens, aside: aside.index }
      return tokens.some(isSaying) ? [{ ...passage, region: regions.get(aside.index) }] : []
    })
    if (asides.length === 0 && !main.tokens.some(isTelling)) return []
    return [{ main: { ...place, folded, tokens: main.tokens, aside: undefined }, asides }]
  })
}

const regionsByEnd = (tokens: readonly Token[]) =>
  new Map(tokens.flatMap((token) => (token.kind === 'region' ? [[token.end, token] as const] : [])))

/** A paragraph without a number matters to the others at most by its period. */
const isTelling = ({ kind }: Token) => kind === 'quantity' || kind === 'period'

/** A headline is read like the text below it: 「…比重超过50%」. */
function withTitle({ title, line, blocks }: Article): readonly Block[] {
  const isRead = blocks.some((block) => block.kind === 'heading' && block.text.includes(title))
  if (title === '' || isRead) return blocks
  return [{ kind: 'heading', text: title, places: [{ offset: 0, line, column: 1 }] }, ...blocks]
}

function topicOfTitle(title: string, lexicon: Lexicon): string | undefined {
  const { context } = readTokens(fold(title, true), { topic: undefined, last: [] }, lexicon)
  return context.topic
}

function readTokens(folded: Folded, context: Context, lexicon: Lexicon) {
  const tokens = tidyTokens(tokenize(folded, lexicon), folded.text)
  const named = resolveNamesIn({ tokens, text: folded.text }, context, lexicon)
  return { tokens: joinLists(named.tokens, folded.text, lexicon), context: named.context }
}

function readStatements(passage: Passage, { catalog }: ArticleContext): Statement[] {
  const isItem = isListItem(passage)
  let sentence = 0
  return withSlots(distribute(splitClauses(passage.tokens))).map(({ clause, slots: said }) => {
    const slots = withRegion(said, passage.region)
    if (clause.after === 'sentence') sentence++
    const input = { clause, slots, catalog }
    const [rule, reading] = clause.quantities.length > 0 ? firstReading(input) : []
    return {
      rule: rule?.name,
      clause,
      slots,
      negative: reading?.negative ?? false,
      stated: {
        ...(reading?.measure ? { measure: reading.measure } : {}),
        ...(reading?.indicators ? { indicators: reading.indicators } : {}),
      },
      implied: {},
      refused: reading?.refused,
      aside: passage.aside !== undefined,
      paragraph: passage.number,
      sentence,
      isHeading: passage.isHeading,
      isItem,
    }
  })
}

/** What stands in parentheses right behind a region speaks of it, unless it names another. */
function withRegion(slots: Slots, region: RegionToken | undefined): Slots {
  return region && slots.regions.length === 0 && slots.countedRegions === undefined && !slots.home
    ? { ...slots, regions: [region] }
    : slots
}

/** 「东部地区：…」 as a line of its own, with or without a dash. */
function isListItem({ tokens, folded }: Passage): boolean {
  const at = tokens[0]?.kind === 'region' ? 0 : 1
  const [region, stop] = [tokens[at], tokens[at + 1]]
  if (region?.kind !== 'region' || stop?.kind !== 'stop') return false
  return /^[-·•]?$/.test(folded.text.slice(0, region.start)) && /[:：]/.test(folded.text[stop.start] ?? '')
}

function withSlots(clauses: readonly Clause[]): { clause: Clause; slots: Slots }[] {
  let base: Slots | undefined
  return clauses.map((clause) => {
    const slots = withBase(readSlots(clause), clause.after === 'sentence' ? undefined : base)
    const isBase = clause.quantities.length === 0 && slots.comparison === 'than' && !slots.has('level')
    base = isBase ? slots : undefined
    return { clause, slots }
  })
}

/** 「与江苏相比，基站少2.5万个」: the base that the clause before named. */
function withBase(slots: Slots, base: Slots | undefined): Slots {
  const isMove = slots.direction === 'up' || slots.direction === 'down'
  if (!base?.target?.regions.length || slots.comparison || !isMove) return slots
  return { ...slots, comparison: 'than', target: base.target }
}

function firstReading(input: Parameters<Rule['read']>[0]) {
  for (const rule of rules) {
    const reading = rule.read(input)
    if (reading) return [rule, reading] as const
  }
  return []
}
