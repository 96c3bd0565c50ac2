import { spawn } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openStore } from '#data/store/open-store.ts'
import * as schema from '#data/store/schema.ts'
import type { Snapshot } from '#data/store/seal-database.ts'
import { keptVersions, versionFile, versionsFolder } from '#data/store/versions.ts'
import { build, buildIfStale } from '#etl/build.ts'
import { load } from '#etl/load/load.ts'
import { renderLoadReport } from '#etl/load/load-report.ts'
import { checkSpace } from '#etl/publish/place.ts'
import { holdingLock } from '#etl/publish/publishing-lock.ts'
import { type BuildReport, renderKept, renderReport } from '#etl/publish/report.ts'
import { listVersions, rollBack } from '#etl/publish/roll-back.ts'
import { factOf } from '#server/queries/vintages-of.ts'
import { dataFolder } from './support/data-folder.ts'
import { heldOpen } from './support/held-open.ts'
import { figures } from './support/own-figures.ts'
import { contentOf, ownPlace, publishedOnce, straysOf } from './support/own-versions.ts'
import { type Content, publishContent } from './support/publish-content.ts'

const revenue = (value: number) => `software_revenue,CN,2024,level,${value},亿元,,,actual,`
const target = 'software_revenue,CN,2025,level,140000,亿元,,,target,'
const telecom = 'telecom_revenue,CN,2024,level,17400,亿元,,,actual,'

let a: Content
let b: Content
let c: Content
/** Places at which a was published, and b after it. */
let withA: Awaited<ReturnType<typeof publishedOnce>>
let withAB: Awaited<ReturnType<typeof publishedOnce>>

beforeAll(async () => {
  a = await contentOf({ 'web-020': [revenue(137276), target] }, afterAll)
  b = await contentOf({ 'web-020': [revenue(137277), telecom] }, afterAll)
  c = await contentOf({ 'web-020': [revenue(137277), telecom], 'web-021': [revenue(137277)] }, afterAll)
  withA = await publishedOnce([a], afterAll)
  withAB = await publishedOnce([a, b], afterAll)
})

async function read(file: string) {
  const { db, snapshot, close } = await openStore(file)
  const versions = await db.select().from(schema.version).orderBy(asc(schema.version.position))
  const changes = await db.select().from(schema.change).orderBy(schema.change.position, schema.change.fact)
  const rows = await db.select().from(schema.observation)
  await close()
  return { snapshot, versions, changes, rows }
}

describe('a published file', () => {
  test('is an ordinary file, and the same one as that of its version', async () => {
    const out = ownPlace()
    const { id } = await publishContent(out, a)
    const [there, kept] = [out, versionFile(out, id)].map((path) => statSync(path))
    expect([there?.isFile(), there?.ino]).toEqual([true, kept?.ino])
    expect(readdirSync(dirname(out))).toEqual(['figures.duckdb', 'figures.versions'])
    expect(straysOf(out)).toEqual([])
  })

  test('has the same name for the same content, wherever it is published and whatever was there before', async () => {
    const [one, other] = [ownPlace(), ownPlace()]
    const first = await publishContent(one, a)
    await publishContent(other, b)
    const second = await publishContent(other, a)
    expect(second.id).toBe(first.id)
    expect(second.checksum).not.toBe(first.checksum)
  })

  test('is reached through a link, which stays', async () => {
    const out = ownPlace()
    await publishContent(out, a)
    const link = join(dirname(out), 'link.duckdb')
    symlinkSync(out, link)
    const { id } = await publishContent(link, b)
    expect([(await read(out)).snapshot.id, versionsFolder(link)]).toEqual([id, versionsFolder(out)])
  })

  test('keeps the last five versions', async () => {
    const out = ownPlace()
    const ids: string[] = []
    for (const value of [1, 2, 3, 4, 5, 6, 7]) {
      const tables = a.tables.map((each) =>
        each.table === schema.refusal
          ? { ...each, rows: [{ source: 's', file: 'f', line: value, reason: 'r', detail: '', row: {} }] }
          : each,
      )
      ids.unshift((await publishContent(out, { ...a, tables })).id)
    }
    expect(keptVersions(out).map(({ id }) => id)).toEqual(ids.slice(0, 5))
    expect((await read(out)).versions.map(({ id }) => id)).toEqual(ids.toReversed())
  })
})

