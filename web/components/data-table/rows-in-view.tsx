import { useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import { firstRows, rowHeight, type ShownRows } from './shown-rows.ts'

export interface RowsInViewProps {
  readonly count: number
  /** In which they scroll; null until it is there. */
  readonly box: HTMLElement | null
  readonly children: (shown: ShownRows) => ReactNode
}

/** The rows of a long table that are in view, and some around them. */
export function RowsInView({ count, box, children }: RowsInViewProps): ReactNode {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box,
    estimateSize: () => rowHeight,
    overscan: 12,
    useFlushSync: false,
  })
  const inView = virtual.getVirtualItems()
  const [first, last] = [inView[0], inView.at(-1)]
  if (!first || !last) return children(firstRows(count))
  return children({
    first: first.index,
    last: last.index,
    above: first.start,
    below: virtual.getTotalSize() - last.end,
    measure: virtual.measureElement,
  })
}
