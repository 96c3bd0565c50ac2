import type { ExportRow } from './export-row.ts'

/** A kind of file that holds printed numbers. */
export interface ExportFormat {
  readonly mediaType: string
  /** The ending of the file's name, without the dot. */
  readonly extension: string
  /** The whole file, one row a number, in the order given. */
  write(rows: readonly ExportRow[]): string | Uint8Array<ArrayBuffer>
}
