import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { printState, readState, type StateOf, type Unread } from '#server/charts/index.ts'

interface UrlState<State> {
  readonly state: State
  readonly unread: readonly Unread[]
  /** Changes some parameters; `undefined` removes one. The address is replaced, so that Back leaves the page. */
  readonly change: (some: Partial<State>) => void
}

/**
 * The state of a page, kept in the address.
 * @param fields the parameters the page owns; all others stay as they are.
 */
export function useUrlState<Known extends Parameters<typeof readState>[0]>(
  fields: Known,
): UrlState<StateOf<Known>> {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const { state, unread } = useMemo(() => readState(fields, search), [fields, search])
  const change = useCallback(
    (some: Partial<StateOf<Known>>) => {
      const query = printState(fields, { ...state, ...some }, search)
      navigate(query ? `${path}?${query}` : path, { replace: true })
    },
    [fields, navigate, path, search, state],
  )
  return { state, unread, change }
}
