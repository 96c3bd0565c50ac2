import type { Cue } from '#data/language/cues.ts'
import type { TableWord } from '#data/language/heading-words.ts'
import type { Lexicon } from '#data/language/lexicon.ts'
import {
  type IndicatorToken,
  type PeriodToken,
  type Quantity,
  type Token,
  wordOf,
} from '#data/language/token.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { ArticleContext } from '../article-context.ts'
import type { Clause } from '../clause.ts'
import type { Mention } from '../mention.ts'
import { firstSaying } from '../read-mentions.ts'
import type { RefusedBecause } from '../refusal.ts'
import { type Roles, readRoles } from '../roles.ts'
import { noNames } from '../roles-builder.ts'
import { rules } from '../rules/index.ts'
import type { CellNumber } from './cell-number.ts'
import type { Column } from './columns.ts'
import { bases, falls, moves, says, speaks } from './heading.ts'
import type { Label } from './label.ts'
import type { Outer } from './outer.ts'
import { subjectOf } from './resolve/subject.ts'
import { type PrintedUnit, unitOf } from './unit.ts'

/** What the rows and columns of a table name at all: then the caption does not stand in for one that names none. */
export interface Names {
  readonly indicators: boolean
  readonly regions: readonly string[]
}

/** What is known of tables beside the text, for what they leave out. */
export interface Given {
  readonly indicators: readonly string[]
  readonly units: readonly PrintedUnit[]
  readonly period: PeriodToken | undefined
}

/** All that is said about one number of a table: by its row, its column and what stands above. */
export interface CellContext {
  readonly stub: Label
  readonly column: Column
  readonly outer: Outer
  readonly cellUnits: readonly PrintedUnit[]
  readonly names: Names
  readonly given: Given
  readonly article: ArticleContext
  readonly lexicon: Lexicon
}

/** The number of a cell with the words of its headings, read as the words before a number of a text are. */
export interface CellMention extends Mention {
  readonly cell: CellContext
  /** Whether a unit belongs to it. */
  readonly hasUnit: boolean
}

/** Where a number stands: among the cells of a row that speak of one subject, and in the words of its headings. */
interface CellPlace {
  readonly run: number
  readonly start: number
}

/** A cell as a mention, read by the first rule that knows its words. */
export function toMention(
  cell: CellContext,
  { value, qualifier, end }: CellNumber,
  { run, start }: CellPlace,
): CellMention {
  const { catalog } = cell.lexicon
  const { value: [code] = [] } = subjectOf(cell)
  const entry = catalog.indicators.get(code ?? '')
  const unit = unitOf(cell, entry)
  const quantity: Quantity = {
    kind: 'quantity',
    start,
    digit: start,
    end: start + end,
    value,
    scale: unit?.scale ?? '',
    unit: unit?.unit ?? '',
    qualifier,
  }
  const clause: Clause = {
    tokens: tokensIn(cell, code === undefined ? [] : [code]),
    quantities: [quantity],
    after: 'clause',
    next: undefined,
    second: undefined,
  }
  const roles = withWhole(readRoles(clause), cell, entry)
  const [rule, saying = {}] = firstSaying({ clause, roles, catalog, text: '' }, rules)
  const place = {
    aside: false,
    paragraph: run,
    sentence: run,
    isHeading: false,
    isBelow: false,
    isItem: false,
  }
  const refused = whyNot(cell) ?? saying.refused
  return { rule: rule?.name, clause, roles, saying, refused, ...place, cell, hasUnit: unit !== undefined }
}

/** Why no number in this row and column can be a figure. */
function whyNot({ stub, column, outer, names }: CellContext): RefusedBecause | undefined {
  const { label } = column
  // 部分省（市） above rows that say themselves which
  const isNarrowed = outer.narrowed && names.regions.length === 0
  if (column.role === 'beyond') return 'no-subject'
  if (stub.narrowed || label.narrowed || isNarrowed) return 'part-of-subject'
  if (stub.unknown !== '' || label.unknown !== '') return 'unknown-subject'
  if (outer.contradicts) return 'no-period'
  if (column.unclear) return 'no-subject'
  return speaks(stub) && speaks(label) ? 'unknown-change' : undefined
}

/** What the words of headings do in the terms of a clause. */
const cues: readonly (readonly [TableWord, Cue])[] = [
  ['growth', 'growth'],
  ['decline', 'decline'],
  ['share', 'share'],
  ['contribution', 'contribution'],
  ['yearAgo', 'yearAgo'],
  ['yearEnd', 'yearEnd'],
  ['monthAgo', 'monthAgo'],
  ['progress', 'goal'],
  ['target', 'target'],
  ['yearTarget', 'target'],
  ['expected', 'expected'],
]

const nowhere = { start: 0, end: 0 } as const
const word = (cue: Cue) => wordOf(cue, nowhere)

/** The words of the headings of a cell in the order of a clause: 「软件业务收入 比2022年 增长」. */
function tokensIn({ stub, column: { label }, names }: CellContext, codes: readonly string[]): Token[] {
  const words = [...label.words, ...stub.words]
  const base = label.base ?? stub.base
  const direction = directionOf({ words, base })
  return [
    ...(codes.length > 0 ? [nameOf(codes)] : []),
    ...(names.regions.length > 0 ? [word('byPlace')] : []),
    ...cues.flatMap(([heading, cue]) => (words.includes(heading) ? [word(cue)] : [])),
    ...(base ? [word('than'), base] : []),
    ...(direction ? [word(direction)] : []),
  ]
}

const nameOf = (codes: readonly string[]): IndicatorToken => ({
  ...{ kind: 'indicator', senses: [], codes, classes: new Set() },
  ...nowhere,
})

/** Which way the words go; up where the sign of the number tells: 增减, 同比. */
function directionOf(label: Pick<Label, 'words' | 'base'>): Cue | undefined {
  const isNoun = says(label, 'share', 'growth', 'decline')
  const isNet = says(label, 'netUp', 'netDown')
  const isDown = says(label, ...falls) && !says(label, 'up', 'more', 'netUp')
  if (isNet) return isDown ? 'netDown' : 'netUp'
  if (isDown) return 'down'
  const isMove = says(label, 'contribution', ...moves) || label.base !== undefined
  return isMove || (!isNoun && says(label, ...bases)) ? 'up' : undefined
}

/** Of what the words say that a number is a share, or to what it adds: to the whole of the subject, where they say no other. */
function withWhole(
  roles: Roles,
  { stub, column: { label }, names }: CellContext,
  entry: Indicator | undefined,
): Roles {
  const said = label.whole ?? stub.whole
  if (said) return { ...roles, whole: said }
  if (!roles.has('contribution')) return roles
  const isOpen = names.regions.length > 0 || entry?.partOf === undefined
  return { ...roles, whole: { ...noNames(), general: !isOpen, unknown: isOpen } }
}
