import { type RefObject, useEffect, useRef } from 'react'

/**
 * Tells the page around (`/embed.js`) how high the frame would like to be for its width: when that changes, and when it is asked.
 * @param whole all that stands in the frame.
 * @param measure the height it would like to have, in pixels; called while it is laid out as without a scroll bar.
 */
export function useFrameHeight(
  whole: RefObject<HTMLElement | null>,
  measure: (whole: HTMLElement) => number,
) {
  const told = useRef(0)
  useEffect(() => {
    const element = whole.current
    if (!element || parent === window) return
    const tell = (isAsked: boolean) => {
      const height = innerWidth === 0 ? 0 : Math.ceil(withoutScrollBar(() => measure(element)))
      if (height === 0 || (height === told.current && !isAsked)) return
      told.current = height
      parent.postMessage({ type: 'youju:height', height }, '*')
    }
    const answer = ({ source, data }: MessageEvent) => {
      if (source === parent && data?.type === 'youju:ask') tell(true)
    }
    const watch = new ResizeObserver(() => tell(false))
    for (const each of [element, ...element.children]) watch.observe(each)
    // Browsers tell a frame that is out of sight nothing of its sizes; the page around knows its height before it is seen.
    tell(false)
    addEventListener('message', answer)
    return () => {
      watch.disconnect()
      removeEventListener('message', answer)
    }
  })
}

/** A frame that is too low has a scroll bar, which goes when it is high enough. */
function withoutScrollBar<Result>(measure: () => Result): Result {
  const { style } = document.documentElement
  style.overflowY = 'hidden'
  const result = measure()
  style.overflowY = ''
  return result
}