describe('the history', () => {
  test('tells of every version what it added, revised and removed, with what was shown before', async () => {
    const { out, snapshots } = withA()
    const [first] = snapshots
    const before = await read(out)
    const second = await publishContent(out, b)
    const { versions, changes, rows } = await read(out)
    expect(versions).toEqual([
      {
        position: 1,
        id: first.id,
        published_at: first.published_at,
        published: 2,
        added: 2,
        revised: 0,
        removed: 0,
      },
      {
        position: 2,
        id: second.id,
        published_at: second.published_at,
        published: 2,
        added: 1,
        revised: 1,
        removed: 1,
      },
    ])
    const rowOf = (among: typeof rows, indicator: string, status = 'actual') =>
      among.find((row) => row.indicator === indicator && row.status === status)
    const [was, is] = [before.rows, rows].map((among) => rowOf(among, 'software_revenue'))
    const hoped = rowOf(before.rows, 'software_revenue', 'target')
    const added = rowOf(rows, 'telecom_revenue')
    expect(was && is && hoped && added && changes).toEqual([
      { position: 2, kind: 'revised', fact: is && factOf(is), previous: was },
      { position: 2, kind: 'removed', fact: hoped && factOf(hoped), previous: hoped },
      { position: 2, kind: 'added', fact: added && factOf(added), previous: null },
    ])
  })

  test('goes A, B, A where a content comes back', async () => {
    const { out, snapshots } = withAB()
    const [first, second] = snapshots as [Snapshot, Snapshot]
    await publishContent(out, a)
    const { versions, changes } = await read(out)
    expect(versions.map(({ id, added, revised, removed }) => [id, added, revised, removed])).toEqual([
      [first.id, 2, 0, 0],
      [second.id, 1, 1, 1],
      [first.id, 1, 1, 1],
    ])
    expect(changes.map(({ position }) => position)).toEqual([2, 2, 2, 3, 3, 3])
  })

  test('calls the same value said again by another source no change', async () => {
    const out = ownPlace()
    await publishContent(out, b)
    await publishContent(out, c)
    const { versions, changes } = await read(out)
    expect(versions[1]).toMatchObject({ published: 3, added: 0, revised: 0, removed: 0 })
    expect(changes).toEqual([])
  })

  test('does not grow when the same content is published again, and the file tells the new inputs', async () => {
    const { out, snapshots } = withA()
    const [first] = snapshots
    const again = await publishContent(out, { ...a, about: { ...a.about, inputs: 'others' } })
    expect([again.id, again.published_at]).toEqual([first.id, first.published_at])
    const { snapshot, versions } = await read(out)
    expect([snapshot.inputs, versions.length]).toEqual(['others', 1])
  })

  test('is taken from the newest sound version when the published file is broken', async () => {
    const { out, snapshots } = withAB()
    const [first, second] = snapshots as [Snapshot, Snapshot]
    truncateSync(out, 5000)
    const third = await publishContent(out, c)
    expect((await read(out)).versions.map(({ id }) => id)).toEqual([first.id, third.id])
    expect(keptVersions(out).map(({ id }) => id)).toEqual([third.id, second.id, first.id])
  })
})

