import type { DocumentFacts, FactName } from '#data/model/document-facts.ts'
import { type ObservationRow, observationColumns } from '#data/model/observation.ts'
import type { Column, Origin } from './answers.ts'

/** The facts that may have given a field which its own words do not state. */
const factsOf: { readonly [Name in Column]?: readonly FactName[] } = {
  indicator: ['indicator'],
  region: ['place', 'issuer'],
  period: ['period', 'year', 'date'],
  unit: ['unit'],
}

/** What most numbers are, so that no words say it. */
const usual: { readonly [Name in Column]?: string } = {
  status: 'actual',
  qualifier: '',
  compared_to: '',
  of: '',
}

/** Extraction names the fields of its findings, which are those of a row but for this one. */
const nameInFinding = (column: Column) => (column === 'compared_to' ? 'comparedTo' : column)

/** Where each field of a row comes from, told by what its context gave (`implied`) and the facts of its document. */
export function originsOf(row: ObservationRow, facts: DocumentFacts): Readonly<Record<Column, Origin>> {
  const implied = new Set((row.implied ?? '').split(' '))
  const originOf = (column: Column): Origin => {
    const isGiven = (factsOf[column] ?? []).some((name) => isTold(facts[name]?.origin))
    if (implied.has(nameInFinding(column))) return isGiven ? 'given' : 'carried'
    return row[column] === usual[column] ? 'usual' : 'stated'
  }
  return Object.fromEntries(observationColumns.map((column) => [column, originOf(column)])) as Record<
    Column,
    Origin
  >
}

const isTold = (origin: string | undefined) => origin !== undefined && origin !== 'stated'
