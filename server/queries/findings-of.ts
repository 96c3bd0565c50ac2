import { asc } from 'drizzle-orm'
import { finding } from '#data/store/schema.ts'
import type { EvidenceAnswer } from '#server/answers.ts'
import { onceFor } from './once-for.ts'

type Check = EvidenceAnswer['checks'][number]

/** What the identities found, by the observations that take part; read once, as there are few. */
export const readFindingsOf = onceFor(async ({ db }): Promise<ReadonlyMap<string, readonly Check[]>> => {
  const rows = await db.select().from(finding).orderBy(asc(finding.severity), asc(finding.id))
  const byObservation = new Map<string, Check[]>()
  for (const { left, right, gap, ...same } of rows) {
    const check = { ...same, gap: Number(gap), left: toSide(left), right: toSide(right) }
    for (const id of new Set([...left.observations, ...right.observations]))
      byObservation.set(id, [...(byObservation.get(id) ?? []), check])
  }
  return byObservation
})

const toEnd = (end: string | null) => (end === null ? null : Number(end))

const toSide = ({ low, high, observations, ...same }: typeof finding.$inferSelect.left) => ({
  ...same,
  low: toEnd(low),
  high: toEnd(high),
  observations: [...observations],
})
