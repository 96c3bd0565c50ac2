import JSONstat from 'jsonstat-toolkit'
import { type Figure, ofColumns, spanOf } from '../figure.ts'

/** What of our extension a test reads. */
interface Extension {
  readonly columns: readonly { readonly id: string }[]
  readonly rows: Readonly<Record<string, readonly unknown[]>>
}

export const parseJsonStat = (bytes: Uint8Array) => JSONstat(JSON.parse(Buffer.from(bytes).toString()))

/** By jsonstat-toolkit: value and interval out of the cube, provenance out of the extension at the same place. */
export async function readJsonStat(bytes: Uint8Array): Promise<Figure[]> {
  const dataset = parseJsonStat(bytes)
  if (dataset.class !== 'dataset') throw new Error('not a dataset')
  if (dataset.n === 0) return []
  const { columns, rows } = dataset.extension as Extension
  const cells = dataset.toTable({ type: 'arrobj', content: 'id', status: true }) as Cell[]
  return cells.flatMap((cell, at) => {
    if (cell['FIGURE'] !== 'value' || cell['value'] === null) return []
    const said = Object.fromEntries((rows[at] ?? []).map((each, column) => [columns[column]?.id ?? '', each]))
    const text = Object.fromEntries(
      Object.entries(said).map(([id, each]) => [id, each === null ? '' : String(each)]),
    )
    return [
      {
        ...ofColumns(text),
        indicator: String(cell['INDICATOR']),
        region: String(cell['REF_AREA']),
        measure: String(cell['MEASURE']),
        basis: String(cell['BASIS']),
        period: spanOf(String(cell['TIME_PERIOD'])),
        status: String(cell['status']),
        value: Number(cell['value']),
        low: cells[at + 1]?.['value'] as number | null,
        high: cells[at + 2]?.['value'] as number | null,
      },
    ]
  })
}

type Cell = Readonly<Record<string, string | number | null>>
