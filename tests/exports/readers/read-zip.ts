import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js'
import type { Figure } from '../figure.ts'
import { readCsv } from './read-csv.ts'

/** By zip.js: the text of each file by its name, the minute it is of, and whether the archive says that the name is UTF-8. */
export async function readArchive(bytes: Uint8Array) {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)])))
  const entries = await reader.getEntries()
  const files = new Map<string, { text: string; date: string; isUtf8: boolean }>()
  for (const entry of entries) {
    if (entry.directory) continue
    const text = await entry.getData(new TextWriter())
    const date = entry.lastModDate.toISOString().slice(0, 16)
    files.set(entry.filename, { text, date, isUtf8: entry.filenameUTF8 })
  }
  await reader.close()
  return files
}

export async function readZip(bytes: Uint8Array): Promise<Figure[]> {
  const files = await readArchive(bytes)
  return readCsv(Buffer.from(files.get('数据.csv')?.text ?? ''))
}
