import type { FactName } from '#data/model/document-facts.ts'

/** A fact of the document that would make a number a row; `nothing` would. */
export interface Lack {
  readonly fact: FactName | 'nothing'
  readonly indicator?: string
}
