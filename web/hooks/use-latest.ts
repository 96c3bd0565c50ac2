import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches the newest number of every indicator a region has. */
export const useLatest = (region: string) =>
  useQuery({ queryKey: ['latest', region], queryFn: () => api.latest(region) })
