import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FateCounts, type FileState, fateCodes, fates } from '#data/model/inbox.ts'
import { observationColumns } from '#data/model/observation.ts'
import { openStore } from '#data/store/open-store.ts'
import { inboxFile, inboxNumber, observation } from '#data/store/schema.ts'
import type { Answer } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import type { Told } from './support/marked-text.ts'
import { type Laid, mixedFolder, readable } from './support/mixed-folder.ts'
import { ownProject } from './support/own-project.ts'
import type { Ended } from './support/run-etl.ts'

const project = ownProject(afterAll)

/** Of a figure that is published otherwise: one a person has accepted, one rejected, one is left to wait. */
const disputed = ['{1372761}', '{1372762!}', '{1372763?}'].map((number, at) =>
  readable(`决定/${at + 1}.txt`, `2024年，我国软件业务收入${number}亿元。`),
)

/** Behind links, out of the inbox. */
const linked = Object.entries({
  'linked.txt': '2024年末，我国移动电话用户{17.9}亿户。',
  'linked/a.txt': '2024年末，我国固定互联网宽带接入用户{6.7}亿户。',
}).map(([file, text]) => readable(file, text))

/** Links that lead to no document. */
const lost = {
  '断.txt': ['nowhere', '无法读取文件（ENOENT），请检查路径'],
  '自.txt': ['自.txt', '无法读取文件（ELOOP），请检查路径'],
  '设备.txt': ['/dev/null', '不是文件，或无权打开'],
} as const

const unread = Object.entries(lost).map(
  ([file, [, reason]]): Omit<Laid, 'bytes'> => ({ file, state: 'unreadable', reason, told: [] }),
)

/** As large as a document may be. */
const large = '百兆.txt'

const laid = [...(await mixedFolder()), ...disputed, ...linked, ...unread]

const lay = ({ file, bytes, sidecar }: Laid) => {
  project.write(`data/inbox/${file}`, bytes)
  if (sidecar) project.write(`data/inbox/${file}.json`, sidecar)
}

const inboxPath = (file: string) => join(project.root, 'data/inbox', file)

let built: Ended

beforeAll(async () => {
  project.write(
    'data/observations/web-020.csv',
    `${observationColumns.join(',')}\nsoftware_revenue,CN,2024,level,137276,亿元,,,actual,\n`,
  )
  for (const each of disputed) lay(each)
  const decided = await project.etl('inbox', '--accept', '决定/1.txt', '--reject', '决定/2.txt')
  expect(decided).toMatchObject({ code: 0, stderr: '' })
  for (const each of await mixedFolder()) lay(each)
  project.write(`data/inbox/${large}`, Buffer.alloc(100 * 1024 * 1024, '软件业务收入\n'))
  for (const { file, bytes } of linked) project.write(`outside/${file}`, bytes)
  for (const name of ['linked.txt', 'linked'])
    symlinkSync(join(project.root, 'outside', name), inboxPath(name))
  symlinkSync(inboxPath(''), inboxPath('tables/loop'))
  for (const [file, [target]] of Object.entries(lost)) symlinkSync(target, inboxPath(file))
  built = await project.etl('build')
})

/** How often each fate must come about, by what the test itself has written. */
const countOf = (told: readonly Told[]): FateCounts =>
  Object.fromEntries(
    fateCodes.map((fate) => [fate, told.filter((each) => each.startsWith(`${fate} `)).length]),
  ) as FateCounts

const sumOf = (counts: FateCounts) => fateCodes.reduce((sum, fate) => sum + counts[fate], 0)
const sayCounts = (counts: FateCounts) =>
  `${fateCodes.map((fate) => `${fates[fate].zh} ${counts[fate]}`).join(' + ')} = ${sumOf(counts)} 个数字`

const filesOf = (state: FileState) => laid.filter((each) => each.state === state)
const numberOf = (state: FileState) => filesOf(state).length
const sayFiles = `已读 ${numberOf('read')} + 内容相同 ${numberOf('same')} + 未能读取 ${numberOf('unreadable') + 1} = ${laid.length + 1} 个文件`
const all = countOf(laid.flatMap(({ told }) => told))

const inAnswer = ({ 'no-indicator': noIndicator, ...counts }: FateCounts) => ({ ...counts, noIndicator })
const countsOf = ({
  published,
  waiting,
  refused,
  no_indicator,
}: typeof inboxFile.$inferSelect): FateCounts => ({
  published,
  waiting,
  refused,
  'no-indicator': no_indicator,
})
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

