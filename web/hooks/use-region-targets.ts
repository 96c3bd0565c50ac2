import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches the targets and expectations of one region. */
export const useRegionTargets = (region: string) =>
  useQuery({ queryKey: ['targets', region], queryFn: () => api.targetsOf(region) })
