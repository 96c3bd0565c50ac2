import { skipToken, useQuery } from '@tanstack/react-query'
import { type Names, type Parents, parentsIn, statementsBehind } from '#server/charts/index.ts'
import { api, type SeriesAnswer } from '#web/api.ts'
import type { Asked } from './asked.ts'

const none: Parents = new Map()

/**
 * Fetches the printed numbers that the derived ones of an answer are made of; none where nothing is derived, they do not
 * come, or there is no answer (null).
 */
export function useParents(
  answer: SeriesAnswer | null | undefined,
  names: Names | undefined,
): Asked<Parents> {
  const asked = answer && names ? statementsBehind(answer, names) : []
  const statements = useQuery({
    queryKey: ['statements', asked],
    queryFn: asked.length > 0 ? () => fetchParents(asked) : skipToken,
  })
  const isNeeded = answer === undefined || (asked.length > 0 && !statements.isError)
  return { data: isNeeded ? statements.data : none, error: null }
}

/** The printed numbers that questions are answered with, by their ids. */
export async function fetchParents(asked: ReturnType<typeof statementsBehind>): Promise<Parents> {
  return parentsIn(await Promise.all(asked.map(api.statements)))
}