describe('opening a database proves it:', () => {
  const change = async (file: string, sql: string) => {
    const instance = await DuckDBInstance.create(file)
    const connection = await instance.connect()
    await connection.run(sql)
    connection.closeSync()
    instance.closeSync()
  }

  test.each([
    [
      'a changed value',
      `update refusal set line = 5; update source set title = title || '。' where id = 'web-020'`,
      /已损坏（内容与发布时的校验和不符）/,
    ],
    ['a changed history', `update version set added = 9`, /已损坏（内容与发布时的校验和不符）/],
    ['changed inputs', `update snapshot set inputs = 'others'`, /已损坏（内容与发布时的校验和不符）/],
    ['a table more', 'create table more (a integer)', /已损坏（内容与发布时的校验和不符）/],
    ['a table less', 'drop table inbox_file', /已损坏（缺少 inbox_file\.file）/],
    ['a column less', 'alter table source drop column url', /已损坏（缺少 source\.url）/],
    ['another schema', 'update snapshot set schema_version = 1', /的结构版本是 1，本程序需要 \d+/],
    [
      'the schema of before versions',
      'alter table snapshot drop column schema_version',
      /的结构版本是 旧的，/,
    ],
    ['another engine', `update snapshot set engine = 'v0.1'`, /由 DuckDB v0\.1 写成，本程序用 v/],
  ])('%s is refused in one line', async (_, sql, message) => {
    const { out } = withA()
    await change(out, sql)
    const error = await openStore(out).catch((cause: Error) => cause.message)
    expect(error).toMatch(message)
    expect(error).toMatch(/^[^\n]*请运行 npm run etl -- build 重新发布$/)
  })

  test('a file held by another process is refused with its number, and opens once that has ended', async () => {
    const { out } = withA()
    const holder = await heldOpen(out)
    await expect(openStore(out)).rejects.toThrow(
      `数据库 ${out} 正被另一个进程（PID ${holder.pid}）以读写方式打开；请关闭它，或让它以只读方式打开`,
    )
    await holder.kill()
    await (await openStore(out)).close()
  })

  test.each([
    ['no file', (out: string) => rmSync(out), /^没有数据库文件 /],
    [
      'a text',
      (out: string) => writeFileSync(out, 'no database, but longer than a header '.repeat(999)),
      / 不是 DuckDB 数据库；/,
    ],
    ['an empty file', (out: string) => truncateSync(out, 0), /请运行 npm run etl -- build/],
    ['half a file', (out: string) => truncateSync(out, statSync(out).size / 2), / 已损坏（/],
  ])('%s is told as that', async (_, damage, message) => {
    const { out } = withA()
    damage(out)
    await expect(openStore(out)).rejects.toThrow(message)
  })
})

describe('what is stale or broken', () => {
  test.each([
    ['missing', (out: string) => rmSync(out)],
    ['cut short', (out: string) => truncateSync(out, 20_000)],
    ['swept with its versions', (out: string) => rmSync(dirname(out), { recursive: true })],
    ['written by nobody we know', (out: string) => writeFileSync(out, 'no database')],
  ])('is built again when it is %s', async (_, damage) => {
    const folder = dataFolder(figures({ 'web-020': [revenue(1)] }))
    const out = join(folder, 'build', 'figures.duckdb')
    await build({ dataFolder: folder, out, inputs: 'x' })
    expect(await buildIfStale({ dataFolder: folder, out }, () => 'x')).toEqual({ kept: 'x' })
    damage(out)
    expect(await buildIfStale({ dataFolder: folder, out }, () => 'x')).toMatchObject({ out })
    expect((await read(out)).snapshot.inputs).toBe('x')
  })
})

