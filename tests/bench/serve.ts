import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import {
  firstYear,
  indicatorCode,
  makeLargeDatabase,
  periodsMade,
  regionCode,
  regionsMade,
} from './large-database.ts'
import { measure } from './load.ts'

/*
 * How fast new questions are answered, beside a minimal route over the same rows: real processes, real sockets, eight
 * connections, no question asked twice. Server, yardstick and load take turns on the same cores.
 */

/** What each figure should be: a share at least, the growth and the megabytes at most. */
const bars = { share: 0.7, growth: 1.5, memory: 1000 }
const connections = 8
const seconds = Number(process.env['SECONDS'] ?? 4)
const rounds = Number(process.env['ROUNDS'] ?? 3)
const folder = 'data/build/bench'
const print = (line: string) => void process.stdout.write(`${line}\n`)

interface Place {
  readonly name: string
  readonly file: string
  readonly series: readonly string[]
  readonly compare: readonly string[]
}

/** The same numbers in any order, the same in every run. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  let state = 1
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state
  }
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

const range = (length: number) => Array.from({ length }, (_, at) => at)

async function realPlace(): Promise<Place> {
  const file = 'data/build/youju.duckdb'
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`)
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson()
  const pairs = await read(
    `select distinct indicator, region, case when is_moment then 'stock' else 'cumulative' end from observation
     where measure = 'level' and status = 'actual' and compilation in ('', 'express') and (is_moment or start_month % 12 = 0)`,
  )
  const years = await read(
    "select indicator, end_month // 12 from observation where measure = 'level' and status = 'actual' and compilation in ('', 'express') and start_month = end_month - 11 and end_month % 12 = 11 and not is_moment group by all having count(distinct region) > 2",
  )
  const besides = (await read("select code from region where kind <> 'province'")).map(([code]) => code)
  connection.closeSync()
  instance.closeSync()
  // A start before all numbers makes a new question of the same rows.
  const starts = range(1200).map(
    (at) => `${1800 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const groups = besides.flatMap((one) =>
    besides.filter((other) => other !== one).map((other) => `provinces,${one},${other}`),
  )
  return {
    name: 'real file',
    file,
    series: shuffled(
      starts
        .slice(0, 60)
        .flatMap((from) =>
          pairs.map(
            ([indicator, region, basis]) =>
              `/api/v1/series?indicator=${indicator}&region=${region}&basis=${basis}&from=${from}`,
          ),
        ),
    ),
    compare: shuffled(
      groups.flatMap((regions) =>
        years.map(
          ([indicator, year]) => `/api/v1/compare?indicator=${indicator}&period=${year}&regions=${regions}`,
        ),
      ),
    ),
  }
}

async function madePlace(name: string, indicators: number): Promise<Place> {
  const file = await makeLargeDatabase(join(folder, `${name.replaceAll(' ', '-')}.duckdb`), indicators)
  const codes = range(indicators).map(indicatorCode)
  const years = range(periodsMade).map((at) => firstYear + at)
  return {
    name,
    file,
    series: shuffled(
      codes.flatMap((indicator) =>
        range(regionsMade - 1).map(
          (at) => `/api/v1/series?indicator=${indicator}&region=${regionCode(at)}&basis=year`,
        ),
      ),
    ),
    compare: shuffled(
      codes.flatMap((indicator) =>
        years.map((year) => `/api/v1/compare?indicator=${indicator}&period=${year}&regions=provinces`),
      ),
    ),
  }
}

interface Running {
  readonly port: number
  readonly process: ChildProcess
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)))
    child.stdout.on('data', (text) => {
      const port = /http:\/\/[^:]+:(\d+)/.exec(String(text))?.[1]
      if (port) resolve({ port: Number(port), process: child })
    })
  })
}

async function load(running: Running, paths: readonly string[], length: number) {
  const before = processorOf(running)
  const measured = await measure({ port: running.port, paths, connections, seconds: length })
  const server = (processorOf(running) - before) / measured.answers
  return { ...measured, server, isRepeating: measured.answers > paths.length }
}

/** Processor time of a process so far, in ms: it says more than the clock where others use the cores. */
function processorOf({ process: { pid } }: Running): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

const percent = (share: number) => `${(100 * share).toFixed(0)}%`

const middle = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

function residentMegabytes({ process: { pid } }: Running): number {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000
}

const rowsCompared = 100

interface Point {
  readonly value: number
  readonly source: string
}

