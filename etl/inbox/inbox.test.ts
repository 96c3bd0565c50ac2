import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { sourceColumns } from '#data/model/source.ts'
import { openStore } from '#data/store/open-store.ts'
import { inboxFile, inboxNumber, observation, source } from '#data/store/schema.ts'
import { askInbox as ask, buildFrom, folderWith, inboxOf } from '../../tests/support/inbox-of.ts'

const release = `2024年上半年软件业经济运行情况

来源：工业和信息化部  日期：2024-07-31

上半年，我国软件业务收入62350亿元，同比增长11.5%。

软件业利润总额7313亿元，同比增长15.1%。
`
/** Of no year, and nothing in it tells which. */
const undated = `软件业运行简况

1—4月，软件业务收入38027亿元，同比增长11.6%。
`

describe('a document in data/inbox', () => {
  test('is read by the next build, and the database holds the sentence and the place of each number', async () => {
    const { out, inbox: report } = await buildFrom(folderWith({ 'release.txt': release }))
    const store = await openStore(out)
    const rows = await store.db
      .select()
      .from(observation)
      .where(eq(observation.measure, 'level'))
      .orderBy(observation.indicator)
    const [article] = (await store.db.select().from(source)).filter(({ id }) => id.startsWith('doc-'))
    const [file] = await store.db.select().from(inboxFile)
    await store.close()
    expect(article).toMatchObject({ title: '2024年上半年软件业经济运行情况', published: '2024-07-31' })
    expect(article?.id).toBe(`${report.files[0]?.document}-01`)
    expect(rows).toMatchObject([
      {
        indicator: 'software_profit',
        period: '2024-01/2024-06',
        printed_value: '7313',
        line: 7,
        trust: 'quote',
      },
      {
        indicator: 'software_revenue',
        period: '2024-01/2024-06',
        printed_value: '62350',
        line: 5,
        trust: 'quote',
      },
    ])
    for (const { quote, printed_value } of rows) expect(quote).toContain(printed_value)
    expect(file).toMatchObject({ file: 'release.txt', state: 'read', published: 4, waiting: 0, refused: 0 })
  })

  test('names its issuers as the catalogue does, and one the catalogue does not know as it is', async () => {
    const folder = folderWith({
      'release.txt': release.replace('来源：工业和信息化部', '来源：工信部、国家发改委'),
      'other.txt': release.replace('工业和信息化部', '某某协会'),
    })
    const { out } = await buildFrom(folder)
    const store = await openStore(out)
    const articles = [...store.catalog.sources.values()].filter(({ id }) => id.startsWith('doc-'))
    const issuers = articles.map((each) => each.issuers.join(';')).sort()
    expect(issuers).toEqual(['工业和信息化部;国家发展和改革委员会', '某某协会'])
    expect(store.catalog.issuers.get('某某协会')?.name).toEqual({ zh: '某某协会', en: '某某协会' })
    await store.close()
  })

  test('keeps its id when it is renamed, moved, or given a sidecar', async () => {
    const folder = folderWith({ 'release.txt': release })
    const before = (await inboxOf(folder)).files[0]?.document
    mkdirSync(join(folder, 'inbox', '2024'))
    renameSync(join(folder, 'inbox', 'release.txt'), join(folder, 'inbox', '2024', '软件业.txt'))
    writeFileSync(join(folder, 'inbox', '2024', '软件业.txt.json'), '{"issuer": "工信部"}')
    expect((await inboxOf(folder)).files).toMatchObject([{ file: '2024/软件业.txt', document: before }])
  })
})

describe('the account of files', () => {
  test('names every file, in subfolders and behind links too; a bad one stops nothing', async () => {
    const folder = folderWith({
      'release.txt': release,
      'sub/again.md': undated,
      'sub/copy.txt': release,
      'empty.txt': '',
      '~$报告.docx': 'lock',
      'broken.json.txt': undated.replace('38027', '38028'),
      'broken.json.txt.json': '{"date": "yesterday"}',
    })
    symlinkSync(join(folder, 'nowhere'), join(folder, 'inbox', 'link.txt'))
    symlinkSync(join(folder, 'inbox'), join(folder, 'inbox', 'sub', 'loop'))
    const { files, values } = await inboxOf(folder)
    expect(files.map(({ file, state }) => [file, state])).toEqual([
      ['broken.json.txt', 'unreadable'],
      ['empty.txt', 'unreadable'],
      ['link.txt', 'unreadable'],
      ['release.txt', 'read'],
      ['sub/again.md', 'read'],
      ['sub/copy.txt', 'same'],
      ['~$报告.docx', 'unreadable'],
    ])
    for (const { state, reason } of files.filter((each) => each.state !== 'read'))
      expect([state, reason.zh]).not.toContain('')
    expect(values).toContain('62350')
  })
})

