/** A file as text with places. */
export interface Document {
  readonly id: string
  readonly format: string
  readonly articles: readonly Article[]
  /** What of the file was not read. */
  readonly unread: readonly Unread[]
}

/** Content of a file that could not be read, or was left out on purpose. */
export interface Unread {
  /** For a reader, in Chinese: 3 张图片未读; and the same in English. */
  readonly what: string
  readonly en: string
  readonly line?: number
}

/** One article of a document: a newsletter holds many, a release is one. */
export interface Article {
  readonly title: string
  /** Whether its title is the name of its file, which may say anything beside what it is about. */
  readonly isNamedByFile?: boolean
  readonly publisher: string
  /** YYYY, YYYY-MM or YYYY-MM-DD; the date of the issue where the article has none of its own; '' when neither says. */
  readonly published: string
  readonly url: string
  /** The code of the region that 全省 or 我市 means, where it is known beside the text. */
  readonly place?: string
  /** Whether it is one of several, of which each may be of another place. */
  readonly isOneOfSeveral?: boolean
  /** The code of the region whose office issued it, where that is known beside the text. */
  readonly issuerPlace?: string
  /** What its tables leave out, where it is known beside the text. */
  readonly ofTables?: TableFacts
  readonly line: number
  readonly blocks: readonly Block[]
}

/** What holds for the numbers of a table that does not say it. */
export interface TableFacts {
  /** A code of the catalogue. */
  readonly indicator?: string | undefined
  /** As printed: 万元. */
  readonly unit?: string | undefined
  /** 2024, 2024-04 or 2024-01/2024-04. */
  readonly period?: string | undefined
}

export type Block = Paragraph | Table

/** Text of one paragraph or heading, its wrapped lines joined and its forms folded; `places` maps offsets back. */
export interface Paragraph {
  readonly kind: 'paragraph' | 'heading'
  readonly text: string
  readonly places: readonly Place[]
}

/** From `offset` of the text on, characters stand at this line (1-based) and column (1-based) of the file. */
export interface Place {
  readonly offset: number
  readonly line: number
  readonly column: number
}

export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly rows: readonly (readonly Cell[])[]
}

/** A cell covered by a merged neighbour repeats its text, line and column. */
export interface Cell {
  readonly text: string
  readonly line: number
  readonly column: number
  readonly header: boolean
}

/** The line and column of the character at an offset of the text; `places` are sorted and begin at offset 0. */
export function placeAt(places: readonly Place[], offset: number): { line: number; column: number } {
  let low = 0
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((places[middle]?.offset ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const place = places[low] ?? { offset: 0, line: 1, column: 1 }
  return { line: place.line, column: place.column + offset - place.offset }
}
