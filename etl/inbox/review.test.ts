import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { askInbox, buildFrom, folderWith, inboxOf } from '../../tests/support/inbox-of.ts'
import { reviewColumns } from './review.ts'

const misread = `2024年上半年软件业经济运行情况
来源：工业和信息化部  日期：2024-07-31
上半年，我国软件业务收入6235062350亿元，同比增长11.5%。
`
const curated = ['software_revenue,CN,2024-01/2024-06,level,62350,亿元,,,actual,']

/** Of a province that only a person knows. */
const ours = '软件业简况\n\n2024年1—4月，全省软件业务收入387亿元。\n'

/** A fact of the only document, as a person writes it by hand. */
async function withFact(text: string, fact: string, value: string) {
  const folder = folderWith({ 'a.txt': text })
  const [file] = (await inboxOf(folder)).files
  const row = { action: 'fact', fact, value } as Readonly<Record<string, string>>
  const lines = [reviewColumns.join(','), reviewColumns.map((column) => row[column] ?? '').join(',')]
  mkdirSync(join(folder, 'review'))
  writeFileSync(join(folder, 'review', `${file?.document}.csv`), `${lines.join('\n')}\n`)
  return folder
}

describe('decisions given together', () => {
  test.each([
    ['one names nothing', { accept: ['a.txt:3'], reject: ['b.txt:3'] }, /没有读出的文件 b\.txt/],
    ['one names no number', { accept: ['a.txt:3', 'a.txt:99'] }, /a\.txt:99 没有可以决定的数字/],
    ['the facts are of no file', { accept: ['a.txt:3'], file: 'b.txt', facts: { date: '2024' } }, /b\.txt/],
    ['a fact is none', { accept: ['a.txt:3'], file: 'a.txt', facts: { region: '东方' } }, /地区「东方」/],
    ['a number is accepted and rejected', { accept: ['a.txt:3'], reject: ['a.txt'] }, /有两个决定/],
    ['a number is accepted twice', { accept: ['a.txt:3', 'a.txt'] }, /有两个决定/],
  ])('are none where %s: nothing is written', async (_, options, message) => {
    const folder = folderWith({ 'a.txt': misread }, curated)
    await expect(askInbox(folder, options)).rejects.toThrow(message)
    expect(existsSync(join(folder, 'review'))).toBe(false)
  })
})

describe('a fact written by hand', () => {
  test.each(['520000', '贵州', '贵州省'])('names a place by code, name or full name: %s', async (value) => {
    const { published } = await inboxOf(await withFact(ours, 'place', value))
    expect(published.map(({ region, printedValue }) => [region, printedValue])).toEqual([['520000', '387']])
  })

  test('that is a year alone is no day of issue', async () => {
    const folder = await withFact(ours.replace('2024年', '').replace('全省', '贵州省'), 'date', '2024')
    const { published, files } = await inboxOf(folder)
    expect(published.map(({ printedValue }) => printedValue)).toEqual(['387'])
    expect(files[0]?.facts).toMatchObject({ year: { value: '2024', origin: 'review' } })
  })

  test.each([
    ['place', '东方', /:2 地区「东方」不在目录中/],
    ['indicator', '甲', /:2 指标「甲」不在目录中/],
    ['date', 'sunny', /:2 sunny 应写作 2024-05-20/],
    ['year', '24', /:2 24 应写作 2024/],
    ['compilation', 'poll', /:2 统计类别「poll」应为 express、annual/],
  ])('of %s that says nothing is answered with its place', async (fact, value, message) => {
    const folder = await withFact(ours, fact, value)
    await expect(buildFrom(folder)).rejects.toThrow(message)
  })
})

test('--region takes the full name of a place', async () => {
  const folder = folderWith({ 'a.txt': ours })
  await askInbox(folder, { file: 'a.txt', facts: { region: '贵州省' } })
  expect((await inboxOf(folder)).published.map(({ region }) => region)).toEqual(['520000'])
})
