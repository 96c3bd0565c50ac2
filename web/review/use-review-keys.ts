import { useEffect } from 'react'

/** What a key does; keys that are not named are left alone. */
export type Keys = Readonly<Record<string, () => void>>

/** Listens to single keys while nobody types, no window is open and no other key is held. */
export function useReviewKeys(keys: Keys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return
      if (document.querySelector('dialog[open]') || !Object.hasOwn(keys, event.key)) return
      event.preventDefault()
      keys[event.key]?.()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
