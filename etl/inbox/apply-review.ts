import { groupBy } from '#data/model/group-by.ts'
import { type ObservationRow, observationColumns } from '#data/model/observation.ts'
import type { Held, InboxDocument, InboxRow } from './inbox.ts'
import type { Decision, Review } from './review.ts'

/**
 * A document as a person has decided on it: accepted and mended rows stand, rejected ones are refused.
 * @returns also the decisions that no longer fit: their number is gone, or is read otherwise now.
 */
export function applyReview(
  document: InboxDocument,
  review: Review | undefined,
): { document: InboxDocument; stale: string[] } {
  const stale: string[] = []
  let decided = document
  const placeOf = ({ action, line, column }: Decision) => `${action}:${line}:${column}`
  for (const [first, ...others] of groupBy(review?.decisions ?? [], placeOf).values()) {
    if (!first) continue
    const next = { accept, reject, mend }[first.action](decided, [first, ...others])
    if (next) decided = next
    else stale.push(...[first, ...others].map((each) => sayStale(each, document)))
  }
  return { document: decided, stale }
}

/** The decisions of one kind on one number. */
type Decisions = readonly [Decision, ...Decision[]]

const isAt =
  ({ line, column }: Decision) =>
  (each: { readonly line: number; readonly column: number }) =>
    each.line === line && each.column === column

/** A field left empty in a decision that rejects says any; in others it must be as it was read. */
const sameRow = (one: ObservationRow, other: ObservationRow) =>
  observationColumns.every((column) => one[column] === other[column])

const isWhole = ({ row }: Decision) => observationColumns.every((column) => row[column] === '')

/** The document after decisions; undefined where they fit nothing in it, as of all of these. */
function accept(document: InboxDocument, decisions: Decisions): InboxDocument | undefined {
  const isAccepted = (row: InboxRow) =>
    decisions.some((each) => isAt(each)(row) && sameRow(each.row, row.row))
  const found = document.rows.filter(isAccepted)
  if (found.length < decisions.length) return undefined
  return {
    ...document,
    rows: document.rows.map((row) => (isAccepted(row) ? { ...row, accepted: true } : row)),
  }
}

function reject(document: InboxDocument, decisions: Decisions): InboxDocument | undefined {
  const decisionOn = (row: InboxRow) =>
    decisions.find((each) => isAt(each)(row) && (isWhole(each) || sameRow(each.row, row.row)))
  const rejected = document.rows.filter((row) => decisionOn(row) !== undefined)
  const [first] = decisions
  const held = document.held.filter((each) => isWhole(first) && isAt(first)(each))
  if (rejected.length === 0 && held.length === 0) return undefined
  return {
    ...document,
    rows: document.rows.filter((row) => !rejected.includes(row)),
    held: [
      ...document.held.map((each) => (held.includes(each) ? { ...each, ...rejectedFor(first) } : each)),
      ...rejected.map((row) => holdRow(row, rejectedFor(decisionOn(row)))),
    ],
  }
}

const rejectedFor = (decision: Decision | undefined) =>
  ({ fate: 'refused', because: 'rejected', detail: decision?.reason ?? '' }) as const

/** The number, whatever it was read as, is what the decisions say. */
function mend(document: InboxDocument, decisions: Decisions): InboxDocument | undefined {
  const isHere = isAt(decisions[0])
  const rows = document.rows.filter(isHere)
  const held = document.held.filter(isHere)
  const [model] = [...rows, ...held]
  if (!model) return undefined
  const { document: id, source } = model
  const quote = held[0]?.quote ?? rows[0]?.row.quote ?? ''
  const mended = decisions.map(
    ({ row, line, column, reason }, nth): InboxRow => ({
      document: id,
      source,
      id: `${source}:${line}.${column}${nth > 0 ? `.${nth + 1}` : ''}`,
      file: document.name,
      line,
      column,
      row: { ...row, line: String(line), column: String(column), quote },
      correction: reason || '人工改正',
      accepted: true,
    }),
  )
  return {
    ...document,
    rows: [...document.rows.filter((row) => !isHere(row)), ...mended],
    held: document.held.filter((each) => !isHere(each)),
  }
}

/** A row as a number that is not published. */
export function holdRow(
  { document, source, line, column, row }: InboxRow,
  why: Pick<Held, 'fate' | 'because' | 'detail'>,
): Held {
  const { value, unit, quote = '' } = row
  return { document, source, line, column, ...why, quote, value, unit, row }
}

function sayStale(
  { place, line, column, action, row }: Decision,
  { rows, held, name }: InboxDocument,
): string {
  const isThere = [...rows, ...held].some((each) => each.line === line && each.column === column)
  const why = isThere ? '处的数字现在读作别的内容' : '处已没有数字'
  return `${place} ${action} ${row.value}${row.unit}：${name} 第 ${line} 行第 ${column} 列${why}，请核对或删去这一行`
}
