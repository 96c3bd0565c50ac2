import type { Catalog } from '#data/catalog/catalog.ts'
import { compilationCodes, compilations } from '#data/model/compilation.ts'
import type { FactName } from '#data/model/document-facts.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Observation } from '#data/model/observation.ts'
import { endYearOf } from '#data/model/period.ts'
import { powerOf } from '#data/model/unit.ts'
import type { Document } from '../document.ts'
import { sayStatement } from '../doubts/doubter.ts'
import { countDigits } from '../facts/agreement.ts'
import type { Held } from '../inbox/inbox.ts'
import type { FactQuestion, Proposal } from './answers.ts'

/** What a document says that may answer a question, with the words around it. */
type Propose = (text: string, catalog: Catalog) => readonly Proposal[]

const proposals: { readonly [Name in FactName]?: Propose } = {
  date: (text) => [...daysIn(text), ...yearsIn(text)],
  place: placesIn,
  period: (text) => yearsIn(text),
  unit: (text, { units }) =>
    found(text, /(?:单位[：:]\s*|[（(])([\p{L}%/]{1,8})(?=[）)\s，,；;]|$)/gmu, ([, word = '']) =>
      [...units.values()].some((unit) => word !== '' && powerOf(word, unit) !== undefined) ? word : undefined,
    ),
  indicator: (text, { indicators }) =>
    [...indicators.values()]
      .filter(({ name }) => text.includes(name.zh))
      .map(({ code, name }) => ({
        value: code,
        evidence: around(text, text.indexOf(name.zh), name.zh.length),
      })),
  compilation: () =>
    compilationCodes
      .filter((code) => code === 'express' || code === 'annual')
      .map((value) => ({ value, evidence: compilations[value].meaning.zh })),
}

/** So many proposals can be pressed by a digit. */
const most = 5

/** The facts that numbers of a document wait for, the one that most wait for first, each with what its text proposes. */
export function proposeFacts(
  document: Document,
  held: readonly Held[],
  { catalog, curated }: { readonly catalog: Catalog; readonly curated: readonly Observation[] },
): FactQuestion[] {
  const waiting = new Map<FactName, number>()
  for (const { because } of held) {
    const name = /^lacks-(.+)$/.exec(because)?.[1] as FactName | undefined
    if (name) waiting.set(name, (waiting.get(name) ?? 0) + 1)
  }
  const text = textOf(document)
  return [...waiting]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => ({
      name,
      waiting: count,
      proposals: unlike([
        ...(name === 'date' ? yearsOfSameFigures(held, curated) : []),
        ...(proposals[name]?.(text, catalog) ?? []),
      ]).slice(0, most),
    }))
}

const textOf = ({ articles }: Document) =>
  articles
    .flatMap(({ title, blocks }) => [
      title,
      ...blocks.map((block) =>
        block.kind === 'table'
          ? [block.caption, ...block.rows.map((row) => row.map(({ text }) => text).join(' '))].join('\n')
          : block.text,
      ),
    ])
    .join('\n')

const unlike = (some: readonly Proposal[]) =>
  [...new Map(some.toReversed().map((each) => [each.value, each])).values()].toReversed()

/** The words on both sides of a find. */
function around(text: string, at: number, length: number): string {
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - 12)
  const end = text.indexOf('\n', at + length)
  return text.slice(start, Math.min(end < 0 ? text.length : end, at + length + 12))
}

function found(text: string, form: RegExp, read: (match: RegExpExecArray) => string | undefined): Proposal[] {
  return [...text.matchAll(form)].flatMap((match) => {
    const value = read(match)
    return value === undefined ? [] : [{ value, evidence: around(text, match.index, match[0].length) }]
  })
}

const two = (part: string | undefined) => (part ?? '').padStart(2, '0')

const daysIn = (text: string) =>
  found(
    text,
    /(20\d{2})\s*[年/.-]\s*(1[0-2]|0?[1-9])\s*[月/.-]\s*(3[01]|[12]\d|0?[1-9])(?!\d)/g,
    ([, year, month, day]) => `${year}-${two(month)}-${two(day)}`,
  )

/** The years that a text names, the most frequent first. */
function yearsIn(text: string): Proposal[] {
  const all = found(text, /(?<!\d)(20[0-4]\d)(?=\s*年|年度)/g, ([, year]) => year)
  const count = (value: string) => all.filter((each) => each.value === value).length
  return all.toSorted((a, b) => count(b.value) - count(a.value))
}

function placesIn(text: string, { regions }: Catalog): Proposal[] {
  const named = [...regions.values()].filter(({ kind }) => kind === 'province' || kind === 'city')
  const places = named.flatMap(({ code, name, fullName }) => {
    const count = text.split(name.zh).length - 1
    const at = text.includes(fullName) ? text.indexOf(fullName) : text.indexOf(name.zh)
    return count > 0 ? [{ value: code, count, evidence: around(text, at, name.zh.length) }] : []
  })
  return places
    .toSorted((a, b) => b.count - a.count)
    .map(({ value, count, evidence }) => ({ value, evidence: `文中 ${count} 次：${evidence}` }))
}

/** Figures with fewer digits are alike by chance. */
const digits = 3

/** The years in which published figures of the same subject are printed with the very digits that wait for a year. */
function yearsOfSameFigures(held: readonly Held[], curated: readonly Observation[]): Proposal[] {
  const waiting = held.flatMap(({ because, row }) =>
    because === 'lacks-date' && row && countDigits(row.value) >= digits ? [row] : [],
  )
  const same = waiting.flatMap((row) =>
    curated.filter(
      (figure) =>
        figure.indicator === row.indicator &&
        figure.region === row.region &&
        figure.measure === row.measure &&
        figure.printedValue === row.value &&
        figure.printedUnit === row.unit,
    ),
  )
  const years = groupBy(same, ({ period }) => String(endYearOf(period)))
  return [...years]
    .toSorted(([, a], [, b]) => sum(b) - sum(a))
    .map(([value, figures]) => ({
      value,
      evidence: `已发布的数字相同：${figures.slice(0, 2).map(sayStatement).join('、')}`,
    }))
}

/** How many digits agree, all figures together. */
const sum = (figures: readonly Observation[]) =>
  figures.reduce((total, { printedValue }) => total + countDigits(printedValue), 0)
