import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches every level a region has. */
export const useLevels = (region: string) =>
  useQuery({ queryKey: ['levels', region], queryFn: () => api.levels(region) })