test('a file with the content of one that could not be read is read itself', async () => {
  const folder = folderWith({ 'a.txt': release, 'a.txt.json': '{"date": "yesterday"}', 'b.txt': release })
  const { files, values } = await inboxOf(folder)
  expect(files.map(({ file, state }) => [file, state])).toEqual([
    ['a.txt', 'unreadable'],
    ['b.txt', 'read'],
  ])
  expect(values).toContain('62350')
})

test('what Office leaves beside an open document is no document, however large', async () => {
  const { files } = await inboxOf(folderWith({ '~$报告.docx': 'x'.repeat(5000), '~$甲.txt': release }))
  expect(files.map(({ state, reason }) => [state, reason.zh])).toEqual([
    ['unreadable', '这是 Office 打开文件时的临时文件，不是文档'],
    ['unreadable', '这是 Office 打开文件时的临时文件，不是文档'],
  ])
})

describe('the account of numbers', () => {
  test('closes: published, waiting, refused and outside the catalogue are all that were found', async () => {
    const text = `${release}\n本省5G基站达12万个，人工智能企业达386家，预计两位数增长。\n`
    const { out, inbox: report } = await buildFrom(folderWith({ 'a.txt': text, 'b.txt': undated }))
    const store = await openStore(out)
    const published = await store.db.select().from(observation)
    const held = await store.db.select().from(inboxNumber)
    await store.close()
    const counts = report.files.map((file) => file.counts)
    const sum = (fate: keyof (typeof counts)[number]) => counts.reduce((all, each) => all + each[fate], 0)
    expect(sum('published')).toBe(published.length)
    for (const fate of ['waiting', 'refused', 'no-indicator'] as const)
      expect(sum(fate)).toBe(held.filter((each) => each.fate === fate).length)
    expect([published.length, held.length]).toEqual([4, 5])
  })
})

describe('a text without a year', () => {
  test('waits and asks its one question; a date in a sidecar answers it', async () => {
    const folder = folderWith({ 'a.txt': undated })
    const before = await inboxOf(folder)
    expect(before.held.map(({ because, value }) => [because, value])).toEqual([
      ['lacks-date', '38027'],
      ['lacks-date', '11.6'],
    ])
    expect(before.files[0]?.question.zh).toMatch(/^这份文件是哪一天发布的？2 个数字在等：--date/)
    writeFileSync(join(folder, 'inbox', 'a.txt.json'), '{"date": "2024-05-30"}')
    const after = await inboxOf(folder)
    expect(after.values).toEqual(['11.6', '38027'])
    expect(after.files[0]?.facts.date).toMatchObject({ value: '2024-05-30', origin: 'sidecar' })
  })

  test.each([
    ['2024-05-30-软件业.txt', 'date', '2024-05-30'],
    ['软件业20240530.txt', 'date', '2024-05-30'],
    ['2024年5月软件业.txt', 'year', '2024'],
  ] as const)('takes it from the name of its file: %s', async (name, fact, value) => {
    const { values, files } = await inboxOf(folderWith({ [name]: undated }))
    expect(values).toEqual(['11.6', '38027'])
    expect(files[0]?.facts[fact]).toMatchObject({ value, origin: 'name' })
  })

  test('takes it from the base years of its comparisons', async () => {
    const text = '通信业简况\n\n截至4月末，5G基站总数达374.8万个，比2023年末净增37.1万个。\n'
    const { files, published } = await inboxOf(folderWith({ 'a.txt': text }))
    expect(files[0]?.facts.year).toMatchObject({ value: '2024', origin: 'bases' })
    expect(published.map(({ printedValue, period }) => [printedValue, period.end])).toContainEqual([
      '374.8',
      2024 * 12 + 3,
    ])
  })

  test('takes it from agreement with published figures, where several agree and none of another year does', async () => {
    const known = (year: number, values: readonly [string, string, string]) =>
      ['software_revenue', 'software_profit', 'software_product_revenue'].map(
        (code, at) => `${code},CN,${year}-01/${year}-04,level,${values[at]},亿元,,,actual,`,
      )
    const text =
      '软件业简况\n\n1—4月，软件业务收入38027亿元，利润总额4314亿元。软件产品收入8922亿元，信息安全收入538亿元。\n'
    const curated = [...known(2023, ['33172', '3774', '8149']), ...known(2024, ['38027', '4314', '8922'])]
    const { files, values } = await inboxOf(folderWith({ 'a.txt': text }, curated))
    expect(files[0]?.facts.year).toMatchObject({ value: '2024', origin: 'agreement' })
    expect(values).toContain('538')
    const contradicted = await inboxOf(folderWith({ 'a.txt': text.replace('8922', '9999') }, curated))
    expect(contradicted.files[0]?.facts.year).toBeUndefined()
  })

  test('is not dated by 目前, by 自…年以来 or by the day its page was printed', async () => {
    const text = `通信业简况

自2014年以来，网络建设加快。目前，电信业务收入平稳。1—4月，电信业务收入5960亿元。

打印日期：2026-11-28
© 2009-2026 某网
`
    const { held, values } = await inboxOf(folderWith({ 'a.txt': text }))
    expect(values).toEqual([])
    expect(held.map(({ because }) => because)).toEqual(['lacks-date'])
  })
})

