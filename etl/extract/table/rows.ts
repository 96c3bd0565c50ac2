import { normalize } from '#data/language/normalize.ts'
import type { Column } from './columns.ts'
import { isSection, type Row, type Shape } from './find-shape.ts'
import { says, spanOf, speaks, statusOf } from './heading.ts'
import { type Label, type LabelContext, mergeLabels, readLabel } from './label.ts'
import { readPartOfYear } from './period.ts'
import { type PrintedUnit, readUnits } from './unit.ts'

/** A row with what its words say. */
export interface StubbedRow {
  readonly row: Row
  readonly label: Label
}

/** The rows with figures, each with what its own words and the section it stands in say. */
export function readRows(
  { headers, body, roles }: Shape,
  columns: readonly Column[],
  context: LabelContext,
): StubbedRow[] {
  const read = labelReader({ headers, roles }, context)
  const kinds = kindsOfRegions(body.filter((row) => !isSection(row)).map(read), context)
  let section: readonly Label[] = []
  let above: Above = nothingAbove
  return body.flatMap((row): StubbedRow[] => {
    const labels = read(row)
    if (isSection(row) && labels.length > 0 && !isOfKinds(labels, kinds, context)) {
      section = asSection(labels)
      above = nothingAbove
      return []
    }
    const isUnnamed = labels.length === 0 && columns.some(({ role }) => role === 'stub')
    const unnamed = isUnnamed ? [{ ...mergeLabels([], context.topic), unknown: ' ' }] : []
    const merged = mergeLabels([...section, ...labels, ...unnamed], context.topic)
    const units = row.flatMap(({ text }, at) => (roles[at] === 'unit' ? unitsOf(text, context) : []))
    const label = goOn(units.length > 0 ? { ...merged, units } : merged, above)
    above = isNamed(merged)
      ? { label, isClear: !above.label || (above.isClear && above.hasMore), hasMore: false }
      : { ...above, hasMore: true }
    return [{ row, label }]
  })
}

/** 四大区域, 收入前五位省市: says only which regions stand below. */
const groupsRegions = ({ text, regions }: Label) =>
  regions.length === 0 && /(?:区域|地区|省份|省区市|省市|省|城市)[:：]?$/.test(text)
const asSection = (labels: readonly Label[]): readonly Label[] =>
  labels.some(groupsRegions)
    ? labels.map((label) => ({ ...label, unknown: '', narrowed: false, words: [] }))
    : labels

/** The kinds of the regions that rows with figures name. */
function kindsOfRegions(rows: readonly (readonly Label[])[], context: LabelContext): ReadonlySet<string> {
  return new Set(rows.flatMap((labels) => labels.flatMap((label) => kindsIn(label, context))))
}

const kindsIn = ({ regions }: Label, { article: { catalog } }: LabelContext) =>
  regions.flatMap((code) => catalog.regions.get(code)?.kind ?? [])

/** 西藏 among provinces, its cells empty: a row without figures, no heading. */
const isOfKinds = (labels: readonly Label[], kinds: ReadonlySet<string>, context: LabelContext) =>
  labels.some((label) => kindsIn(label, context).some((kind) => kinds.has(kind)))

/** The named row above, and whether all named rows so far were followed by more about them. */
interface Above {
  readonly label: Label | undefined
  readonly isClear: boolean
  readonly hasMore: boolean
}

const nothingAbove: Above = { label: undefined, isClear: true, hasMore: false }
const isNamed = ({ indicators, regions, unknown }: Label) =>
  indicators.length + regions.length > 0 || unknown !== ''

/** 同比增长（%）, 其中：9月 in a row of its own: of the subject of the row above. */
function goOn(label: Label, { label: before, isClear }: Above): Label {
  const isOfSame = says(label, 'level') || spanOf(label) !== undefined || statusOf(label) !== undefined
  const isMore = (speaks(label) || isOfSame) && !says(label, 'total')
  if (isNamed(label) || !isMore || !isClear || !before || before.unknown !== '') return label
  const { indicators, regions } = before
  return { ...label, indicators, regions, periods: label.periods.length > 0 ? label.periods : before.periods }
}

const unitsOf = (text: string, { lexicon }: LabelContext): readonly PrintedUnit[] =>
  readUnits(normalize(text).text, lexicon)

/** A column whose words name its rows, with its header where they are periods. */
interface Naming {
  readonly at: number
  readonly isPeriod: boolean
  readonly heads: readonly string[]
}

/** Reads the names and periods of a row; the same words are read once, and nobody knows a period that is left out. */
function labelReader(
  { headers, roles }: Omit<Shape, 'body'>,
  context: LabelContext,
): (row: Row) => readonly Label[] {
  const naming = roles.flatMap((role, at): Naming[] => {
    const isPeriod = role === 'period'
    const heads = isPeriod ? headers.map((row) => row[at]?.text ?? '') : []
    return isPeriod || role === 'stub' ? [{ at, isPeriod, heads }] : []
  })
  const known = new Map<string, Label>()
  return (row) => {
    const labels = new Map<string, Label>()
    for (const { at, isPeriod, heads } of naming) {
      const text = row[at]?.text ?? ''
      if (text === '' && (!isPeriod || isSection(row))) continue
      const key = [text, ...heads].join('|')
      const label = known.get(key) ?? readName(text, heads, context)
      known.set(key, label)
      labels.set(key, label)
    }
    return [...labels.values()]
  }
}

function readName(text: string, heads: readonly string[], context: LabelContext): Label {
  const nothing = mergeLabels([], context.topic)
  if (text === '') return { ...nothing, unknown: ' ' }
  const part = readPartOfYear(text, heads)
  return part ? { ...nothing, periods: [part] } : readLabel(text, context)
}
