import type { FactName } from '#data/model/document-facts.ts'
import type { RefusedBecause } from '../refusal.ts'
import type { Reading } from '../resolve/resolver.ts'
import type { CellContext, CellMention } from './cell-mention.ts'
import { resolversOfCells } from './resolve/index.ts'
import { isHomeless } from './resolve/region.ts'
import { isUnnamed } from './resolve/subject.ts'
import { isWithoutUnit } from './unit.ts'

/** What a table leaves out of a number that is clear otherwise. */
export function lackOf(mention: CellMention, reading: Reading, because: RefusedBecause): Lack | undefined {
  if (mention.refused) return undefined
  // No word of a person tells what 合计 takes in
  if (because === 'no-region') return { fact: isHomeless(mention.cell) ? 'place' : 'nothing' }
  const isOnly = resolversOfCells.filter(({ writes }) => reading[writes]?.refused).length === 1
  const [, fact, isLeftOut] = lacks.find(([code]) => code === because) ?? []
  if (!isOnly || !fact || !isLeftOut?.(mention.cell, reading)) return undefined
  const [indicator] = reading.subject?.value ?? []
  return { fact, ...(indicator === undefined ? {} : { indicator }) }
}

/** Whether nothing says of what time a table is. */
function isUndated({ stub, column, outer }: CellContext, { mood }: Reading): boolean {
  return stub.periods.length + column.label.periods.length === 0 && !outer.period && !mood
}

type Leaves = (cell: CellContext, reading: Reading) => boolean

/** Which fact a refusal may lack, where no words of the table say it. */
const lacks: readonly (readonly [RefusedBecause, Lack['fact'], Leaves])[] = [
  ['no-subject', 'indicator', isUnnamed],
  ['no-period', 'period', isUndated],
  ['unit-does-not-fit', 'unit', isWithoutUnit],
]

/** A fact of the document that would make a number a row; `nothing` would. */
export interface Lack {
  readonly fact: FactName | 'nothing'
  readonly indicator?: string
}
