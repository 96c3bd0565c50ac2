import { type Place, placeAt } from '#etl/document.ts'

/** Text whose every character knows where it stands in the file; `places` are sorted and begin at offset 0. */
export interface PlacedText {
  readonly text: string
  readonly places: readonly Place[]
}

/** A stretch of text to be replaced; equal lengths keep one place per character. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Text as it stands in one line of the file, from a column (1-based) on. */
export function placed(text: string, line: number, column = 1): PlacedText {
  return { text, places: [{ offset: 0, line, column }] }
}

/** The part from `start` to before `end`, with its places. */
export function sliceText({ text, places }: PlacedText, start: number, end = text.length): PlacedText {
  const kept = places.filter(({ offset }) => offset > start && offset < end)
  const moved = kept.map(({ offset, line, column }) => ({ offset: offset - start, line, column }))
  return { text: text.slice(start, end), places: [placeIn(places, start), ...moved] }
}

/** Without the white space around it. */
export function trimText(text: PlacedText): PlacedText {
  const start = text.text.length - text.text.trimStart().length
  const end = text.text.trimEnd().length
  return start === 0 && end === text.text.length ? text : sliceText(text, Math.min(start, end), end)
}

/** Several texts as one, with `glue` after each but the last; the glue stands where the text before it ends. */
export function concatTexts(
  texts: readonly PlacedText[],
  glue: (before: string, after: string) => string,
): PlacedText {
  if (texts.length === 1 && texts[0]) return texts[0]
  const parts: string[] = []
  const places: Place[] = []
  let length = 0
  let before = ''
  for (const { text, places: own } of texts) {
    const between = before ? glue(before, text) : ''
    parts.push(between, text)
    length += between.length
    for (const { offset, line, column } of own) places.push({ offset: offset + length, line, column })
    length += text.length
    before = text || before
  }
  return { text: parts.join(''), places: unique(places) }
}

/** Carries out edits that are sorted and do not overlap. */
export function editText(source: PlacedText, edits: readonly Edit[]): PlacedText {
  if (edits.length === 0) return source
  const parts: string[] = []
  const places: Place[] = []
  let at = 0
  let length = 0
  let next = 0
  const keep = (end: number) => {
    if (end <= at) return
    next = pushPlaces({ source, from: next, start: at, end, shift: length - at, into: places })
    parts.push(source.text.slice(at, end))
    length += end - at
  }
  for (const { start, end, text } of edits) {
    keep(start)
    const { line, column } = placeIn(source.places, start)
    const step = text.length === end - start ? 1 : 0
    for (let i = 0; i < text.length; i++) places.push({ offset: length + i, line, column: column + i * step })
    parts.push(text)
    length += text.length
    at = end
  }
  keep(source.text.length)
  return { text: parts.join(''), places: places.length > 0 ? unique(places) : [placeIn(source.places, 0)] }
}

interface Copy {
  readonly source: PlacedText
  readonly from: number
  readonly start: number
  readonly end: number
  readonly shift: number
  readonly into: Place[]
}

/** Copies the places of a kept stretch; returns where the next stretch may go on looking. */
function pushPlaces({ source: { places }, from, start, end, shift, into }: Copy): number {
  let next = from
  while ((places[next + 1]?.offset ?? Number.POSITIVE_INFINITY) <= start) next++
  for (let i = next; i < places.length; i++) {
    const place = places[i]
    if (!place || place.offset >= end) break
    const offset = Math.max(place.offset, start)
    into.push({ offset: offset + shift, line: place.line, column: place.column + offset - place.offset })
  }
  return next
}

const placeIn = (places: readonly Place[], offset: number): Place => ({
  offset: 0,
  ...placeAt(places, offset),
})

/** Drops the places that follow from the one before. */
function unique(places: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const place of places) {
    const last = kept.at(-1)
    if (last && place.offset === last.offset) kept.pop()
    const before = kept.at(-1)
    const follows =
      before?.line === place.line && before.column + place.offset - before.offset === place.column
    if (!follows) kept.push(place)
  }
  return kept
}
