import { useQueries } from '@tanstack/react-query'
import { api, type CompareAnswer, type CompareQuestion } from '#web/api.ts'

/** Fetches several comparisons at once; one that fails or is still under way is undefined. */
export const useComparisons = (
  questions: readonly CompareQuestion[],
): readonly (CompareAnswer | undefined)[] =>
  useQueries({
    queries: questions.map((question) => ({
      queryKey: ['compare', question],
      queryFn: () => api.compare(question),
    })),
    combine: (results) => results.map(({ data }) => data),
  })
