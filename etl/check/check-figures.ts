import type { Catalog } from '#data/catalog/catalog.ts'
import type { Identities } from '#data/catalog/identity.ts'
import type { Ranked } from '#data/model/precedence.ts'
import type { Acknowledgement } from '../read-acknowledged.ts'
import { findBreaks, type SeriesBreak } from './find-breaks.ts'
import { findClaims, findContradictions } from './find-contradictions.ts'
import { openLedger } from './ledger.ts'
import { type Finding, settle } from './settle.ts'

/** What holding the figures against each other has shown. */
export interface Checked {
  /** How many claims the figures make about each other. */
  readonly claims: number
  readonly findings: readonly Finding[]
  readonly breaks: readonly SeriesBreak[]
  /** Acknowledgements that no finding needs. */
  readonly stale: readonly Acknowledgement[]
}

/** Holds all figures against each other. */
export function checkFigures(
  observations: readonly Ranked[],
  catalog: Catalog,
  identities: Identities,
  acknowledgements: readonly Acknowledgement[],
): Checked {
  const ledger = openLedger(observations, catalog, identities)
  const claims = findClaims(ledger)
  const contradictions = findContradictions(claims, ledger)
  const { findings, stale } = settle(contradictions, catalog, acknowledgements)
  return { claims: claims.length, findings, stale, breaks: findBreaks(findings, catalog) }
}

/** What stops publication: one document or several contradict themselves, and nobody has said why. */
export const isStopping = ({ severity, state }: Finding): boolean => severity === 'hard' && state === 'open'
