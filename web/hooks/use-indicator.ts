import { skipToken, useQuery } from '@tanstack/react-query'
import { api } from '#web/api.ts'

/** Fetches one indicator and what series it has; nothing without a code. */
export const useIndicator = (code: string | undefined) =>
  useQuery({ queryKey: ['indicator', code], queryFn: code ? () => api.indicator(code) : skipToken })
