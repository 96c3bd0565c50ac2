import type { Observation } from '#data/model/observation.ts'
import type { Ranked } from '#data/model/precedence.ts'
import { type Checked, isStopping } from '../check/check-figures.ts'
import { parentsOf } from '../check/find-contradictions.ts'
import type { Finding } from '../check/settle.ts'
import { holdRow } from './apply-review.ts'
import { documentPrefix, type Held, type InboxRow } from './inbox.ts'
import type { Judged } from './judge-inbox.ts'

/** All figures held against each other, with those rows of documents that may be published. */
export interface Settled {
  readonly observations: readonly Ranked[]
  readonly checked: Checked
  readonly rows: readonly InboxRow[]
  readonly held: readonly Held[]
}

const isOfDocument = ({ source }: Observation) => source.startsWith(documentPrefix)

const isOfInbox = ({ claim }: Finding) => parentsOf(claim).some(isOfDocument)

/** What stops publication: a stopping finding that takes in figures of documents holds those back, never the build. */
export const stopsBuild = (finding: Finding): boolean => isStopping(finding) && !isOfInbox(finding)

/**
 * Holds the rows that stand in a hard finding nobody has explained until there is none; a row that a person has accepted
 * stays, and its finding is open for all to see.
 * @param check all figures with those of documents.
 */
export function settleInbox(
  judged: Judged,
  check: (documents: readonly Observation[]) => Pick<Settled, 'observations' | 'checked'>,
): Settled {
  const rowOf = new Map(judged.rowOf)
  const held = [...judged.held]
  for (;;) {
    const checked = check([...rowOf.keys()])
    const contradicting = contradictingRows(checked.checked, rowOf)
    if (contradicting.size === 0) return { ...checked, rows: [...rowOf.values()], held }
    for (const [figure, { row, finding }] of contradicting) {
      held.push(holdRow(row, { fate: 'waiting', because: 'breaks-identity', detail: finding.id }))
      rowOf.delete(figure)
    }
  }
}

function contradictingRows({ findings }: Checked, rowOf: Judged['rowOf']) {
  const figures = new Map([...rowOf].map(([figure, row]) => [figure.id, { figure, row }] as const))
  const found = new Map<Observation, { row: InboxRow; finding: Finding }>()
  for (const finding of findings.filter(isStopping)) {
    for (const { id } of parentsOf(finding.claim)) {
      const known = figures.get(id)
      if (known && !known.row.accepted) found.set(known.figure, { row: known.row, finding })
    }
  }
  return found
}
