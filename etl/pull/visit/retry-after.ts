/** What `Retry-After` says, seconds or a day and time, in milliseconds from now; undefined where it says nothing. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  if (/^\s*\d+\s*$/.test(header)) return 1000 * Number(header)
  const time = Date.parse(header)
  return Number.isNaN(time) ? undefined : Math.max(0, time - now.getTime())
}
