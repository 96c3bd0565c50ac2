import { useLocation } from 'wouter'

/** What figures of a comparison have in common: a region that is chosen in them is opened. */
export function useFigure({ isStale }: { readonly isStale: boolean }) {
  const [, navigate] = useLocation()
  return { isStale, onSelectRegion: (code: string) => navigate(`/regions/${code}`) }
}
