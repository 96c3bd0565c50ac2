import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../tests/support/inbox-of.ts'
import { hashInputs } from '../hash-inputs.ts'
import type { NumberAnswer } from './answers.ts'
import { openDesk } from './desk.ts'

const curated = [
  'software_revenue,CN,2024-01/2024-04,level,38027,亿元,,,actual,',
  'software_revenue,CN,2023-01/2023-04,level,34075,亿元,,,actual,',
  'it_service_revenue,CN,2024-01/2024-04,level,25058,亿元,,,actual,',
  'it_service_revenue,CN,2024-Q1,level,18502,亿元,,,actual,',
  'embedded_software_revenue,CN,2024-01/2024-04,level,3275,亿元,,,actual,',
]

const release = `2024年1—4月软件业运行情况

来源：工业和信息化部  日期：2024-05-30

1—4月，全国软件业务收入38027亿元，同比增长11.6%。

信息技术服务收入25058万元。嵌入式系统软件收入23275亿元。截至4月末，全国低空通信站点达3.2万个。
`

function deskOver(documents: Readonly<Record<string, string>>, rows: readonly string[] = curated) {
  const folder = folderWith(documents, rows)
  const out = join(folder, 'build', 'own.duckdb')
  const desk = openDesk({ dataFolder: folder, out, inputs: () => hashInputs([folder]) })
  const open = async () => {
    const { files } = await desk.files()
    const id = files[0]?.document ?? ''
    return { id, answer: await desk.document(id) }
  }
  const numberOf = (numbers: readonly NumberAnswer[], value: string) => {
    const number = numbers.find((each) => each.value === value)
    if (!number) throw new Error(`no number ${value}`)
    return number
  }
  const review = (id: string) => join(folder, 'review', `${id}.csv`)
  return { folder, out, desk, open, numberOf, linesOf: (id: string) => linesIn(review(id)), review }
}

const linesIn = (file: string) =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(1) : []

describe('a document on the desk', () => {
  test('has every number at its place, with what became of it, and why', async () => {
    const { open } = deskOver({ 'a.txt': release })
    const { answer } = await open()
    expect(answer.numbers.map(({ value, fate, because }) => [value, fate, because])).toEqual([
      ['38027', 'published', ''],
      ['11.6', 'published', ''],
      ['25058', 'waiting', 'contradicts-known'],
      ['23275', 'waiting', 'contradicts-known'],
      ['3.2', 'no-indicator', 'unknown-subject'],
    ])
    const pieces = answer.articles.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [] : block.pieces)),
    )
    const marked = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]))
    expect(marked.map(({ text }) => text)).toEqual([
      '38027亿元',
      '11.6%',
      '25058万元',
      '23275亿元',
      '3.2万个',
    ])
    expect(marked.map(({ place }) => place)).toEqual(answer.numbers.map(({ place }) => place))
    expect(answer.numbers.at(-1)?.candidate).toBe('低空通信站点')
  })

  test('says of each field where it is from, and what it may be instead', async () => {
    const { open, numberOf } = deskOver({ 'a.txt': release })
    const { answer } = await open()
    const fields = numberOf(answer.numbers, '25058').rows[0]?.fields
    expect(fields?.indicator.origin).toBe('stated')
    expect(fields?.period.origin).toBe('carried')
    expect(fields?.of.origin).toBe('usual')
    expect(fields?.unit.alternatives[0]).toBe('亿元')
    expect(fields?.period.alternatives).toContain('2024-04')
  })

  test('marks the cells of a table, and numbers of a wrapped paragraph', async () => {
    const table =
      '# 表\n\n日期：2024-05-30\n\n| 指标 | 2024年1—4月（亿元） |\n| --- | --- |\n| 软件业务收入 | 38027 |\n'
    const wrapped =
      '简况\n\n日期：2024-05-30\n\n2024年1—4月，全国软件业务\n收入38027亿元，同比\n增长11.6%。\n'
    for (const [name, text] of [
      ['a.md', table],
      ['a.txt', wrapped],
    ] as const) {
      const { answer } = await deskOver({ [name]: text }).open()
      const marks = JSON.stringify(answer.articles).match(/"place":"[\d:]+","text":"[^"]+"/g)
      expect(marks?.length).toBe(answer.numbers.length)
      expect(marks?.join()).toContain('38027')
    }
  })
})

