import type { Catalog } from '#data/catalog/catalog.ts'
import type { Lexicon } from '#data/language/lexicon.ts'
import { type Manner, render } from '#data/language/render/render.ts'
import { type ObservationRow, observationColumns } from '#data/model/observation.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { toObservation } from '#etl/normalize/to-observation.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import type { Case } from './legal-observations.ts'

/** The sentences that rows make. */
export function tell(rows: readonly ObservationRow[], catalog: Catalog, manner?: Manner): string {
  const observations = rows.map((row, at) => {
    const read = toObservation({ id: `case:${at}`, source: 'case', file: '', line: at, row }, catalog)
    if ('reason' in read) throw new Error(`${read.reason}: ${read.detail} in ${JSON.stringify(row)}`)
    return read
  })
  return render(observations, catalog, manner)
}

/** The rows that stand in a text of this title, published on this day. */
export async function readBack(
  sentences: string,
  { published, title }: Pick<Case, 'published'> & { readonly title: string },
  lexicon: Lexicon,
): Promise<ObservationRow[]> {
  const text = `${title}\n\n来源：工业和信息化部  日期：${published}\n\n${sentences}\n`
  const document = await readDocument(Buffer.from(text), 'case.txt')
  return extractDocument(document, lexicon).rows.map(
    (row) => Object.fromEntries(observationColumns.map((name) => [name, row[name]])) as ObservationRow,
  )
}

/** Rows as lines in one order; a change of nothing is said without a number (持平), and so gives no row. */
export function toLines(rows: readonly ObservationRow[]): string[] {
  const isSaid = ({ measure, value }: ObservationRow) =>
    measure === 'level' || measure === 'share_pct' || Number(value) !== 0
  return rows
    .filter(isSaid)
    .map((row) => observationColumns.map((name) => row[name]).join(' | '))
    .sort()
}
