import { openStore } from '#data/store/open-store.ts'
import { exportRows } from '#server/exports/export-row.ts'
import { exportTable } from '#server/exports/export-table.ts'
import { writers } from '#server/exports/index.ts'
import type { Asked, Part } from '#server/exports/questions.ts'
import { readAllObservations } from '#server/queries/read-observations.ts'
import { type FileFormatId, fileFormatIds } from '#server/tables/file-formats.ts'

/*
 * Writes the whole database into a file of one format, again and again until it has so many rows, each a statement of its
 * own, and says on standard output how many bytes it had and how much memory was used at most, in MB.
 */

const [database = '', word = '', count = '0'] = process.argv.slice(2)
const format = fileFormatIds.find((id) => id === word) as FileFormatId
const store = await openStore(database)

const whole: Part[] = []
for await (const answer of readAllObservations(store, {})) {
  whole.push({ rows: exportRows.observations(store.catalog, answer), sources: answer.sources })
}

async function* parts(): AsyncGenerator<Part> {
  let left = Number(count)
  for (let round = 0; left > 0; round++) {
    for (const { rows, sources } of whole) {
      const own = rows.slice(0, left).map((row) => ({ ...row, rank: row.rank + 100 * round }))
      left -= own.length
      yield { rows: own, sources }
    }
  }
}

const asked: Asked = {
  route: 'observations',
  query: {},
  wanted: {},
  subject: { indicators: undefined, regions: undefined, compilation: '' },
  parts: () => parts(),
}

let [peak, bytes] = [0, 0]
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss())
}
const looking = setInterval(look, 20)
const table = exportTable(asked, {
  question: 'observations',
  format,
  store,
  address: 'http://localhost/api/v1/export/csv',
  publicUrl: '',
  language: 'zh',
  bom: false,
})
for await (const piece of writers[format](table)) {
  bytes += piece.length
  look()
}
clearInterval(looking)
await store.close()
process.stdout.write(JSON.stringify({ bytes, peak: Math.round(peak / 2 ** 20) }))
