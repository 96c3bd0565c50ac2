import type { Catalog } from '#data/catalog/catalog.ts'
import type { Language, Text } from '#data/model/language.ts'
import type { SourceAnswer } from '#server/answers.ts'
import type { Question } from '#server/input.ts'
import type { Column } from '#server/tables/column.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'

/** One thing a question asks for, in words: `region` 「地区」「全国、贵州」. */
export interface Filter {
  /** The parameter. */
  readonly id: string
  readonly name: Text
  readonly value: Text
}

/** The numbers of one question, and what a reader of a file should know of them. */
export interface ExportTable {
  readonly question: Question
  /**
   * The address that answers the same question as JSON, from the same version; a path where the operator has not said
   * under which address readers come.
   */
  readonly address: string
  readonly title: Text
  /** What was asked for, in the order of the parameters; defaults that decide which numbers stand here are among them. */
  readonly filters: readonly Filter[]
  /** Of names and headings. */
  readonly language: Language
  readonly columns: readonly Column<ExportRow>[]
  /**
   * The numbers in order, some at a time; may be read once. It reads on only as it is asked to, so that memory stays
   * flat, and stops for good when the loop over it is left.
   */
  readonly rows: AsyncIterable<readonly ExportRow[]>
  /** The documents of the rows read so far and of the figures that derived ones are made of: all, once `rows` has ended. */
  sources(): readonly SourceAnswer[]
  readonly catalog: Catalog
  /**
   * The id of the database; null for the answer of a day (`asOf`), which must be the same to the byte whatever is
   * loaded later, and so must not name it.
   */
  readonly snapshot: string | null
  readonly asOf: string | undefined
  /** Of which instant the numbers are, in ISO 8601: when the version was published, or the end of the day asked for. */
  readonly date: string
  /** Whether text begins with the mark of UTF-8, without which Excel takes it for another encoding. */
  readonly bom: boolean
}

/**
 * Writes a file piece by piece. What is thrown before the first piece answers the request as an error; later it breaks
 * the transfer, so that no cut file passes for a whole one.
 */
export type WriteFile = (table: ExportTable) => AsyncIterable<Uint8Array>
