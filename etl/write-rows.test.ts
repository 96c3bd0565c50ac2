import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeText } from './write-rows.ts'

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'youju-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('a file takes the place of a file, whole', () => {
  const folder = ownFolder()
  const out = join(folder, 'a.csv')
  for (const text of ['one', 'two']) writeText(text, out)
  expect([readdirSync(folder), readFileSync(out, 'utf8')]).toEqual([['a.csv'], 'two'])
})

test.each([
  ['a folder', (out: string) => mkdirSync(out)],
  ['a device', (out: string) => symlinkSync('/dev/full', out)],
])('%s is not replaced by a file, and nothing is left beside it', (_, lay) => {
  const folder = ownFolder()
  const out = join(folder, 'a.csv')
  lay(out)
  const { ino } = lstatSync(out)
  expect(() => writeText('one', out)).toThrow(/^.*a\.csv 不是文件，不能写到那里；[^\n]*$/)
  expect([readdirSync(folder), lstatSync(out).ino]).toEqual([['a.csv'], ino])
})