describe('decisions', () => {
  test('are lines of data/review, shown at their number, and gone when they are taken back', async () => {
    const { desk, open, numberOf, linesOf } = deskOver({ 'a.txt': release })
    const { id, answer } = await open()
    const [right, wrong] = [numberOf(answer.numbers, '25058'), numberOf(answer.numbers, '23275')]
    await desk.decide({ document: id, places: [right.place], action: 'accept' })
    await desk.decide({ document: id, places: [wrong.place], action: 'reject', reason: '多印一位' })
    expect(linesOf(id)).toEqual([
      `accept,,7,9,it_service_revenue,CN,2024-01/2024-04,level,25058,万元,,,actual,,信息技术服务收入25058万元,`,
      'reject,,7,26,,,,,,,,,,,嵌入式系统软件收入23275亿元,多印一位',
    ])
    const after = (await open()).answer.numbers
    expect(numberOf(after, '25058').decision?.action).toBe('accept')
    expect(numberOf(after, '23275').decision).toMatchObject({ action: 'reject', reason: '多印一位' })
    await desk.undo({ document: id, places: [right.place, wrong.place] })
    expect(linesOf(id)).toEqual([])
    expect((await open()).answer).toEqual(answer)
  })

  test('on one number replace each other', async () => {
    const { desk, open, numberOf, linesOf } = deskOver({ 'a.txt': release })
    const { id, answer } = await open()
    const { place } = numberOf(answer.numbers, '25058')
    await desk.decide({ document: id, places: [place], action: 'accept' })
    await desk.decide({ document: id, places: [place], action: 'reject' })
    expect(linesOf(id).map((line) => line.split(',')[0])).toEqual(['reject'])
  })

  test('are refused for a number that is not there, and a mended row that could not be published', async () => {
    const { desk, open, numberOf, linesOf } = deskOver({ 'a.txt': release })
    const { id, answer } = await open()
    const { place, rows } = numberOf(answer.numbers, '25058')
    const row = rows[0]?.row
    if (!row) throw new Error('no row')
    const decide = (at: string, unit: string) =>
      desk.decide({ document: id, places: [at], action: 'mend', rows: [{ ...row, unit }] })
    await expect(decide('1:1', '亿元')).rejects.toThrow('1:1 没有可以改正的数字')
    await expect(decide(place, '万户')).rejects.toThrow('单位与指标或度量不符：万户')
    await expect(desk.decide({ document: id, places: ['5:13'], action: 'accept' })).rejects.toThrow(
      '没有可以采信',
    )
    await expect(desk.undo({ document: 'doc-000000000000', places: [place] })).rejects.toThrow(
      '收件箱中没有文件',
    )
    expect(linesOf(id)).toEqual([])
  })
})

test('what waits has its support: growth that leads from last year’s figure to it', async () => {
  const rows = curated.filter((row) => !row.includes('2024-01/2024-04,level,38027'))
  const jump = release.replace('38027亿元，同比增长11.6%', '68150亿元，同比增长100.0%')
  const { open, numberOf } = deskOver({ 'a.txt': jump }, rows)
  const number = numberOf((await open()).answer.numbers, '68150')
  expect(number.because).toBe('off-course')
  expect(number.agrees).toMatch(/与同文增速 100.0% 和上年同期 2023年1—4月 34075亿元/)
})

test('a fact that is missing is asked with what speaks for each answer; the answer lets its numbers go on', async () => {
  const undated = '软件业简况\n\n1—4月，全国软件业务收入38027亿元，同比增长11.6%。\n'
  const { desk, open, linesOf } = deskOver({ 'a.txt': undated })
  const { id, answer } = await open()
  expect(answer.questions).toMatchObject([{ name: 'date', waiting: 2, proposals: [{ value: '2024' }] }])
  expect(answer.questions[0]?.proposals[0]?.evidence).toContain('2024年1—4月 38027亿元')
  await desk.answerFact({ document: id, name: 'date', value: '2024' })
  const told = (await open()).answer
  expect(told.questions).toEqual([])
  expect(told.facts).toMatchObject([{ name: 'year', value: '2024', origin: 'review' }])
  expect(told.numbers.map(({ fate }) => fate)).toEqual(['published', 'published'])
  await expect(desk.answerFact({ document: id, name: 'date', value: '昨天' })).rejects.toThrow('应写作')
  await desk.answerFact({ document: id, name: 'date', value: '' })
  expect(linesOf(id)).toEqual([])
  expect((await open()).answer).toEqual(answer)
})

