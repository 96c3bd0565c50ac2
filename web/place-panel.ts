interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Place {
  readonly side: 'below' | 'above'
  /** Of the panel, in the coordinates of the boxes. */
  readonly left: number
  /** What is higher scrolls. */
  readonly room: number
}

/** Between the panel and its button, and the least between the panel and the edges of the view. */
const gap = 4
const margin = 8

/**
 * Where a panel stands that belongs to a button: under its left end or as far to the left as it must, and above it where
 * only there it fits, or where there is more room.
 */
export function placePanel(button: Box, panel: { width: number; height: number }, view: Box): Place {
  const below = view.bottom - margin - (button.bottom + gap)
  const above = button.top - gap - (view.top + margin)
  const side = panel.height <= below || below >= above ? 'below' : 'above'
  const mostLeft = view.right - margin - panel.width
  return {
    side,
    left: Math.max(view.left + margin, Math.min(button.left, mostLeft)),
    room: side === 'below' ? below : above,
  }
}
