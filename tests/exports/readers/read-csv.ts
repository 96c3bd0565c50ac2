import { type Figure, ofColumns, ofComponents } from '../figure.ts'
import { queryFile } from './with-file.ts'

const asText = "read_csv(FILE, header = true, all_varchar = true, delim = ',', quote = '\"', nullstr = '')"

/** By DuckDB. */
export const readCsv = async (bytes: Uint8Array): Promise<Figure[]> =>
  (await queryFile(bytes, asText)).map(ofColumns)

/** By DuckDB, as it stands: the components by name. */
export const readComponents = (bytes: Uint8Array) => queryFile(bytes, asText)

export async function readSdmxCsv(bytes: Uint8Array): Promise<Figure[]> {
  const rows = await readComponents(bytes)
  return rows.map((row) =>
    ofComponents(Object.fromEntries(Object.entries(row).map(([id, cell]) => [id.replace('[]', ''), cell]))),
  )
}

/** The dimensions of our dataflow, in their order. */
export const dimensionIds = [
  'FREQ',
  'INDICATOR',
  'REF_AREA',
  'MEASURE',
  'COMPILATION',
  'BASIS',
  'SHARE_OF',
  'COMPARED_TO',
  'SCENARIO',
  'TRANSFORMATION',
  'STATEMENT',
  'TIME_PERIOD',
]
