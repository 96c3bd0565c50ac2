import { useEffect, useRef } from 'react'
import { placePanel } from '#web/place-panel.ts'

/**
 * A `details` whose last child is a panel beside its summary. Once open, the panel is placed within the window; Escape
 * (the focus goes back to the summary) and a press outside close it.
 */
export function useDropdown() {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (ref.current?.open && target instanceof Node && !ref.current.contains(target))
        ref.current.open = false
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !ref.current?.open) return
      ref.current.open = false
      ref.current.querySelector('summary')?.focus()
    }
    addEventListener('pointerdown', onPress)
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('pointerdown', onPress)
      removeEventListener('keydown', onKey)
    }
  }, [])
  useEffect(() => {
    const details = ref.current
    if (!details) return
    const place = () => placeWithin(details)
    details.addEventListener('toggle', place)
    addEventListener('resize', place)
    return () => {
      details.removeEventListener('toggle', place)
      removeEventListener('resize', place)
    }
  }, [])
  return ref
}

function placeWithin(details: HTMLDetailsElement): void {
  const panel = details.lastElementChild
  if (!(panel instanceof HTMLElement)) return
  delete panel.dataset['side']
  panel.style.removeProperty('--room')
  if (!details.open) return
  const button = details.getBoundingClientRect()
  const { clientWidth: right, clientHeight: bottom } = document.documentElement
  const top = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0
  const size = { width: panel.offsetWidth, height: panel.offsetHeight }
  const { side, left, room } = placePanel(button, size, { left: 0, top, right, bottom })
  panel.dataset['side'] = side
  panel.style.left = `${left - button.left}px`
  panel.style.setProperty('--room', `${room}px`)
}
