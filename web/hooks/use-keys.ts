import { useEffect } from 'react'

interface Keys {
  /** Ctrl K or ⌘ K. */
  readonly search: () => void
  /** The question mark. */
  readonly keys: () => void
}

/** The keys that work everywhere. Plain letters are left alone while the reader types. */
export function useKeys({ search, keys }: Keys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        search()
      } else if (event.key === '?' && !isTyping(event.target)) keys()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=range], [type=radio], [type=checkbox]), textarea, select')
