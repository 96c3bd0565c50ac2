import { type DuckDBConnection, DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api'
import { Hono } from 'hono'
import { listen } from '#server/listen.ts'

/*
 * What a new question costs at least: one prepared statement over the same sorted table, bare Hono, JSON. It gives the
 * same rows with the same provenance, and checks nothing that is asked.
 */

const [file = ''] = process.argv.slice(2)
const connections = 4

const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads: '1' })
const first = await instance.connect()
const rowsOf = async (sql: string) => (await first.runAndReadAll(sql)).getRowObjectsJson()
const listOf = async (sql: string) => (await first.runAndReadAll(sql)).getRowsJson().map(([each]) => each)

const indicators = new Map(
  (await listOf('select code from indicator order by key')).map((code, key) => [code, key]),
)
const regionCodes = await listOf('select code from region order by key')
const regions = new Map(regionCodes.map((code, key) => [code, key]))
const places = await rowsOf('select key, code, kind from region')
const sources = await rowsOf('select * exclude (key) from source order by key')
const forms = await rowsOf('select * from form order by id')
const levels = forms.map(
  ({ measure, status, compilation }) =>
    measure === 'level' &&
    (status === 'actual' || status === 'preliminary') &&
    (compilation === '' || compilation === 'express'),
)

const columns =
  'n.region, n.start_month, n.end_month, n.form, n.source, n.line, n.value, n.low, n.high, n.others, n.printed_value, n.id'
const numbersOf = (where: string) =>
  `select ${columns} from number n where n.indicator = $1 and ${where} and n.rank = 1`

const statements = {
  series: numbersOf('n.region = $2'),
  compare: numbersOf('n.end_month = $2 and n.start_month = $3'),
}
const remarks = 'select id, correction, oddity from provenance where id between $1 and $2'

type Prepared = Record<keyof typeof statements | 'remarks', DuckDBPreparedStatement>
const prepare = async (connection: DuckDBConnection): Promise<Prepared> => ({
  series: await connection.prepare(statements.series),
  compare: await connection.prepare(statements.compare),
  remarks: await connection.prepare(remarks),
})
const free = await Promise.all(
  Array.from({ length: connections }, async () => prepare(await instance.connect())),
)
const waiting: ((prepared: Prepared) => void)[] = []

async function ask(
  name: keyof typeof statements,
  parameters: number[],
  isAsked: (row: readonly unknown[]) => boolean,
) {
  const prepared = free.pop() ?? (await new Promise<Prepared>((resolve) => waiting.push(resolve)))
  try {
    const run = async (statement: DuckDBPreparedStatement, values: number[]) => {
      statement.bind(values)
      return (await statement.runAndReadAll()).getRowsJson() as unknown[][]
    }
    const found = await run(prepared[name], parameters)
    const rows = found.filter((row) => levels[Number(row[3])] && isAsked(row))
    const ids = rows.filter((row) => forms[Number(row[3])]?.['is_remarked']).map((row) => Number(row[11]))
    const remarked = ids.length === 0 ? [] : await run(prepared.remarks, [Math.min(...ids), Math.max(...ids)])
    return toAnswer(rows, new Map(remarked.map(([id, correction, oddity]) => [id, { correction, oddity }])))
  } finally {
    const next = waiting.shift()
    if (next) next(prepared)
    else free.push(prepared)
  }
}

const month = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
const unremarked = { correction: null, oddity: null }

function toAnswer(rows: unknown[][], remarkOf: Map<unknown, object>) {
  const used = new Set<number>()
  const points = rows.map(
    ([region, start, end, form, source, line, value, low, high, others, printed, id]) => {
      used.add(Number(source))
      const { id: _, is_remarked: __, ...words } = forms[Number(form)] ?? {}
      return {
        ...{ region: regionCodes[Number(region)], period: `${month(Number(start))}/${month(Number(end))}` },
        ...{ value, low, high, ...words, printed_value: printed, source: sources[Number(source)]?.['id'] },
        ...{ line, others, ...(remarkOf.get(id) ?? unremarked) },
      }
    },
  )
  return { points, sources: [...used].map((key) => sources[key]) }
}

const app = new Hono()
app.get('/api/v1/series', async (c) => {
  const { indicator = '', region = '', basis } = c.req.query()
  const isAsked = ([, start, end, form]: readonly unknown[]) => {
    if (forms[Number(form)]?.['is_moment']) return basis === 'stock'
    const length = Number(end) - Number(start) + 1
    return Number(start) % 12 === 0 && (basis === 'year' ? length === 12 : length <= 12)
  }
  return c.json(await ask('series', [indicators.get(indicator) ?? -1, regions.get(region) ?? -1], isAsked))
})
app.get('/api/v1/compare', async (c) => {
  const { indicator = '', period, regions: asked = '' } = c.req.query()
  const year = 12 * Number(period)
  const words = asked.split(',')
  const wanted = new Set(
    places
      .filter(({ code, kind }) => words.includes(String(code)) || words.includes(`${kind}s`))
      .map(({ key }) => key),
  )
  return c.json(
    await ask('compare', [indicators.get(indicator) ?? -1, year + 11, year], ([region]) =>
      wanted.has(Number(region)),
    ),
  )
})
const { port } = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
process.stdout.write(`http://127.0.0.1:${port}\n`)
