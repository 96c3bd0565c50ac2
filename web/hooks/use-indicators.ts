import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches the catalogue: topics and indicators with coverage. */
export const useIndicators = () => useQuery({ queryKey: ['indicators'], queryFn: api.indicators })
