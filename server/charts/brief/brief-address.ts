import { type ChartState, day, liveFields } from '../address/chart-fields.ts'
import { type Field, type Fields, matching, oneOf, printState, readState } from '../address/parameters.ts'
import type { WholeState } from '../address/read-chart.ts'

/** Charts on pages of four, one chart a page, slides. */
export const briefLayouts = ['page', 'each', 'slides'] as const
export type BriefLayout = (typeof briefLayouts)[number]

export const sentenceChoices = ['short', 'medium', 'long', 'none'] as const
export type SentenceChoice = (typeof sentenceChoices)[number]

/** As many charts as a brief may hold. */
export const mostCharts = 20

/** The longest title and caption, in characters. */
export const longestLine = 80

export interface BriefItem {
  readonly chart: WholeState
  /** What stands under the number of the chart; its own title when left out. */
  readonly caption?: string | undefined
  readonly say: SentenceChoice
}

/** When a brief was made, and of which version of the data. */
interface Made {
  readonly day: string
  readonly snapshot: string
}

/** Charts in their order, with all that a file made of them needs. */
export interface Brief {
  readonly title: string
  readonly layout: BriefLayout
  readonly made?: Made | undefined
  readonly items: readonly BriefItem[]
}

/** What of an address is no part of a brief, by the parameter at fault. */
export interface BriefFault {
  readonly kind: 'unknown' | 'repeated' | 'unreadable' | 'missing' | 'too_many'
  readonly name: string
  readonly text: string
  /** All that could stand there, where that is a list. */
  readonly words?: readonly string[] | undefined
}

/** Signs that no line of a document holds: those that control, break lines, turn the direction, or are none. */
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu

/** What was typed or pasted as a line that can stand in a brief; empty where nothing of it can. */
export function toLine(typed: string): string {
  const line = [...typed.replace(unprintable, '')].slice(0, longestLine).join('')
  return line.trim() === '' ? '' : line
}

const line: Field<string> = {
  read: (text) => (text !== '' && toLine(text) === text ? text : undefined),
  print: (value) => value,
}

/** What is said of a brief as a whole. */
export const briefHeadFields = {
  title: line,
  layout: oneOf(briefLayouts),
  made: day,
  since: matching(/^[0-9a-f]{16}$/),
}

/** What is said of one chart, behind its number and a dot: `2.indicator`. */
export const briefItemFields = { ...liveFields, caption: line, say: oneOf(sentenceChoices) }

/** The query that opens a brief, without `?`: `title=…&1.indicator=…&1.say=long&2.indicator=…`. */
export function printBrief({ title, layout, made, items }: Brief): string {
  const head = {
    title: title || undefined,
    layout: layout === 'page' ? undefined : layout,
    made: made?.day,
    since: made?.snapshot,
  }
  const parts = [printState(briefHeadFields, head), ...items.map((item, at) => printItem(item, at + 1))]
  return parts.filter((part) => part !== '').join('&')
}

function printItem({ chart, caption, say }: BriefItem, number: number): string {
  const state = { ...chart, caption, say: say === 'short' ? undefined : say }
  return printState(briefItemFields, state)
    .split('&')
    .map((parameter) => `${number}.${parameter}`)
    .join('&')
}

/**
 * Reads a brief from a query. What cannot be read is left out and named; the rest is what it would be without.
 * @param others names of parameters that are not ours, and no fault.
 */