describe('two builds', () => {
  test('of one process follow each other, the later figures last', async () => {
    const out = ownPlace()
    const order: string[] = []
    const work = (name: string, ms: number) =>
      holdingLock(out, async () => {
        order.push(`${name} reads`)
        await new Promise((done) => setTimeout(done, ms))
        order.push(`${name} publishes`)
      })
    await Promise.all([work('older', 80), work('newer', 0)])
    expect(order).toEqual(['older reads', 'older publishes', 'newer reads', 'newer publishes'])
  })

  test('of two processes: one waits, names the other, and goes on when that is killed', async () => {
    const { out } = withA()
    const holder = await heldOpen(join(versionsFolder(out), 'lock.duckdb'))
    const said: string[] = []
    const done = holdingLock(out, async () => 'done', { report: (line) => said.push(line) })
    await expect(holdingLock(link(out), async () => 'done', { waitMs: 0, report: () => {} })).rejects.toThrow(
      `另一个进程（PID ${holder.pid}）一直在构建 `,
    )
    await vi.waitFor(() => expect(said).toHaveLength(1), 30_000)
    await holder.kill()
    expect(await done).toBe('done')
    expect(said).toEqual([`另一个进程（PID ${holder.pid}）正在构建 ${out}，等它结束……`])
  })

  test('a stale one that has waited finds that nothing is left to do', async () => {
    const folder = dataFolder(figures({ 'web-020': [revenue(1)] }))
    const out = join(folder, 'build', 'figures.duckdb')
    const reports = await Promise.all([1, 2].map(() => buildIfStale({ dataFolder: folder, out }, () => 'x')))
    expect(reports.map((report) => 'kept' in report)).toEqual([false, true])
  })

  test('a failed one does not stop the next', async () => {
    const out = ownPlace()
    const failing = holdingLock(out, () => Promise.reject(new Error('no')))
    const next = holdingLock(out, async () => 'done')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('done')
  })

  /** Another name of the same folder of versions: a queue of its own in this process, the same lock. */
  function link(out: string): string {
    const other = join(dirname(out), 'other.duckdb')
    linkSync(out, other)
    symlinkSync(versionsFolder(out), versionsFolder(other))
    return other
  }
})

test.each([0, 4096, 9000])(
  'a lock that was cut to %i bytes does not stand in the way of a build',
  async (length) => {
    const { out } = withA()
    truncateSync(join(versionsFolder(out), 'lock.duckdb'), length)
    const { id } = await publishContent(out, b)
    expect([(await read(out)).snapshot.id, straysOf(out)]).toEqual([id, []])
  },
)

describe('a place at which nothing can be published is told in one line', () => {
  const tell = (out: string) =>
    publishContent(out, a).then(String, (cause: Error) => `${cause.name}: ${cause.message}`)

  test.each([
    ['a folder', (out: string) => mkdirSync(out), /^BadInput: .* 不是文件，不能发布到那里；[^\n]*$/],
    [
      'a dangling link',
      (out: string) => symlinkSync('nowhere', out),
      /^BadInput: .* 是一个不通向任何文件的链接[^\n]*$/,
    ],
    ['a loop', (out: string) => symlinkSync(out, out), /^BadInput: .* 是一个不通向任何文件的链接[^\n]*$/],
    ['a device', (out: string) => symlinkSync('/dev/null', out), /^BadInput: .* 不是文件[^\n]*$/],
  ])('%s', async (_, lay, message) => {
    const out = ownPlace()
    lay(out)
    expect(await tell(out)).toMatch(message)
  })

  test('below a file', async () => {
    const out = ownPlace()
    writeFileSync(out, '')
    expect(await tell(join(out, 'x', 'y.duckdb'))).toMatch(/^BadInput: 无法发布到 .*不是文件夹[^\n]*$/)
  })

  test.each(['', 'new/'])('no name at all: %j', async (out) => {
    expect(await tell(out)).toMatch(/^BadInput: .*不是文件，不能发布到那里；[^\n]*youju\.duckdb$/)
    expect(existsSync(out)).toBe(false)
  })

  test('a full disk, before anything is written', async () => {
    const { out } = withA()
    expect(() => checkSpace(out, 2 ** 60)).toThrow(
      /^磁盘空间不足：发布到 .* 需要 [\d,]+ MB，只剩 [\d,]+ MB；/,
    )
    checkSpace(out)
  })
})

test('a disk that fills up while a version is written is told in one line, and what was published stays', async () => {
  const { out, snapshots } = withA()
  const [{ id }] = snapshots
  const data = dataFolder(figures({ 'web-020': [revenue(1)] }))
  const limited = 'ulimit -f 1000; exec "$0" --import tsx tests/support/publish-again.ts publish "$1" "$2"'
  const child = spawn('sh', ['-c', limited, process.execPath, out, data])
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  await new Promise((done) => child.once('close', done))
  expect(said).toMatch(/BadInput: 无法发布到 .*：超出文件大小的上限，请放宽；原来的数据库没有动\n/)
  expect([(await read(out)).snapshot.id, straysOf(out)]).toEqual([id, []])
})

