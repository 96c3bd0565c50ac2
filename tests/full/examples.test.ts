import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { parse } from 'csv-parse/sync'
import { expect, inject, onTestFinished, test } from 'vitest'
import { answers } from '#server/answers.ts'
import { examples } from '#server/docs/examples.ts'
import { tools } from '#server/mcp/tools.ts'
import { python } from './tools.ts'

/*
 * The programs of /docs, as the running server gives them: run where their tool can be had, else asked what they ask. What
 * they print is held against the API.
 */

const site = inject('site')
const run = promisify(execFile)

const programOf = async (file: string): Promise<string> => {
  const response = await fetch(`${site}/docs/examples/${file}`)
  expect(response.status).toBe(200)
  return response.text()
}

interface Outcome {
  readonly stdout: string
  /** What it has written, by name. */
  readonly files: ReadonlyMap<string, string>
}

/** Runs a program in a folder of its own, as a reader would who saved it there; it must say nothing on standard error. */
async function runExample(file: string, command: string, options: readonly string[] = []): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-example-'))
  try {
    await writeFile(join(folder, file), await programOf(file))
    const env = { ...process.env, LC_ALL: 'C.UTF-8' }
    const { stdout, stderr } = await run(command, [...options, file], { cwd: folder, env })
    expect(stderr).toBe('')
    const written = (await readdir(folder)).filter((name) => name.includes('.') && name !== file)
    const read = written.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
    return { stdout, files: new Map(await Promise.all(read)) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const ask = async (path: string): Promise<unknown> => (await fetch(`${site}/api/v1${path}`)).json()

const query = 'indicator=software_revenue&region=110000,320000,440000&compilation=annual&basis=year'
const names: Readonly<Record<string, string>> = { 110000: '北京', 320000: '江苏', 440000: '广东' }

/** What the API says, in the order and spelling of a row that a program prints. */
async function printedNumbers(): Promise<string[]> {
  const { series } = answers.series.parse(await ask(`/series?${query}&from=2020&to=2024`))
  const rows = series.flatMap(({ region, points }) =>
    points.map((point) => [
      point.period,
      names[region] ?? region,
      point.printedValue,
      point.printedUnit,
      String(point.low),
      String(point.high),
      point.source,
    ]),
  )
  expect(rows).toHaveLength(15)
  return rows.map((row) => row.join(' ')).sort()
}

const linesOf = (stdout: string) => stdout.split('\n').map((line) => line.trim().split(/\s+/).join(' '))
const printedLines = (stdout: string) =>
  linesOf(stdout)
    .filter((line) => / (?:万元|亿元) /.test(line))
    .sort()

/** The table of years and regions, in 100 million yuan: `2024 北京` → 31163.79. */
function tableIn(stdout: string): Map<string, number> {
  const lines = linesOf(stdout)
  const head =
    lines
      .find((line) => /^(?:region_name|period) 北京 广东 江苏$/.test(line))
      ?.split(' ')
      .slice(1) ?? []
  const rows = lines.filter((line) => /^20\d\d(?: [\d.]+){3}$/.test(line)).map((line) => line.split(' '))
  return new Map(
    rows.flatMap(([year, ...cells]) =>
      cells.map((cell, at) => [`${year} ${head[at]}`, Number(cell)] as const),
    ),
  )
}

async function expectedTable(): Promise<Map<string, number>> {
  const { series } = answers.series.parse(await ask(`/series?${query}&from=2020&to=2024`))
  return new Map(
    series.flatMap(({ region, points }) =>
      points.map(
        ({ period, value }) => [`${period} ${names[region]}`, Number((value / 1e8).toFixed(2))] as const,
      ),
    ),
  )
}

const byKey = (map: Map<string, number>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1))

/** Growth as the API derives it, with its interval: `2024 北京 16.7478 16.7477 16.7478`. */
async function derivedGrowth(): Promise<string[]> {
  const { series } = answers.series.parse(await ask(`/series?${query}&from=2020&to=2024&transform=yoy`))
  const digits = (number: number | null) => (number ?? Number.NaN).toFixed(4)
  const rows = series.flatMap(({ region, points }) =>
    points.map(({ period, value, low, high }) => [period, names[region], ...[value, low, high].map(digits)]),
  )
  expect(rows).toHaveLength(15)
  return rows.map((row) => row.join(' '))
}

test('curl prints the answer of the API and saves the same numbers as a file', async () => {
  const { stdout, files } = await runExample('series.sh', 'sh')
  const answer = answers.series.parse(await ask(`/series?${query}&from=2023&to=2024`))
  expect(JSON.parse(stdout)).toEqual(answer)
  const rows: Record<string, string>[] = parse(files.get('software_revenue.csv') ?? '', { columns: true })
  const read = rows.map(({ region, period, value, printed_value }) => [
    region,
    period,
    Number(value),
    printed_value,
  ])
  const points = answer.series.flatMap(({ region, points }) =>
    points.map(({ period, value, printedValue }) => [region, period, value, printedValue]),
  )
  expect(points).toHaveLength(6)
  expect(read).toEqual(points)
})

test('pandas prints every number as it was printed, a table, derived growth and the version', async () => {
  const { stdout } = await runExample('with-pandas.py', python)
  expect(printedLines(stdout)).toEqual(await printedNumbers())
  expect(byKey(tableIn(stdout))).toEqual(byKey(await expectedTable()))
  expect((await derivedGrowth()).filter((row) => !linesOf(stdout).includes(row))).toEqual([])
  const { snapshot } = answers.versions.parse(await ask('/versions'))
  expect(stdout).toContain(`snapshot ${snapshot}\n`)
  expect(stdout).toContain('国家统计局')
})

test('R prints every number as it was printed, a table and the sources', async () => {
  const { stdout } = await runExample('with-base.R', 'Rscript', ['--vanilla'])
  expect(printedLines(stdout)).toEqual(await printedNumbers())
  expect(byKey(tableIn(stdout))).toEqual(byKey(await expectedTable()))
  expect(stdout).toContain('国家统计局')
})

test('a question in words is answered with the number of the API', async () => {
  const { stdout } = await runExample('ask.sh', 'sh')
  const { outcome, sentence, numbers } = answers.ask.parse(JSON.parse(stdout))
  expect([outcome, numbers.length]).toEqual(['answer', 1])
  const { series } = answers.series.parse(
    await ask(
      '/series?indicator=software_revenue&region=440000&compilation=annual&basis=year&from=2024&to=2024',
    ),
  )
  expect(numbers.map(({ point }) => point)).toEqual(series.flatMap(({ points }) => points))
  expect(sentence).toMatch(/广东.*国家统计局/)
})

test('the evidence of a number names the document of the API', async () => {
  const { stdout } = await runExample('evidence.sh', 'sh')
  const { evidence } = answers.evidence.parse(JSON.parse(stdout))
  const { series } = answers.series.parse(
    await ask(
      '/series?indicator=software_revenue&region=440000&compilation=annual&basis=year&from=2024&to=2024',
    ),
  )
  const [point] = series.flatMap(({ points }) => points)
  expect([evidence.number.value, evidence.number.source]).toEqual([point?.value, point?.source])
  expect(evidence.citations.map(({ gbt7714 }) => gbt7714).join()).toContain('国家统计局')
})

test('a client of MCP that takes the address of the settings can ask every tool', async () => {
  const { mcpServers } = JSON.parse(await programOf('mcp.json')) as {
    mcpServers: Record<string, { type: string; url: string }>
  }
  const [server] = Object.values(mcpServers)
  expect(server?.type).toBe('http')
  const client = new Client({ name: 'reader', version: '1.0.0' })
  onTestFinished(() => client.close())
  await client.connect(new StreamableHTTPClientTransport(new URL(server?.url ?? '')))
  const listed = await client.listTools()
  expect(listed.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name))
  const { content } = await client.callTool({ name: 'find', arguments: { q: '软件收入' } })
  expect(JSON.stringify(content)).toContain('software_revenue')
})

