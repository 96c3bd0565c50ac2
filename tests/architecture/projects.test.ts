import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { importsOf } from '../support/imports-of.ts'

/** Which tests may ask for what is made before a run; what a folder is not given, is not made for it. */
const given: readonly (readonly [folder: RegExp, names: readonly string[]])[] = [
  [/^(?:data|etl|server|web)\/|^tests\/architecture\//, []],
  [/^tests\/[^/]+$/, []],
  [/^tests\/(?:api|bench|exports)\//, ['database']],
  [/^tests\/e2e\//, ['site', 'pages', 'chromium']],
  [/^tests\/full\//, ['database', 'site', 'pages', 'chromium']],
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
  expect(asksOf('tests/e2e/checks.test.ts').sort()).toEqual(['chromium', 'pages', 'site'])
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

describe('what takes long, or more than Node, runs apart', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

  /** The test files that a script runs, by asking the script's own command. */
  function filesOf(name: string): string[] {
    const command = scripts[name]?.split('&&').at(-1)?.trim().split(' ') ?? []
    expect(command.slice(0, 2)).toEqual(['vitest', 'run'])
    const program = join('node_modules', 'vitest', 'vitest.mjs')
    const said = execFileSync(
      process.execPath,
      [program, 'list', '--filesOnly', '--json', ...command.slice(2)],
      { encoding: 'utf8' },
    )
    const listed = JSON.parse(said) as { file: string }[]
    return listed.map(({ file }) => relative(process.cwd(), file)).sort()
  }

  const tests = files.filter((file) => file.includes('.test.')).sort()
  const isFull = (file: string) => file.startsWith('tests/full/')

  test('npm test runs every file once but those of tests/full', () => {
    expect(tests.filter(isFull).length).toBeGreaterThan(0)
    expect(filesOf('test')).toEqual(tests.filter((file) => !isFull(file)))
  })

  test('npm run test:full runs every file once, after it has looked for its tools', () => {
    expect(filesOf('test:full')).toEqual(tests)
    expect(scripts['test:full']).toMatch(/^tsx tests\/full\/need-tools\.ts && /)
  })

  test('CI runs both, and no file twice', () => {
    const lines = readFileSync('.ci/run', 'utf8').split('\n')
    expect(lines).toContain('npm test')
    expect(lines).toContain('npm run test:full -- --project full')
  })
})
