import { useEffect } from 'react'

interface Keys {
  /** Ctrl K or ⌘ K. */
  readonly search: () => void
  /** Ctrl or ⌘ alone, which K may follow. */
  readonly foreseeSearch: () => void
  /** The question mark. */
  readonly keys: () => void
}

/** The keys that work everywhere. Plain letters are left alone while the reader types. */
export function useKeys({ search, foreseeSearch, keys }: Keys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (announcesK.has(event.key)) foreseeSearch()
      if (isSearch(event)) {
        event.preventDefault()
        search()
      } else if (event.key === '?' && !isTyping(event.target)) keys()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
}

const announcesK = new Set(['Control', 'Meta'])
const isSearch = ({ ctrlKey, metaKey, key }: KeyboardEvent) =>
  (ctrlKey || metaKey) && key.toLowerCase() === 'k'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=range], [type=radio], [type=checkbox]), textarea, select')