export function readBrief(
  search: string,
  others: ReadonlySet<string> = new Set(),
): { readonly brief: Brief; readonly faults: readonly BriefFault[] } {
  const { head, numbered, faults } = sortParameters(new URLSearchParams(search), others)
  const read = readPart(briefHeadFields, head, '')
  const items = [...numbered].sort(([one], [other]) => one - other)
  const charts = items.map(([number, parameters]) => readItem(parameters, `${number}.`))
  const { title = '', layout = 'page', made, since } = read.state
  const gap = items.findIndex(([number], at) => number !== at + 1)
  const missing: BriefFault[] = gap < 0 ? [] : [{ kind: 'missing', name: `${gap + 1}.indicator`, text: '' }]
  return {
    brief: {
      title,
      layout,
      ...(made && since && { made: { day: made, snapshot: since } }),
      items: charts.flatMap(({ item }) => item ?? []),
    },
    faults: [...faults, ...read.faults, ...missing, ...charts.flatMap((each) => each.faults)],
  }
}

interface Sorted {
  readonly head: URLSearchParams
  readonly numbered: ReadonlyMap<number, URLSearchParams>
  readonly faults: readonly BriefFault[]
}

/** Parameters of the brief, those of each chart under its number, and what is wrong with the rest. */
function sortParameters(all: URLSearchParams, others: ReadonlySet<string>): Sorted {
  const [head, numbered] = [new URLSearchParams(), new Map<number, URLSearchParams>()]
  const faults: BriefFault[] = []
  for (const [name, text] of all) {
    if (others.has(name)) continue
    const { number, field } = partsOf(name)
    const known: Fields = number === 0 ? briefHeadFields : briefItemFields
    const place = number === 0 ? head : partOf(numbered, number)
    const kind = faultOf({ known, field, place })
    const words = [...Object.keys(known), ...(number === 0 ? others : [])]
    if (kind) faults.push({ kind, name, text, words })
    else place?.set(field, text)
  }
  const firstBeyond = faults.find(({ kind }) => kind === 'too_many')
  return { head, numbered, faults: faults.filter((each) => each.kind !== 'too_many' || each === firstBeyond) }
}

/** The number before the dot, 0 without. */
function partsOf(name: string): { readonly number: number; readonly field: string } {
  const [, digits, field] = /^([1-9]\d{0,5})\.(.*)$/s.exec(name) ?? []
  return digits === undefined ? { number: 0, field: name } : { number: Number(digits), field: field ?? '' }
}

interface Placed {
  readonly known: Fields
  readonly field: string
  /** undefined beyond the last chart that a brief may hold. */
  readonly place: URLSearchParams | undefined
}

function faultOf({ known, field, place }: Placed): BriefFault['kind'] | undefined {
  if (!place) return 'too_many'
  if (!Object.hasOwn(known, field)) return 'unknown'
  return place.has(field) ? 'repeated' : undefined
}

/** @returns undefined beyond the last chart that a brief may hold. */
function partOf(parts: Map<number, URLSearchParams>, number: number): URLSearchParams | undefined {
  if (number > mostCharts) return undefined
  const part = parts.get(number) ?? new URLSearchParams()
  parts.set(number, part)
  return part
}

function readItem(parameters: URLSearchParams, prefix: string) {
  const { state, faults } = readPart(briefItemFields, parameters, prefix)
  const { caption, say = 'short', ...rest } = state
  const { indicator, ...chart }: ChartState = rest
  if (indicator !== undefined) return { item: { chart: { ...chart, indicator }, caption, say }, faults }
  const isSaid = faults.some(({ name }) => name === `${prefix}indicator`)
  const missing: BriefFault = { kind: 'missing', name: `${prefix}indicator`, text: '' }
  return { item: undefined, faults: isSaid ? faults : [...faults, missing] }
}

function readPart<Known extends Fields>(fields: Known, parameters: URLSearchParams, prefix: string) {
  const { state, unread } = readState(fields, parameters.toString())
  const isEmpty = ([, text]: [string, string]) => text === ''
  const empty = [...parameters].filter(isEmpty).map(([name]) => ({ name, text: '' }))
  const faults = [...unread, ...empty].map(
    ({ name, text }): BriefFault => ({
      kind: 'unreadable',
      name: prefix + name,
      text,
      words: fields[name]?.words,
    }),
  )
  return { state, faults }
}