test('a build of a folder as people leave it ends well and prints both accounts', () => {
  const { code, stdout, stderr } = built
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain(`收件  ${sayFiles}\n`)
  expect(stdout).toContain(`      ${sayCounts(all)}（`)
  for (const { file, reason } of filesOf('unreadable')) expect(stdout).toContain(`      ${file}：${reason}\n`)
  expect(stdout).toMatch(/ {6}百兆\.txt：有 \d+ 个段落、单元格或标记，本机内存只够读 \d+ 个，请拆分后再读\n/)
})

/** The tables of the database, the numbers of a file by what became of them. */
async function published() {
  const store = await openStore(project.database)
  const [files, held, rows] = await Promise.all([
    store.db.select().from(inboxFile),
    store.db.select().from(inboxNumber),
    store.db.select().from(observation),
  ])
  await store.close()
  const toldOf = (document: string): Told[] => [
    ...rows
      .filter(({ source }) => source.startsWith(`${document}-`))
      .map((row): Told => `published ${row.printed_value}`),
    ...held.filter((each) => each.document === document).map(({ fate, value }): Told => `${fate} ${value}`),
  ]
  return { files, held, rows, toldOf }
}

describe('the tables hold', () => {
  test('every file once, with its reason where it is not read', async () => {
    const { files } = await published()
    const found = files
      .filter(({ file }) => file !== large)
      .map(({ file, state, reason }) => [file, state, reason.zh])
    expect(found.sort()).toEqual(laid.map(({ file, state, reason }) => [file, state, reason]).sort())
    expect(files.length).toBe(laid.length + 1)
  })

  test('reasons and questions in English too, no word of Chinese in them', async () => {
    const { files } = await published()
    const said = files
      .filter(({ state }) => state !== 'same')
      .flatMap(({ reason, question }) => [reason, question])
      .filter(({ zh }) => zh !== '')
    expect(said.length).toBeGreaterThan(filesOf('unreadable').length)
    for (const { zh, en } of said)
      expect([zh, en.replace('孤.docx', '')]).toEqual([zh, expect.stringMatching(/^[^\u3000-\u9fff]+$/)])
  })

  test('of each file every number, and what became of it', async () => {
    const { files, toldOf } = await published()
    const told = files
      .filter(({ document }) => document !== '')
      .map(({ file, document }) => [file, toldOf(document).sort()])
    const expected = filesOf('read').map(({ file, told }) => [file, [...told].sort()])
    expect(told.sort()).toEqual(expected.sort())
  })

  test('counts that are those of the numbers, of each file and together', async () => {
    const { files, held, rows } = await published()
    for (const { file, told } of laid) {
      const row = files.find((each) => each.file === file)
      expect([file, row && countsOf(row)]).toEqual([file, countOf(told)])
    }
    const curated = rows.filter(({ source }) => !source.startsWith('doc-'))
    expect([rows.length - curated.length, held.length]).toEqual([all.published, sumOf(all) - all.published])
  })

  test('for every number that is not published a reason in words', async () => {
    const { held } = await published()
    for (const { because, said } of held)
      expect([because, said]).toEqual([because, expect.stringMatching(/[\u4e00-\u9fff]/)])
  })
})

test('/api/v1/inbox answers the same', async () => {
  const current = await openCurrentStore(project.database)
  const app = createApp({ current, pagesFolder: 'none' })
  const ask = async (path: string) => (await (await app.request(`/api/v1${path}`)).json()) as Answer<'inbox'>
  const { files, counts } = await ask('/inbox')
  const byFile = new Map(files.map((each) => [each.file, each]))
  for (const { file, state, told } of laid) {
    const answered = byFile.get(file)
    expect([file, answered?.state, answered?.counts]).toEqual([file, state, inAnswer(countOf(told))])
    if (!answered?.document) continue
    const { numbers } = await ask(`/inbox?document=${answered.document}`)
    const held = told.filter((each) => !each.startsWith('published '))
    expect(numbers.map(({ fate, value }) => `${fate} ${value}`).sort()).toEqual([...held].sort())
  }
  expect(counts).toEqual(inAnswer(all))
  await current.close()
})

test('the command inbox prints every file with its account, then both sums', async () => {
  const { code, stdout, stderr } = await project.etl('inbox')
  expect([code, stderr]).toEqual([0, ''])
  for (const { file, state, reason, told } of laid) {
    const said = {
      read: () =>
        new RegExp(
          `^${literal(file)}  doc-[0-9a-f]{12}  .*\n      ${literal(sayCounts(countOf(told)))}$`,
          'm',
        ),
      same: () => new RegExp(`^${literal(file)}  与 ${literal(reason)} 内容相同，只读一次$`, 'm'),
      unreadable: () => new RegExp(`^${literal(file)}  未能读取：${literal(reason)}$`, 'm'),
    }[state]()
    expect(stdout).toMatch(said)
  }
  expect(stdout.endsWith(`合计  ${sayFiles}\n      ${sayCounts(all)}\n`)).toBe(true)
})
