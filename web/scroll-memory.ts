/**
 * Gives every entry of the history its own scroll position and focus, and puts both back when the reader
 * returns, waiting for the page to become tall enough.
 */
export interface ScrollMemory {
  /** To be called around every change of address. `go` receives the state that names the entry. */
  around(options: { readonly replace: boolean }, go: (state: { readonly entry: string }) => void): void
}

interface Place {
  readonly top: number
  readonly focus: string | null
}

const patienceMs = 2000

export function startScrollMemory(): ScrollMemory {
  const places = recallPlaces()
  let count = 0
  let current = entryOf(history.state) ?? nameEntry(count)
  const keep = () => places.set(current, { top: scrollY, focus: focusedLink() })
  history.scrollRestoration = 'manual'
  history.replaceState({ entry: current }, '')
  addEventListener('popstate', ({ state }) => {
    keep()
    current = entryOf(state) ?? nameEntry(0)
    returnTo(places.get(current) ?? { top: 0, focus: null })
  })
  addEventListener('pagehide', () => {
    keep()
    rememberPlaces(places)
  })
  const place = places.get(current)
  if (place) returnTo(place)
  return {
    around({ replace }, go) {
      if (replace) return go({ entry: current })
      keep()
      count += 1
      current = nameEntry(count)
      go({ entry: current })
      scrollTo({ top: 0, behavior: 'instant' })
    },
  }
}

function recallPlaces(): Map<string, Place> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem('youju:places') ?? '[]'))
  } catch {
    return new Map()
  }
}

function rememberPlaces(places: ReadonlyMap<string, Place>): void {
  try {
    sessionStorage.setItem('youju:places', JSON.stringify([...places].slice(-50)))
  } catch {
    // A full or forbidden storage only costs the reader a scroll.
  }
}

const nameEntry = (count: number) => `${performance.timeOrigin}-${count}`

const entryOf = (state: unknown): string | undefined =>
  state !== null && typeof state === 'object' && 'entry' in state ? String(state.entry) : undefined

const focusedLink = () => document.activeElement?.closest('main a[href]')?.getAttribute('href') ?? null

function returnTo({ top, focus }: Place): void {
  const deadline = performance.now() + patienceMs
  const stop = new AbortController()
  for (const moved of ['wheel', 'touchstart', 'keydown']) {
    addEventListener(moved, () => stop.abort(), { once: true, passive: true, signal: stop.signal })
  }
  const attempt = () => {
    if (stop.signal.aborted) return
    const reachable = document.documentElement.scrollHeight - innerHeight >= top
    if (!reachable && performance.now() < deadline) return void requestAnimationFrame(attempt)
    scrollTo({ top, behavior: 'instant' })
    if (focus !== null) linkTo(focus)?.focus({ preventScroll: true })
    stop.abort()
  }
  requestAnimationFrame(attempt)
}

const linkTo = (href: string) =>
  [...document.querySelectorAll<HTMLElement>('main a[href]')].find(
    (link) => link.getAttribute('href') === href,
  )