describe('strays', () => {
  test('of killed builds, of older ones and of clients go with the next build; what is not ours stays', async () => {
    const { out } = withA()
    const folder = versionsFolder(out)
    const strays = [
      '1.tmp',
      '1.tmp.wal',
      '1.tmp.link',
      '2.previous.tmp',
      'lock.duckdb.1.tmp',
      '0123456789abcdef.duckdb.wal',
    ]
    for (const name of strays) writeFileSync(join(folder, name), 'x')
    mkdirSync(join(folder, '1.tmp.tmp'))
    for (const name of ['.123.tmp', '.123.tmp.wal', '.wal', '.mine']) writeFileSync(`${out}${name}`, 'x')
    await publishContent(out, b)
    expect(straysOf(out)).toEqual([])
    expect(readdirSync(dirname(out))).toEqual(['figures.duckdb', 'figures.duckdb.mine', 'figures.versions'])
    await read(out)
  })

  test('a client that holds the published file to write does not stop a build, and the history goes on', async () => {
    const { out, snapshots } = withA()
    const [first] = snapshots
    // What this process has proven before may be held by now.
    await read(out)
    await heldOpen(out)
    const second = await publishContent(out, b)
    expect((await read(out)).versions.map(({ id }) => id)).toEqual([first.id, second.id])
  })
})