describe('the place of an issuer', () => {
  const office = '甲乙数据事务中心'
  const placeless = '软件业简况\n\n2024-05-30\n\n2024年1—4月，全省软件业务收入3802亿元。\n'
  const second = placeless.replace('1—4月', '1—5月').replace('3802', '4802')
  const remembering = { issuer: office, place: '520000' }

  function answering(documents: Readonly<Record<string, string>> = { 'a.txt': placeless }) {
    const { desk, folder } = deskOver(documents)
    const file = join(folder, 'catalog', 'issuers.json')
    const openFile = async (name: string) => {
      const { files } = await desk.files()
      return desk.document(files.find((each) => each.file === name)?.document ?? '')
    }
    const answer = async (name: string, facts: { readonly issuer?: string; readonly place?: string }) => {
      const { id: document } = await openFile(name)
      for (const [fact, value] of Object.entries(facts))
        await desk.answerFact({ document, name: fact as 'issuer' | 'place', value })
      return openFile(name)
    }
    return { desk, answer, openFile, text: () => readFileSync(file, 'utf8') }
  }

  test('is offered once both are answered, remembered for its next documents, and taken back to the byte', async () => {
    const { desk, answer, openFile, text } = answering({ 'a.txt': placeless, 'b.txt': second })
    const before = text()
    expect((await answer('a.txt', { place: '520000' })).offer).toBeUndefined()
    const { offer } = await answer('a.txt', { issuer: office })
    expect(offer).toEqual({ ...remembering, isMade: false })
    expect((await answer('b.txt', { issuer: office })).numbers[0]).toMatchObject({ because: 'lacks-place' })

    await desk.placeIssuer({ ...remembering, action: 'remember' })
    expect(JSON.parse(text()).at(-1)).toEqual({
      name: { zh: office, en: office },
      aliases: [],
      place: '520000',
    })
    expect((await openFile('a.txt')).offer?.isMade).toBe(true)
    expect((await openFile('b.txt')).numbers[0]?.rows[0]?.row.region).toBe('520000')

    await desk.placeIssuer({ ...remembering, action: 'takeBack' })
    expect(text()).toBe(before)
    expect((await openFile('a.txt')).offer?.isMade).toBe(false)
    expect((await openFile('b.txt')).numbers[0]).toMatchObject({ because: 'lacks-place' })
  })

  test('holds for a document that names its issuer itself', async () => {
    const signed = second.replace('2024-05-30', `来源：${office}  日期：2024-06-28`)
    const { desk, openFile } = answering({ 'b.txt': signed })
    expect((await openFile('b.txt')).numbers[0]).toMatchObject({ because: 'lacks-place' })
    await desk.placeIssuer({ ...remembering, action: 'remember' })
    expect((await openFile('b.txt')).numbers[0]?.rows[0]?.row.region).toBe('520000')
  })

  test('is written into the entry that lacks it, by whatever name the document has', async () => {
    const { desk, answer, text } = answering()
    const before = text()
    const { offer } = await answer('a.txt', { issuer: '多彩贵州网', place: '贵州' })
    expect(offer).toEqual({ issuer: '多彩贵州网', place: '520000', isMade: false })
    await desk.placeIssuer({ issuer: '多彩贵州网', place: '520000', action: 'remember' })
    const added = text()
      .split('\n')
      .filter((line, at) => line !== before.split('\n')[at])
    expect(added.slice(0, 2)).toEqual(['    "aliases": [],', '    "place": "520000"'])
    expect(JSON.parse(text()).length).toBe(JSON.parse(before).length)
  })

  test('is not offered where the catalogue knows it, nor where nobody is named', async () => {
    const { answer } = answering()
    expect((await answer('a.txt', { issuer: '工信部', place: '520000' })).offer).toBeUndefined()
    expect((await answer('a.txt', { issuer: '发布机构未注明' })).offer).toBeUndefined()
    expect((await answer('a.txt', { issuer: `${office}、${office}分部` })).offer).toBeUndefined()
  })

  test.each([
    ['a region that is none', { issuer: office, place: '999999' }, '地区 999999 不在目录中，没有保存'],
    [
      'an issuer of another place',
      { issuer: '工信部', place: '520000' },
      '目录中「工业和信息化部」已代表全国',
    ],
    ['several issuers', { issuer: '甲厅、乙厅', place: '520000' }, '「甲厅、乙厅」不是一个机构的名称'],
  ])('%s is refused and writes nothing', async (_, question, why) => {
    const { desk, text } = answering()
    const before = text()
    await expect(desk.placeIssuer({ ...question, action: 'remember' })).rejects.toThrow(why)
    await expect(desk.placeIssuer({ ...question, action: 'takeBack' })).rejects.toThrow('不能撤销')
    expect(text()).toBe(before)
  })

  test('is not taken back over what somebody has written since', async () => {
    const { desk, text } = answering()
    await desk.placeIssuer({ ...remembering, action: 'remember' })
    await desk.placeIssuer({ issuer: '乙丙数据事务中心', place: '440000', action: 'remember' })
    const before = text()
    await expect(desk.placeIssuer({ ...remembering, action: 'takeBack' })).rejects.toThrow('不能撤销')
    expect(text()).toBe(before)
  })
})