/** What stands in an answer, in any order: both must do the same work. */
async function rowsOf({ port }: Running, path: string): Promise<string> {
  const answer = (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as {
    readonly series?: readonly { readonly points: readonly Point[] }[]
    readonly rows?: readonly { readonly point: Point }[]
    readonly points?: readonly Point[]
    readonly sources: readonly { readonly id: string }[]
  }
  const { series = [], rows = [], points = [] } = answer
  const all = [...series.flatMap((each) => each.points), ...rows.map(({ point }) => point), ...points]
  const said = all.map(({ value, source }) => `${value} ${source}`)
  return [...said, ...answer.sources.map(({ id }) => id)].sort().join('\n')
}

/** Says so when the yardstick does not give the rows and the sources that we give. */
async function checkSame(paths: readonly string[], [ours, yardstick]: readonly [Running, Running]) {
  let others = 0
  for (const path of paths) if ((await rowsOf(ours, path)) !== (await rowsOf(yardstick, path))) others++
  if (others > 0) print(`THE YARDSTICK GIVES OTHER ROWS to ${others} of ${paths.length}`)
}

type Answered = Awaited<ReturnType<typeof load>>

/** One kind of question, ours and the yardstick in turns. */
async function compareKind(
  { name, ...place }: Place,
  kind: 'series' | 'compare',
  [ours, yardstick]: readonly [Running, Running],
): Promise<{ perSecond: number; share: number }> {
  const paths = place[kind]
  await checkSame(paths.slice(-rowsCompared), [ours, yardstick])
  for (const each of [ours, yardstick]) await load(each, paths.slice(-2000), 1)
  const part = Math.floor((paths.length - 2000) / rounds)
  const results: { ours: Answered; yardstick: Answered }[] = []
  for (const round of range(rounds)) {
    const asked = part > 500 ? paths.slice(round * part, (round + 1) * part) : paths
    results.push({ ours: await load(ours, asked, seconds), yardstick: await load(yardstick, asked, seconds) })
  }
  const of = (who: 'ours' | 'yardstick', what: (answered: Answered) => number) =>
    middle(results.map((result) => what(result[who])))
  const figures = (who: 'ours' | 'yardstick') =>
    `${of(who, ({ rate }) => rate).toFixed(0)} req/s, ${of(who, ({ server }) => server).toFixed(2)} ms of processor, ${(of(who, ({ size }) => size) / 1000).toFixed(1)} kB`
  const share = middle(results.map((result) => result.ours.rate / result.yardstick.rate))
  const processor = middle(results.map((result) => result.yardstick.server / result.ours.server))
  const repeating = results.some((result) => result.ours.isRepeating) ? '; QUESTIONS REPEAT' : ''
  print(
    `${name}, ${kind}: ${percent(share)} of the requests, ${percent(processor)} by processor time (at least ${percent(bars.share)})`,
  )
  print(`  ours ${figures('ours')}; yardstick ${figures('yardstick')}${repeating}`)
  return { perSecond: of('ours', ({ rate }) => rate), share }
}

async function measurePlace(place: Place) {
  const ours = await start(['launch.js', 'server'], { DATABASE: place.file, PORT: '0', HOST: '127.0.0.1' })
  const yardstick = await start(['--import', 'tsx', 'tests/bench/yardstick-server.ts', place.file])
  const { perSecond: series } = await compareKind(place, 'series', [ours, yardstick])
  await compareKind(place, 'compare', [ours, yardstick])
  const memory = residentMegabytes(ours)
  for (const { process: child } of [ours, yardstick]) {
    child.removeAllListeners('exit')
    child.kill()
  }
  return { series, memory }
}

spawnSync(process.execPath, ['launch.js', 'etl', 'build', '--if-stale'], { stdio: 'inherit' })
print(
  `new questions, ${connections} connections, ${rounds} × ${seconds} s each, ours and the yardstick in turns\n`,
)
const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
if (isWanted('real')) await measurePlace(await realPlace())
const small = isWanted('1m') ? await measurePlace(await madePlace('1m', 100)) : undefined
const large = isWanted('10m') ? await measurePlace(await madePlace('10m', 1000)) : undefined
if (small && large)
  print(
    `\nfrom 1 to 10 million a series takes ${(small.series / large.series).toFixed(2)} times as long (at most ${bars.growth})`,
  )
if (large) print(`memory at 10 million, at most: ${large.memory.toFixed(0)} MB (less than ${bars.memory})`)
print(`load of the machine in the last minute: ${loadavg()[0]?.toFixed(1)}`)
