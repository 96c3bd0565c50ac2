import type { Cell, ColumnType } from '#server/tables/column.ts'
import { mostDecimals } from './looks.ts'

/** A cell in the words of SpreadsheetML, without its place: the look it names, its type and its content. */
interface Written {
  readonly look: string
  readonly type?: 'inlineStr' | 'b'
  readonly content: string
}

/**
 * One row of a sheet.
 * @param at the number of the row, from 1.
 * @param letters of its columns.
 * @param styles the number of each look in the file.
 */
export function rowXml(
  at: number,
  cells: readonly (readonly [ColumnType, Cell])[],
  { letters, styles }: { letters: readonly string[]; styles: ReadonlyMap<string, number> },
): string {
  const written = cells.map(([type, cell], column) => {
    const found = write(type, cell)
    if (!found) return ''
    const kind = found.type ? ` t="${found.type}"` : ''
    return `<c r="${letters[column]}${at}" s="${styles.get(found.look)}"${kind}>${found.content}</c>`
  })
  return `<row r="${at}">${written.join('')}</row>`
}

const decimal = /^-?\d+(?:\.(\d+))?$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** Whatever is not what its column says stays text, and so does what looks like a formula. */
function write(type: ColumnType, cell: Cell): Written | undefined {
  if (cell === null || cell === '') return undefined
  if (typeof cell === 'boolean') return { look: 'text', type: 'b', content: `<v>${cell ? 1 : 0}</v>` }
  const text = String(cell)
  if (type === 'number' && decimal.test(text))
    return { look: `decimals${decimalsOf(text)}`, content: `<v>${text}</v>` }
  if (type === 'integer' && decimal.test(text)) return { look: 'integer', content: `<v>${text}</v>` }
  if (type === 'date' && day.test(text)) return { look: 'date', content: `<v>${toSerial(text)}</v>` }
  return {
    look: 'text',
    type: 'inlineStr',
    content: `<is><t xml:space="preserve">${escaped(text)}</t></is>`,
  }
}

const decimalsOf = (text: string) => Math.min(mostDecimals, decimal.exec(text)?.[1]?.length ?? 0)

const dayInMs = 86_400_000

/** Days as Excel counts them, from 1899-12-30. */
const toSerial = (text: string) => (Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / dayInMs

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML has no other control characters, and Excel reads `_x0041_` as a character. */
const escaped = (text: string) =>
  text
    .replace(/[&<>]/g, (letter) => entities[letter] ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that must go
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** Whether Excel, which counts in doubles, would lose digits of a number. */
export const losesDigits = (text: string) => text.replace(/^-?0*\.?0*|\./g, '').replace(/0+$/, '').length > 15
