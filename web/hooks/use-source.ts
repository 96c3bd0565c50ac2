import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches one document with its numbers and refused rows. */
export const useSource = (id: string) => useQuery({ queryKey: ['source', id], queryFn: () => api.source(id) })
