import { findDate } from '#etl/sources/articles/dates.ts'

/** Where the issuers are. */
const offset = 8 * 3_600_000

/**
 * The day that a feed or interface prints, YYYY-MM-DD, as it was in Beijing where a zone or a moment is given;
 * '' for what is no day.
 */
export function readDay(text: string): string {
  if (/^\d{13}$|^\d{10}$/.test(text)) return inBeijing(Number(text.padEnd(13, '0')))
  if (/(?:Z|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC?|CST))\s*$/i.test(text))
    return inBeijing(toTime(text)) || printed(text)
  return printed(text)
}

/** 「CST」 in a feed from China is China Standard Time, not Central Standard Time. */
const toTime = (text: string) => Date.parse(text.trim().replace(/\bCST$/i, '+0800'))

const inBeijing = (time: number) =>
  Number.isNaN(time) ? '' : new Date(time + offset).toISOString().slice(0, 10)

function printed(text: string): string {
  const day = findDate(text)
  if (day.length === 10) return day
  const english = /\b(\d{1,2} [A-Z][a-z]{2} (?:19|20)\d{2})\b/.exec(text)?.[1]
  return english ? inBeijing(Date.parse(`${english} 00:00 +0800`)) : ''
}
