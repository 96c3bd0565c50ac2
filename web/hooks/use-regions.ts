import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches every region. */
export const useRegions = () => useQuery({ queryKey: ['regions'], queryFn: api.regions })
