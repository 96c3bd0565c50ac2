import { useQueries } from '@tanstack/react-query'
import { type Answer, api } from '#web/api.ts'

interface Documents {
  /** In the order asked; one that failed is undefined. */
  readonly documents: readonly (Answer<'source'> | undefined)[]
  readonly isPending: boolean
}

/** Fetches several documents at once. */
export const useDocuments = (ids: readonly string[]): Documents =>
  useQueries({
    queries: ids.map((id) => ({ queryKey: ['source', id], queryFn: () => api.source(id) })),
    combine: (results) => ({
      documents: results.map(({ data }) => data),
      isPending: results.some(({ isPending }) => isPending),
    }),
  })
