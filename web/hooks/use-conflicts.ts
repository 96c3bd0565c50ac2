import { useQuery } from '@tanstack/react-query'
import { api, type FactQuestion } from '#web/api.ts'

/** Fetches the facts that several documents state: all, or those of an indicator in a region. */
export const useConflicts = (question?: FactQuestion) =>
  useQuery({ queryKey: ['conflicts', question], queryFn: () => api.conflicts(question) })
