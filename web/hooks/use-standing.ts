import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches how a region stands: its lead indicators beside the nation and its zone. */
export const useStanding = (region: string) =>
  useQuery({ queryKey: ['standing', region], queryFn: () => api.standing(region) })
