import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { expect, test } from 'vitest'
import { importsOf } from '../support/imports-of.ts'

/** Which tests may ask for what is made before a run; what a folder is not given, is not made for it. */
const given: readonly (readonly [folder: RegExp, names: readonly string[]])[] = [
  [/^(?:data|etl|server|web)\/|^tests\/architecture\//, []],
  [/^tests\/[^/]+$/, []],
  [/^tests\/(?:api|bench)\//, ['database']],
  [/^tests\/e2e\//, ['site', 'pages']],
  [/^tests\/full\//, ['database', 'site', 'pages']],
]

const files = ['data', 'etl', 'server', 'web', 'tests']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.(?:test|bench)\.tsx?$/.test(file))

/** A file and all of ours that it imports, at whatever remove. */
function reachOf(file: string): string[] {
  const seen = new Set([file])
  for (const each of seen) {
    for (const target of importsOf(each)) if (/\.tsx?$/.test(target) && existsSync(target)) seen.add(target)
  }
  return [...seen]
}

const ask = /\binject\('(\w+)'\)/g
const asksOf = (file: string) => [
  ...new Set(
    reachOf(file).flatMap((each) =>
      [...readFileSync(each, 'utf8').matchAll(ask)].map(([, name = '']) => name),
    ),
  ),
]

test('the rule sees who asks for the database', () => {
  expect(asksOf('tests/api/series.test.ts')).toEqual(['database'])
  expect(asksOf('tests/e2e/checks.test.ts').sort()).toEqual(['pages', 'site'])
  expect(asksOf('data/model/period.test.ts')).toEqual([])
})

test.each(files)('%s is of a project that gives it what it asks for', (file) => {
  const names = given.find(([folder]) => folder.test(file))?.[1]
  expect(names, 'no project runs it').toBeDefined()
  expect(asksOf(file).filter((name) => !names?.includes(name))).toEqual([])
})

/** How long something takes is for `npm run bench`: a test says the same on a busy machine. */
const clock = /\bperformance\.(?:now|mark)|\bDate\.now\(|\bnew Date\(\)|\bprocess\.(?:cpuUsage|hrtime)/

test.each(files.filter((file) => file.includes('.test.')))('%s looks at no clock', (file) => {
  expect(clock.exec(readFileSync(file, 'utf8'))?.[0]).toBeUndefined()
})
