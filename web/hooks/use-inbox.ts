import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches what became of each file of the inbox. */
export const useInbox = () => useQuery({ queryKey: ['inbox'], queryFn: api.inbox })
