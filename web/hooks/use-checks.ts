import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches what the identities found. */
export const useChecks = () => useQuery({ queryKey: ['checks'], queryFn: api.checks })