describe('a number that disagrees with what is published', () => {
  const curated = ['software_revenue,CN,2024-01/2024-06,level,62350,亿元,,,actual,']
  const misread = release.replace('62350', '6235062350')

  test('waits for a person and blocks no other', async () => {
    const { held, values, files } = await inboxOf(folderWith({ 'a.txt': misread }, curated))
    expect(held).toMatchObject([{ fate: 'waiting', because: 'contradicts-known', value: '6235062350' }])
    expect(held[0]?.detail).toContain('62350亿元')
    expect(values).toEqual(['11.5', '15.1', '7313'])
    expect(files[0]).toMatchObject({
      grade: 'fair',
      question: {
        zh: expect.stringMatching(/^1 个数字存疑/),
        en: expect.stringMatching(/^1 number in doubt/),
      },
    })
  })

  test('is published once it is accepted, and waits again when the line is deleted', async () => {
    const folder = folderWith({ 'a.txt': misread }, curated)
    expect(await ask(folder, { accept: ['a.txt:5'] })).toMatch(/^采信 a\.txt 的 1 个数字\n/)
    const accepted = await inboxOf(folder)
    expect(accepted.values).toContain('6235062350')
    rmSync(join(folder, 'review', `${accepted.files[0]?.document}.csv`))
    expect((await inboxOf(folder)).values).not.toContain('6235062350')
  })

  test('is refused with that reason once it is rejected', async () => {
    const folder = folderWith({ 'a.txt': misread }, curated)
    await ask(folder, { reject: ['a.txt:5'] })
    const { held, files } = await inboxOf(folder)
    expect(held).toMatchObject([{ fate: 'refused', because: 'rejected', value: '6235062350' }])
    expect(files[0]?.question.zh).toBe('')
  })

  test('is what a person makes of it', async () => {
    const folder = folderWith({ 'a.txt': misread }, curated)
    const [held] = (await inboxOf(folder)).held
    mkdirSync(join(folder, 'review'))
    writeFileSync(
      join(folder, 'review', `${held?.document}.csv`),
      `action,fact,line,column,indicator,region,period,measure,value,unit,compared_to,of,status,qualifier,reason
mend,,${held?.line},${held?.column},software_revenue,CN,2024-01/2024-06,level,62350,亿元,,,actual,,重复录入
`,
    )
    const { values, published } = await inboxOf(folder)
    expect(values).toContain('62350')
    expect(published.find(({ printedValue }) => printedValue === '62350')?.correction).toBe('重复录入')
  })

  test('keeps its decisions when the file is renamed; one whose number is gone is listed, never dropped', async () => {
    const folder = folderWith({ 'a.txt': misread }, curated)
    await ask(folder, { accept: ['a.txt:5'] })
    const { files } = await inboxOf(folder)
    const decided = join(folder, 'review', `${files[0]?.document}.csv`)
    renameSync(join(folder, 'inbox', 'a.txt'), join(folder, 'inbox', 'b.txt'))
    expect((await inboxOf(folder)).values).toContain('6235062350')
    writeFileSync(decided, readFileSync(decided, 'utf8').replace(',5,', ',99,'))
    const gone = await inboxOf(folder)
    expect(gone.stale).toEqual([
      expect.stringMatching(/:2 accept 6235062350亿元：b\.txt 第 99 行第 \d+ 列处已没有数字/),
    ])
    expect(gone.held).toMatchObject([{ because: 'contradicts-known' }])
  })

  test.each([
    ['accept,date,5,1', /action|没有|列/],
    ['approve,,5,1,,,,,,,,,,', /:2 action 是「approve」，应为 accept、mend、reject、fact 之一/],
    ['fact,weather,,,,,,,sunny,,,,,', /:2 fact 是「weather」，应为 date、year/],
    ['accept,,first,1,,,,,,,,,,', /:2 line、column 应为数字/],
  ])('a line %s that decides nothing is answered with its place', async (line, message) => {
    const folder = folderWith({ 'a.txt': misread }, curated)
    mkdirSync(join(folder, 'review'))
    writeFileSync(
      join(folder, 'review', 'doc-1.csv'),
      `action,fact,line,column,indicator,region,period,measure,value,unit,compared_to,of,status,qualifier\n${line}\n`,
    )
    await expect(buildFrom(folder)).rejects.toThrow(message)
  })
})

