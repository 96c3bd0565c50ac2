import { z } from 'zod'

/** A place in the order of all observations: that of the last row of a page. */
export interface Position {
  /** The version whose order it is; '' where every version has the same, as in an answer of a day. */
  readonly snapshot: string
  readonly indicator: string
  readonly region: string
  readonly end: number
  readonly start: number
  readonly id: string
}

const Parts = z.tuple([z.string(), z.string(), z.string(), z.int(), z.int(), z.string()])

/** The position as opaque text that may stand in an address. */
export function printCursor({ snapshot, indicator, region, end, start, id }: Position): string {
  return Buffer.from(JSON.stringify([snapshot, indicator, region, end, start, id])).toString('base64url')
}

/** @returns undefined when the text was not made by `printCursor`. */
export function parseCursor(text: string): Position | undefined {
  const parts = Parts.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')))
  if (!parts.success) return undefined
  const [snapshot, indicator, region, end, start, id] = parts.data
  return { snapshot, indicator, region, end, start, id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
