import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { load } from '#etl/load/load.ts'

/**
 * `etl load` of many rows against the yardstick of the same run: DuckDB's own COPY of the same file into a plain table. A catalogue
 * of our own: 1,000 indicators × 400 regions × 25 years.
 *
 *     tsx tests/bench/bulk-load.ts [rows = 1000000] [csv|parquet …]
 */
const most = 3
const rows = Number(process.argv[2] ?? 1_000_000)
const kinds = process.argv.length > 3 ? process.argv.slice(3) : ['parquet', 'csv']

const folder = mkdtempSync(join(process.env['YOUJU_BENCH'] ?? tmpdir(), 'youju-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true }))
const dataFolder = join(folder, 'data')
writeCatalog(join(dataFolder, 'catalog'))
await writeFiles()
for (const kind of kinds) await measure(join(folder, `rows.${kind}`))

function writeCatalog(catalog: string): void {
  for (const name of ['indicators', 'sources']) mkdirSync(join(catalog, name), { recursive: true })
  const name = (zh: string) => ({ zh, en: zh })
  const write = (file: string, entries: unknown) =>
    writeFileSync(join(catalog, file), JSON.stringify(entries))
  const codes = Array.from({ length: 1000 }, (_, at) => `indicator_${String(at).padStart(4, '0')}`)
  write('topics.json', [{ code: 'made', name: name('虚构'), headline: codes[0] }])
  const cny = { scaled: true, ladder: { zh: [[8, '亿元']], en: [[8, '100 million yuan']] } }
  write('units.json', [{ code: 'CNY', name: name('元'), words: { 元: 0 }, ...cny }])
  write('issuers.json', [])
  write(
    'regions.json',
    Array.from({ length: 400 }, (_, at) => region(at)),
  )
  write(
    'indicators/made.json',
    codes.map((code, at) => indicator(code, at)),
  )
  writeFileSync(
    join(catalog, 'sources', 'made.csv'),
    'id,issuers,carrier,title,remark,published,dating,url,origin,compilation\n',
  )

  function region(at: number) {
    const code = at === 0 ? 'CN' : String(100_000 + at * 10)
    return {
      code,
      kind: at === 0 ? 'nation' : 'province',
      name: name(`地区${at}`),
      fullName: `地区${at}全称`,
      pinyin: 'di qu',
    }
  }
  function indicator(code: string, at: number) {
    return {
      code,
      name: name(`指标${at}号`),
      topic: 'made',
      kind: 'flow',
      unit: 'CNY',
      aggregation: 'sum',
      definition: name(`指标${at}号`),
    }
  }
}

/** The rows in the order in which archives keep them: by year, then by region. */
async function writeFiles(): Promise<void> {
  const connection = await connect(':memory:')
  const csv = join(folder, 'rows.csv')
  await connection.run(`copy (
    select 'indicator_' || lpad(cast(i as varchar), 4, '0') as indicator, if(r = 0, 'CN', cast(100000 + r * 10 as varchar)) as region,
      cast(2000 + y as varchar) as period, 'level' as measure, printf('%.2f', hash(i, r, y) % 10000000 / 100.0) as value, '亿元' as unit,
      if(y = 24, 'preliminary', 'actual') as status, if(hash(i, r, y, 1) % 50 = 0, '~', null) as qualifier,
      'doc-' || (2000 + y) || '-' || (r % 40) as source, cast(hash(r, i, y) % 500 + 1 as integer) as line, 'table' as rule
    from (select n // 400000 as y, n // 1000 % 400 as r, n % 1000 as i from range(${rows}) m(n))
  ) to '${csv}' (header)`)
  await connection.run(
    `copy (from read_csv('${csv}', all_varchar = true)) to '${join(folder, 'rows.parquet')}' (format parquet)`,
  )
  connection.closeSync()
}

async function measure(file: string): Promise<void> {
  const plain = await time(() => copy(file))
  const out = join(folder, 'out.duckdb')
  const stages: [string, number][] = []
  const started = performance.now()
  let largest = 0
  const watching = setInterval(() => (largest = Math.max(largest, process.memoryUsage.rss())), 50)
  const loading = await time(() =>
    load({ file, dataFolder, out, onStage: (stage) => stages.push([stage, performance.now()]) }),
  )
  clearInterval(watching)
  const ends = [...stages.slice(1).map(([, at]) => at), started + loading.wall * 1000]
  const told = stages.map(
    ([stage, at], index) =>
      `${stage.replace(folder, '')} ${(((ends[index] ?? at) - at) / 1000).toFixed(1)} s`,
  )
  const ratio = (key: 'wall' | 'cpu') => (loading[key] / plain[key]).toFixed(2)
  process.stdout.write(
    `\netl load of ${rows.toLocaleString('en-US')} rows, ${file.split('.').at(-1)} of ${megabytes(file)} MB: ${loading.wall.toFixed(1)} s (${Math.round(rows / loading.wall).toLocaleString('en-US')} rows/s, ${loading.cpu.toFixed(1)} s of processor), ${ratio('wall')} times COPY (${plain.wall.toFixed(1)} s; ${ratio('cpu')} of its processor time; at most ${most}); largest memory ${(largest / 1e6).toFixed(0)} MB; database ${megabytes(out)} MB\n  ${told.join('；')}\n`,
  )
  if (loading.wall / plain.wall > most) process.exitCode = 1
  rmSync(out)
  rmSync(join(folder, 'out.versions'), { recursive: true })
}

async function copy(file: string): Promise<void> {
  const plain = join(folder, 'plain.duckdb')
  const connection = await connect(plain)
  const options = file.endsWith('.csv') ? '(header)' : ''
  const names = 'indicator, region, period, measure, value, unit, status, qualifier, source, line, rule'
  await connection.run(
    `create table plain (${names
      .split(', ')
      .map((name) => `${name} varchar`)
      .join(', ')})`,
  )
  await connection.run(`copy plain from '${file}' ${options}`)
  await connection.run('checkpoint')
  connection.closeSync()
  rmSync(plain)
}

async function connect(file: string) {
  const instance = await DuckDBInstance.create(file, {
    memory_limit: '1000MB',
    temp_directory: join(folder, 'spill'),
  })
  return instance.connect()
}

async function time(work: () => Promise<unknown>) {
  const [started, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 }
}

function megabytes(file: string) {
  return (statSync(file).size / 1e6).toFixed(0)
}