test('facts that a person knows are written for the document and answer its question', async () => {
  const text = '某省软件业简况\n\n1—4月，全省软件业务收入387亿元，同比增长11.6%。\n'
  const folder = folderWith({ 'a.txt': text })
  expect((await inboxOf(folder)).values).toEqual([])
  await ask(folder, { file: 'a.txt', facts: { date: '2024-05-30', region: '贵州' } })
  const { published } = await inboxOf(folder)
  expect(published.map(({ region, printedValue }) => [region, printedValue])).toEqual([
    ['520000', '387'],
    ['520000', '11.6'],
  ])
})

test('a figure of a document with more digits does not outrank statements that agree and exclude it', async () => {
  const folder = folderWith({}, [])
  const columns = 'indicator,region,period,measure,value,unit,compared_to,of,status,qualifier'
  const row = (value: string, unit: string) => `software_revenue,CN,2024,level,${value},${unit},,,actual,`
  const figures = { one: row('13.7', '万亿元'), two: row('13.73', '万亿元'), three: row('139276.12', '亿元') }
  for (const [id, figure] of Object.entries(figures))
    writeFileSync(join(folder, 'observations', `${id}.csv`), `${columns}\n${figure}\n`)
  const lines = Object.keys(figures).map((id) => [
    id,
    '工业和信息化部',
    '',
    id,
    '',
    '2025-01-31',
    'reprint',
    '',
    'repost',
    'express',
  ])
  writeFileSync(join(folder, 'catalog', 'sources', 'own.csv'), stringify([sourceColumns, ...lines]))
  const { observations } = await buildFrom(folder)
  expect(observations.find(({ rank }) => rank === 1)?.source).toBe('two')
})

test('asked about one file, by its name or where it lies, tells of that one alone', async () => {
  const folder = folderWith({ 'a.txt': release, 'b.txt': undated, 'empty.docx': '' })
  const told = await ask(folder, { file: 'data/inbox/b.txt' })
  expect(told).toMatch(/^b\.txt {2}doc-/)
  expect(told).toContain('问：')
  expect(told).not.toContain('a.txt')
  expect(await ask(folder, { file: 'empty.docx' })).toContain('empty.docx  未能读取：文件为空')
  await expect(ask(folder, { file: 'c.txt' })).rejects.toThrow('收件箱中没有文件 c.txt')
})
