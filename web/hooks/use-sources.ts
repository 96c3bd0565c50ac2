import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches every document. */
export const useSources = () => useQuery({ queryKey: ['sources'], queryFn: api.sources })