/* What follows is not run by its own tool, which neither npm nor Debian has; the page says so. */

/** The words of a program that stand in quotation marks behind names: its question. */
function questionOf(program: string, assignment: RegExp): Record<string, string> {
  const pairs = [...program.matchAll(assignment)].map(([, name = '', value = '']) => [name, value])
  return Object.fromEntries(pairs)
}
const inPython = /"(\w+)": "([^"]+)"/g
const inPowerQuery = /(\w+) = "([^"/,]+(?:,\d+)*)"/g

/** The rows of a program's question as a file, of the columns that it takes. */
async function columnsAsked(question: Record<string, string>, columns: readonly string[]) {
  const response = await fetch(`${site}/api/v1/export/csv?${new URLSearchParams(question)}`)
  expect(response.status).toBe(200)
  const rows: Record<string, string>[] = parse(await response.text(), { columns: true })
  expect(columns.filter((column) => !(column in (rows[0] ?? {})))).toEqual([])
  return rows
}

const asPrinted = (rows: readonly Record<string, string>[]) =>
  rows
    .map(({ period, region_name, printed_value, printed_unit, low, high, source }) =>
      [period, region_name, printed_value, printed_unit, low, high, source].join(' '),
    )
    .sort()

const quotedIn = (text = '') => [...text.matchAll(/"(\w+)"/g)].map(([, word = '']) => word)

