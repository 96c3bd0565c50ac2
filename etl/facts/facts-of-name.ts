import type { DocumentFacts, Fact } from '#data/model/document-facts.ts'

const day = /(?<!\d)(20\d{2})([-._年]?)(0?[1-9]|1[0-2])(?:\2|月)(0?[1-9]|[12]\d|3[01])(?!\d)/
const compactDay = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/
const year = /(?<!\d)(20\d{2})(?:年|(?=[-._](?:0?[1-9]|1[0-2])(?!\d)))/g

/**
 * What the name of a file says: `2025-08-20-软件业.docx`, `软件业20250820.docx` the day of issue; `2025年8月软件业.docx`
 * the year alone, as the month may be that of its figures. A span of years (2021—2025年) says nothing.
 */
export function factsOfName(name: string): DocumentFacts {
  const stem = name.replace(/\.[^.]+$/, '')
  const [found, y = '', m = '', d = ''] = dayIn(stem)
  if (found !== undefined) return { date: ofName([y, two(m), two(d)].join('-'), found) }
  const years = [...stem.matchAll(year)]
  const [only] = new Set(years.map((match) => match[1] ?? ''))
  if (only === undefined || new Set(years.map((match) => match[1])).size > 1) return {}
  return /\d{4}年?\s?[-—–~至]\s?\d{4}/.test(stem) ? {} : { year: ofName(only, years[0]?.[0] ?? only) }
}

function dayIn(stem: string): (string | undefined)[] {
  const compact = compactDay.exec(stem)
  if (compact) return [...compact]
  const parted = day.exec(stem)
  const isDay = parted !== null && parted[2] !== '' && isCalendarDay(parted)
  return isDay ? [parted[0], parted[1], parted[3], parted[4]] : []
}

const isCalendarDay = ([, y, , m, d]: RegExpExecArray) =>
  new Date(Date.UTC(Number(y), Number(m) - 1, Number(d))).getUTCDate() === Number(d)

const two = (text: string) => text.padStart(2, '0')

const ofName = (value: string, because: string): Fact => ({ value, origin: 'name', because })
