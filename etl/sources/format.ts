import type { Article, Table, Unread } from '#etl/document.ts'
import type { PlacedText } from './text/placed-text.ts'

/** A paragraph or heading of a file before the articles are known; its text is folded. */
export interface TextPiece extends PlacedText {
  readonly kind: 'text'
  /** 1 to 6 for a heading of that rank that the file marks as such, 0 for everything else. */
  readonly level: number
  /** Whether something lies between it and the piece before: an empty line, a picture, a page break. */
  readonly gap: boolean
}

export type Piece = TextPiece | Table

/** What the file itself says about an article, in properties rather than in its text. */
export type Particulars = Partial<
  Pick<Article, 'title' | 'isNamedByFile' | 'publisher' | 'published' | 'url'>
>

/** A stretch of a file that is split into articles by itself: the whole file, or a sheet of a workbook. */
export interface Reading {
  readonly particulars: Particulars
  readonly pieces: readonly Piece[]
  /** What of it was not read. */
  readonly unread?: readonly Unread[]
}

/** The beginning of a file, for telling what it is. */
export interface Head {
  readonly bytes: Uint8Array
  /** The first characters as text, '' where it is none. */
  readonly text: string
  /** The files inside, where it is a ZIP archive. */
  readonly entries: readonly string[]
  /** Its name without folder. */
  readonly name: string
  /** The ending of its name, lower case, without the dot. */
  readonly ending: string
}

/** A file format that documents come in. */
export interface Format {
  readonly id: string
  readonly endings: readonly string[]
  /** Whether the content shows that it is of this format, whatever the name says. */
  recognises(head: Head): boolean
  /** @throws BadInput for a file that is broken, protected or without text. */
  read(bytes: Uint8Array, name: string): Promise<readonly Reading[]>
}
