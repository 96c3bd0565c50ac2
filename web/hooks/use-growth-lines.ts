import { skipToken, useQuery } from '@tanstack/react-query'
import { api, type GrowthQuestion } from '#web/api.ts'

/** Fetches growth of several indicators in several regions at once, as printed and as derived, with the printed numbers it is made of. */
export const useGrowthLines = (question: Omit<GrowthQuestion, 'of'> | undefined) =>
  useQuery({
    queryKey: ['growth-lines', question],
    queryFn: question
      ? async () => {
          const { indicator, region } = question
          const [printed, derived, statements] = await Promise.all([
            api.growth({ ...question, of: { measure: 'yoy_pct' } }),
            api.growth({ ...question, of: { transform: 'yoy' } }),
            api.statements({ indicator, region }),
          ])
          return {
            printed,
            derived,
            parents: new Map(statements.observations.map((each) => [each.id, each])),
          }
        }
      : skipToken,
  })
