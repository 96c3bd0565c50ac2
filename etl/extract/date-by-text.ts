import type { ExtractedRow } from './extract-document.ts'

/** A row, and whether it may stand without another that gives its period. */
export interface Draft {
  readonly row: ExtractedRow
  /** The number of its article in the document. */
  readonly article: number
  readonly undated: boolean
  /** What its sentence says of the period without naming the year: nothing, the months, or 今年. */
  readonly own: 'none' | 'months' | 'year'
}

/**
 * A headline leaves out the period that its text gives: 「…比重超过50%」 above 「2023年，…比重超过50%」.
 * @returns the drafts, those without a stated period taking it from a row that says the same with one; and those that
 * have no period at all.
 */
export function dateByText(drafts: readonly Draft[]): { drafts: Draft[]; undated: Draft[] } {
  const stated = statedRows(drafts)
  const dated: Draft[] = []
  const lost: Draft[] = []
  for (const draft of drafts) {
    const { row, undated } = draft
    const text = hasOwnPeriod(row) ? undefined : stated.get(toKey(row))
    if (text && isAbove(row, text) && mayTake(draft, text))
      dated.push({ ...draft, row: { ...row, period: text.period, status: text.status } })
    else if (undated) lost.push(draft)
    else dated.push(draft)
  }
  return { drafts: dated, undated: lost }
}

/** The first row of each that says its period itself; where none does, the first that names its months. */
function statedRows(drafts: readonly Draft[]): Map<string, ExtractedRow> {
  const stated = new Map<string, ExtractedRow>()
  const dated = drafts.filter(({ undated }) => !undated)
  const saying = dated.filter(({ row }) => hasOwnPeriod(row))
  for (const { row } of [...saying, ...dated.filter(({ own }) => own === 'months')]) {
    const key = toKey(row)
    if (!stated.has(key)) stated.set(key, row)
  }
  return stated
}

/** A text that names its months alone dates only what stands above it. */
const isAbove = (row: ExtractedRow, text: ExtractedRow) =>
  hasOwnPeriod(text) || Number(row.line) < Number(text.line)

/** Not where the words say another: 今年7月末 after 2024年底. */
function mayTake({ row, undated, own }: Draft, text: ExtractedRow): boolean {
  const differs = own === 'year' || (own === 'months' && text.period.slice(4) !== row.period.slice(4))
  return undated || !differs
}

const hasOwnPeriod = ({ implied }: ExtractedRow) => !implied.split(' ').includes('period')

const toKey = ({ indicator, region, measure, value, unit }: ExtractedRow) =>
  [indicator, region, measure, value, unit].join('|')
