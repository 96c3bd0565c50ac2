import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from '../../tests/support/data-folder.ts'
import { addLines, removeLines } from './review.ts'

const reject = (line: number, quote = '') => ({ action: 'reject', line, column: 8, quote })
const linesOf = (file: string) => readFileSync(file, 'utf8').trim().split('\n').slice(1)

function reviewFile(text?: string) {
  const file = join(dataFolder({}), 'review', 'doc-0123456789ab.csv')
  if (text !== undefined) {
    addLines(file, [reject(1)])
    writeFileSync(file, text)
  }
  return file
}

test('a decision is a line, and taking it back leaves the others', () => {
  const file = reviewFile()
  addLines(file, [reject(3), reject(5, '他说，"软件业务收入"\n下一行')])
  addLines(file, [reject(7)])
  expect(removeLines(file, ({ line }) => line === '3')).toBe(1)
  expect(removeLines(file, ({ line }) => line === '3')).toBe(0)
  expect(
    linesOf(file)
      .filter((line) => line.startsWith('reject'))
      .map((line) => line.split(',')[2]),
  ).toEqual(['5', '7'])
  expect(readFileSync(file, 'utf8')).toContain('"他说，""软件业务收入""\n下一行"')
})

test('the last decision takes its file away with it', () => {
  const file = reviewFile()
  addLines(file, [reject(3)])
  removeLines(file, () => true)
  expect(existsSync(file)).toBe(false)
})

test('a file that a person has written keeps its columns, and a last line without an end', () => {
  const columns =
    'fact,action,line,column,indicator,region,period,measure,value,unit,compared_to,of,status,qualifier'
  const file = reviewFile(`${columns}\ndate,fact,,,,,,,2024,,,,,`)
  addLines(file, [reject(3)])
  expect(readFileSync(file, 'utf8')).toBe(`${columns}\ndate,fact,,,,,,,2024,,,,,\n,reject,3,8,,,,,,,,,,\n`)
  removeLines(file, ({ action }) => action === 'fact')
  expect(linesOf(file)).toEqual([',reject,3,8,,,,,,,,,,'])
})

test('what somebody adds while a line is taken out is not lost', () => {
  const file = reviewFile()
  addLines(file, [reject(3), reject(5)])
  const other = ',,9,8,,,,,,,,,,,,\n'
  let asked = 0
  removeLines(file, ({ line }) => {
    if (asked++ === 0) appendFileSync(file, `reject${other}`)
    return line === '3'
  })
  expect(linesOf(file).map((line) => line.split(',')[2])).toEqual(['5', '9'])
})
