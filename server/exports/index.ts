import { csv } from './csv.ts'
import type { ExportFormat } from './export-format.ts'

/** Every kind of file, by the word that stands in the address. */
export const exportFormats = { csv } satisfies Record<string, ExportFormat>
export type ExportId = keyof typeof exportFormats

export const exportIds = Object.keys(exportFormats) as [ExportId, ...ExportId[]]
