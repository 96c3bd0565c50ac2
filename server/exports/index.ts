import type { FileFormatId } from '#server/tables/file-formats.ts'
import { csv } from './csv.ts'
import type { WriteFile } from './export-format.ts'

/** How every kind of file is written; what it is called and what for, `server/tables/file-formats.ts` says. */
export const writers: Readonly<Record<FileFormatId, WriteFile>> = { csv }