describe('rollback', () => {
  let builtOnce: Awaited<ReturnType<typeof publishedOnce>>
  const rowsOf = (value: number) => ({ 'web-020': [revenue(value)] })

  beforeAll(async () => {
    const contents = await Promise.all([1, 2].map((value) => contentOf(rowsOf(value), afterAll)))
    const ofInputs = contents.map((each, at) => ({ ...each, about: { ...each.about, inputs: `${at + 1}` } }))
    builtOnce = await publishedOnce(ofInputs, afterAll)
  })

  /** A folder whose figures were built, changed and built again: of the inputs 1 and 2. */
  function builtTwice() {
    const folder = dataFolder(figures(rowsOf(2)))
    const { out, snapshots } = builtOnce()
    const again = (value: number) =>
      writeFileSync(
        join(folder, 'observations/web-020.csv'),
        figures(rowsOf(value))['observations/web-020.csv'] ?? '',
      )
    return { folder, out, snapshot: snapshots[0].id, again }
  }

  /** What a report says of a version that gave way. */
  const linesOf = (report: BuildReport) =>
    renderReport(report)
      .split('\n')
      .filter((line) => line.startsWith('取代'))

  test('publishes the version before again, as a version that says what it changed', async () => {
    const { out, snapshots } = withAB()
    const [first, second] = snapshots as [Snapshot, Snapshot]
    expect(await rollBack(out)).toMatch(new RegExp(`^已退回 ${first.id}（.* 发布，2 个数值）→ `))
    const { snapshot, versions, changes, rows } = await read(out)
    expect(snapshot.id).toBe(first.id)
    expect(versions.map(({ id }) => id)).toEqual([first.id, second.id, first.id])
    expect(
      changes
        .filter(({ position }) => position === 3)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['added', 'removed', 'revised'])
    expect(rows.map(({ printed_value }) => printed_value).sort()).toEqual(['137276', '140000'])
    expect(await rollBack(out)).toMatch(`已退回 ${second.id}`)
  })

  test('is left alone by a stale build until the inputs change', async () => {
    const { folder, out, snapshot } = builtTwice()
    await rollBack(out)
    const stays = await buildIfStale({ dataFolder: folder, out }, () => '2')
    if (!('kept' in stays)) throw new Error('built over the rollback')
    expect(renderKept(out, stays.kept)).toContain('数据库是退回的一版，数据、目录和程序未变，保持不变')
    const { id, published_at } = (await read(out)).snapshot
    expect(id).toBe(snapshot)
    const report = await buildIfStale({ dataFolder: folder, out }, () => '3')
    if ('kept' in report) throw new Error('not built')
    expect(linesOf(report)).toEqual([
      `取代  ${published_at} 退回的版本 ${id}；仍要那一版：npm run etl -- rollback ${id}`,
    ])
  })

  test('gives way to a build or a load that has waited for it, which says so; what follows has nothing to say', async () => {
    const { folder, out } = builtTwice()
    const rows = join(folder, 'rows.csv')
    writeFileSync(rows, 'indicator,region,period,measure,value,unit\nsoftware_revenue,CN,2023,level,7,亿元\n')
    const waiting = [rollBack(out), build({ dataFolder: folder, out, inputs: '2' })] as const
    const [, built] = await Promise.all(waiting)
    expect(linesOf(built)).toEqual([expect.stringContaining(`退回的版本 ${built.undone?.id}`)])
    expect(built.undone?.id).not.toBe(built.snapshot)
    expect(linesOf(await build({ dataFolder: folder, out, inputs: '3' }))).toEqual([])
    await rollBack(out)
    expect(renderLoadReport(await load({ file: rows, dataFolder: folder, out }))).toContain('\n取代  ')
  })

  test('to what a build makes anyway is replaced by nothing', async () => {
    const { folder, out, again } = builtTwice()
    await rollBack(out)
    again(1)
    expect(linesOf(await build({ dataFolder: folder, out, inputs: '1' }))).toEqual([])
  })

  test('from a loaded database to a built one is of the inputs that built it', async () => {
    const folder = dataFolder(figures({ 'web-020': [revenue(1)] }))
    const out = join(folder, 'build', 'figures.duckdb')
    await build({ dataFolder: folder, out, inputs: '1' })
    const rows = join(folder, 'rows.csv')
    writeFileSync(rows, 'indicator,region,period,measure,value,unit\nsoftware_revenue,CN,2023,level,7,亿元\n')
    await load({ file: rows, dataFolder: folder, out })
    expect(await buildIfStale({ dataFolder: folder, out }, () => '2')).toEqual({ kept: 'load rows.csv' })
    await rollBack(out)
    expect(await buildIfStale({ dataFolder: folder, out }, () => '1')).toEqual({ kept: 'rollback 1' })
    expect(await buildIfStale({ dataFolder: folder, out }, () => '2')).toMatchObject({ out })
  })

  test('heals a broken file by the newest sound version', async () => {
    const { out, snapshots } = withAB()
    const [first] = snapshots
    truncateSync(out, 5000)
    await rollBack(out)
    expect((await read(out)).snapshot.id).toBe(first.id)
  })

  test('passes over a kept version that is broken, and says so', async () => {
    const { out, snapshots } = withAB()
    const [first, second] = snapshots as [Snapshot, Snapshot]
    const third = await publishContent(out, c)
    truncateSync(versionFile(out, second.id), 5000)
    expect(await rollBack(out)).toMatch(
      new RegExp(`^略过保留的版本 ${second.id}：不能用（.*）\n已退回 ${first.id}`),
    )
    await expect(rollBack(out, second.id)).rejects.toThrow(`保留的版本 ${second.id} 不能用`)
    expect((await read(out)).versions.map(({ id }) => id)).toEqual([first.id, second.id, third.id, first.id])
  })

  test('to what is not kept says what is, and changes nothing', async () => {
    const out = ownPlace()
    await expect(rollBack(out)).rejects.toThrow(`${out} 没有保留的版本；请先运行`)
    const { id } = await publishContent(out, a)
    const before = readFileSync(out)
    const list = /保留的版本：\n {2}[0-9a-f]{16} {2}\d{4}-\S+Z {2}2 个数值 {2}当前$/
    expect(await listVersions(out)).toMatch(list)
    await expect(rollBack(out)).rejects.toThrow(list)
    await expect(rollBack(out, id)).rejects.toThrow(`当前就是 ${id}，不必退回`)
    await expect(rollBack(out, '0123456789abcdef')).rejects.toThrow('没有保留版本 0123456789abcdef')
    expect(readFileSync(out).equals(before)).toBe(true)
    expect(existsSync(versionFile(out, id))).toBe(true)
  })
})
