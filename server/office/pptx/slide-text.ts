import type { Language } from '#data/model/language.ts'
import { widthOf, wrap } from '#server/charts/index.ts'
import type { OfficeChart } from '../office-chart.ts'
import { places } from './masters.ts'
import type { Box } from './shapes.ts'

/** What a slide says below its title, as large as two lines let it be; no lines where nothing is said. */
export interface Message {
  readonly text: string
  /** In points. */
  readonly size: number
  readonly lines: number
}

export const noMessage: Message = { text: '', size: 0, lines: 0 }

const messageSizes = [18, 16, 14] as const
const mostMessageLines = 2
/** A sentence, or a clause that can stand for itself, with its stop. */
const clause = /.+?(?:[。；]|[.;](?= |$)|$)\s*/gu

/** A text as the message of a slide: whole, or of a long one the clauses that begin it. The notes have all of it. */
export function messageOf(text: string): Message {
  const linesAt = (words: string, size: number) => wrap(words, places.title.width * 0.97, size).split('\n')
  const fits = (words: string, size: number) => linesAt(words, size).length <= mostMessageLines
  const clauses = text.match(clause) ?? []
  const beginnings = clauses.map((_, at) => closed(clauses.slice(0, clauses.length - at).join('')))
  for (const words of beginnings) {
    const size = messageSizes.find((each) => fits(words, each))
    if (size) return { text: words, size, lines: linesAt(words, size).length }
  }
  if (text === '') return noMessage
  const size = messageSizes[2]
  const cut = linesAt(text, size).slice(0, mostMessageLines).join('')
  return { text: `${cut.slice(0, -1)}…`, size, lines: mostMessageLines }
}

/** A clause that ends where the next one went on ends the sentence. */
const closed = (text: string) => text.trim().replace(/；$/, '。').replace(/;$/, '.')

/** Where the parts of the head stand: its message, its subtitle, and what is below both. */
export function headBoxes({ size, lines }: Message): { message: Box; subtitle: Box; bottom: number } {
  const { subtitle, body } = places
  const height = lines === 0 ? 0 : lines * size * 1.3 + 6
  return {
    message: { ...subtitle, y: subtitle.y + 2, height },
    subtitle: { ...subtitle, y: subtitle.y + height },
    bottom: body.y + height,
  }
}

export const footSize = 10
const footLine = 13.5
export const footWidth = places.body.width - 80
const mostFootLines = 4

const linesOf = (line: string) => wrap(line, footWidth, footSize).split('\n').length
export const footHeight = (foot: readonly string[]): number =>
  foot.reduce((sum, line) => sum + linesOf(line), 0) * footLine

/**
 * The notes that have room below a chart, with its source as the last; where some are left out it says where they are.
 * @param first what has to be said in any case, about what the slide shows.
 */
export function footOf(
  { words: { foot }, data: { language } }: OfficeChart,
  first: readonly string[] = [],
): string[] {
  const [notes, source] = [foot.slice(0, -1), foot.at(-1)]
  const whole = [...first, ...foot]
  const count = (lines: readonly string[]) => lines.reduce((sum, line) => sum + linesOf(line), 0)
  if (source === undefined || count(whole) <= mostFootLines) return whole
  const last = source + restInNotes[language]
  let kept = [...first]
  for (const note of notes) if (count([...kept, note, last]) <= mostFootLines) kept = [...kept, note]
  return [...kept, last]
}

const restInNotes: Readonly<Record<Language, string>> = {
  zh: ' · 其余说明见备注',
  en: ' · More in the notes',
}

/** The size at which a line has room in a width, between two sizes. */
export const fitting = (line: string, wanted: number, least: number, width: number): number =>
  Math.max(least, Math.min(wanted, width / widthOf(line, 1.06)))