test('a row is looked at as it would be published, among the figures of its series', async () => {
  const { desk, open, numberOf } = deskOver({ 'a.txt': release })
  const { id, answer } = await open()
  const number = numberOf(answer.numbers, '25058')
  const row = number.rows[0]?.row
  if (!row) throw new Error('no row')
  const { place } = number
  const look = await desk.look({ document: id, place, row: { ...row, unit: '亿元' } })
  expect(look.warnings).toEqual([])
  expect(look.sentence).toBe('2024年1—4月份，我国信息技术服务收入达25058亿元。')
  expect(look.point).toMatchObject({ period: '2024年1—4月', value: 2505800000000 })
  expect(look.known.map(({ printed }) => printed)).toEqual(['25058亿元'])
  expect(await desk.look({ document: id, place, row: { ...row, period: '四月' } })).toMatchObject({
    problem: '时期无法识别：四月',
    column: 'period',
  })
})

test.each([
  [{ period: '2031-01/2031-04' }, '发布日期早于数据时期'],
  [{ value: '25085' }, '原文此处没有印着 25085'],
  [{ measure: 'yoy_pct', value: '25058', unit: '%' }, '增速 25058%'],
])('a mend that %j is warned of', async (mended, warning) => {
  const { desk, open, numberOf } = deskOver({ 'a.txt': release })
  const { id, answer } = await open()
  const { place, rows } = numberOf(answer.numbers, '25058')
  const row = rows[0]?.row
  if (!row) throw new Error('no row')
  const { warnings, problem } = await desk.look({
    document: id,
    place,
    row: { ...row, unit: '亿元', ...mended },
  })
  expect(problem).toBe('')
  expect(warnings.join()).toContain(warning)
})

test('a preview says what a build changes, the build does just that, and a change in between stops it', async () => {
  const { desk, open, numberOf, folder } = deskOver({ 'a.txt': release })
  const { id, answer } = await open()
  const first = await desk.preview()
  expect(first).toMatchObject({ counts: { new: 6, changed: 0, gone: 0 }, waiting: 2, stops: [] })
  await desk.publish(first.inputs)
  expect(await desk.preview()).toMatchObject({ counts: { new: 0, changed: 0, gone: 0 }, changes: [] })

  const number = numberOf(answer.numbers, '23275')
  const rows = number.rows.map(({ row }) => ({ ...row, period: '2023-01/2023-04' }))
  await desk.decide({ document: id, places: [number.place], action: 'mend', rows })
  const next = await desk.preview()
  expect(next.changes).toEqual([
    {
      kind: 'new',
      fact: '全国 嵌入式系统软件收入 2023年1—4月',
      before: '',
      after: '23275亿元',
      source: '2024年1—4月软件业运行情况',
    },
  ])
  writeFileSync(join(folder, 'inbox', 'b.txt'), release.replace('1—4月，', '今年1—4月，'))
  await expect(desk.publish(next.inputs)).rejects.toThrow('预览之后资料又有变化')
})

test('a phrase added to the catalogue makes its number readable', async () => {
  const { desk, open, numberOf } = deskOver({ 'a.txt': release })
  await desk.addToCatalog({
    kind: 'indicator',
    code: 'low_altitude_sites',
    zh: '低空通信站点',
    en: 'Low-altitude communication sites',
    topic: '5g',
    indicatorKind: 'stock',
    unit: 'count',
    counter: '个',
    aggregation: 'sum',
    definition: '',
  })
  const number = numberOf((await open()).answer.numbers, '3.2')
  expect([number.fate, number.rows[0]?.row.indicator]).toEqual(['published', 'low_altitude_sites'])
})

test('a decision whose number has gone is named, in the list and in the preview', async () => {
  const { desk, open, review } = deskOver({ 'a.txt': release })
  const { id } = await open()
  await desk.decide({ document: id, places: ['7:9'], action: 'reject' })
  writeFileSync(review(id), readFileSync(review(id), 'utf8').replace('reject,,7,9', 'reject,,7,99'))
  expect((await desk.files()).stale.join()).toContain('第 7 行第 99 列处已没有数字')
  expect((await desk.preview()).stale.join()).toContain('第 7 行第 99 列处已没有数字')
})
