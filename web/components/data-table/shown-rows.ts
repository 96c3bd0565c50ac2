/** Longer tables hold only the rows in view. */
export const longTable = 200

/** In pixels, before they are measured. */
export const rowHeight = 33

/** Which rows of a table are there, and how much room stands for the others. */
export interface ShownRows {
  readonly first: number
  readonly last: number
  /** In pixels. */
  readonly above: number
  readonly below: number
  /** Hears of each row that is there how high it is. */
  readonly measure?: (row: HTMLElement | null) => void
}

export const allRows = (count: number): ShownRows => ({ first: 0, last: count - 1, above: 0, below: 0 })

/** As many as a box can hold, until it is known which are in view. */
export function firstRows(count: number): ShownRows {
  const there = Math.min(count, 40)
  return { first: 0, last: there - 1, above: 0, below: (count - there) * rowHeight }
}
