import { skipToken, useQuery } from '@tanstack/react-query'
import { type Names, statementsBehind } from '#server/charts/index.ts'
import { api, type GrowthQuestion } from '#web/api.ts'
import { fetchParents } from './use-parents.ts'

/** Fetches growth of several indicators in several regions at once, as printed and as derived, with the printed numbers it is made of. */
export const useGrowthLines = (question: Omit<GrowthQuestion, 'of'> | undefined, names: Names) =>
  useQuery({
    queryKey: ['growth-lines', question],
    queryFn: question
      ? async () => {
          const [printed, derived] = await Promise.all([
            api.growth({ ...question, of: { measure: 'yoy_pct' } }),
            api.growth({ ...question, of: { transform: 'yoy' } }),
          ])
          return { printed, derived, parents: await fetchParents(statementsBehind(derived, names)) }
        }
      : skipToken,
  })
