import type { Text } from '#data/model/language.ts'

/** What a page says of a kind of file, and what its address and its name end in. */
export interface FileFormat {
  readonly name: Text
  /** Whom it is for, in a few words. */
  readonly use: Text
  readonly mediaType: string
  /** The ending of the file's name, without the dot. */
  readonly extension: string
  /** The most rows such a file can hold; none when left out. A longer answer is refused. */
  readonly mostRows?: number
  /** Whether `bom=true` means something for it. */
  readonly takesBom?: boolean
}

/** Every kind of file, by the word that stands in the address, in the order in which pages offer them. */
export const fileFormats = {
  csv: {
    name: { zh: 'CSV', en: 'CSV' },
    use: { zh: 'Excel、R、Python 等任何工具', en: 'for Excel, R, Python and any other tool' },
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    takesBom: true,
  },
} as const satisfies Record<string, FileFormat>

export type FileFormatId = keyof typeof fileFormats
export const fileFormatIds = Object.keys(fileFormats) as [FileFormatId, ...FileFormatId[]]
