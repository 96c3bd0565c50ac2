import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches every target and expectation. */
export const useTargets = () => useQuery({ queryKey: ['targets'], queryFn: api.targets })