async function compile(file: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-example-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const program = await programOf(file)
  await writeFile(join(folder, file), program)
  await run(python, ['-m', 'py_compile', join(folder, file)])
  return program
}

test('polars: the program compiles, asks for the numbers of the API, and its columns are there', async () => {
  const program = await compile('with-polars.py')
  const columns = quotedIn(/COLUMNS = \[([^\]]+)\]/.exec(program)?.[1])
  expect(columns.length).toBeGreaterThan(5)
  const rows = await columnsAsked(questionOf(program, inPython), columns)
  expect(asPrinted(rows)).toEqual(await printedNumbers())
})

test('Power Query: the program asks for the numbers of the API, and its columns are there', async () => {
  const program = await programOf('with-power-query.pq')
  const columns = quotedIn(/SelectColumns\(Numbers, \{([^}]+)\}/.exec(program)?.[1])
  expect(columns.length).toBeGreaterThan(5)
  expect(columns).toEqual(expect.arrayContaining(quotedIn(/\{\{.+\}\}/.exec(program)?.[0])))
  expect(program).toContain('RelativePath = "api/v1/export/csv"')
  const query = /Query = \[([^\]]+)\]/.exec(program)?.[1] ?? ''
  const rows = await columnsAsked(questionOf(query, inPowerQuery), columns)
  expect(asPrinted(rows)).toEqual(await printedNumbers())
})

test('DuckDB: the program compiles, and its SQL over the file of its address ranks as the API does', async () => {
  const program = await compile('with-duckdb.py')
  const name = /FILE = "([\w.]+)"/.exec(program)?.[1] ?? 'no file'
  const sql = /duckdb\.sql\("""([^"]+)"""\)/.exec(program)?.[1] ?? ''
  expect(sql).toContain(`FROM '${name}'`)
  const folder = await mkdtemp(join(tmpdir(), 'youju-example-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const question = new URLSearchParams(questionOf(program, inPython))
  const file = await fetch(`${site}/api/v1/export/parquet?${question}`)
  await writeFile(join(folder, name), new Uint8Array(await file.arrayBuffer()))

  const connection = await (await DuckDBInstance.create()).connect()
  const reader = await connection.runAndReadAll(sql.replace(`'${name}'`, `'${join(folder, name)}'`))
  const read = reader
    .getRowObjectsJson()
    .map(({ place, region_name, printed_value, low, high }) => [
      Number(place),
      region_name,
      printed_value,
      Number(low),
      Number(high),
    ])
  connection.closeSync()

  question.delete('question')
  const { rows } = answers.compare.parse(await ask(`/compare?${question}`))
  const { regions } = answers.regions.parse(await ask('/regions'))
  const nameOf = (region: string) => regions.find(({ code }) => code === region)?.name.zh
  const expected = rows
    .slice(0, 10)
    .map(({ rank, region, point }) => [rank, nameOf(region), point.printedValue, point.low, point.high])
  expect(expected).toHaveLength(10)
  expect(read).toEqual(expected)
})

test('every program of the page has its test here', async () => {
  const own = await readFile('tests/full/examples.test.ts', 'utf8')
  expect(examples.filter(({ file }) => !own.includes(`'${file}'`))).toEqual([])
})
