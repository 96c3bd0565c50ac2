import { execFile, execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pdfFile } from '../support/pdf-file.ts'

/** A project of two small programs with the real launcher, gone when the test is over. */
function project(files: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'youju-launch-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const name of ['launch.js', 'bundle.js', 'package.json', 'package-lock.json'])
    cpSync(name, join(root, name))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction')
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const sources = {
    'etl/run.ts':
      "import { word } from './word.ts'\nimport { end } from './inbox/read.ts'\nconst args: string[] = process.argv.slice(2)\nconsole.log(word + end, ...args)",
    'etl/inbox/read.ts': "export const end = ''",
    'etl/word.ts':
      "import words from './words.json' with { type: 'json' }\nexport const word: string = words.a + ' 1'",
    'etl/words.json': '{"a": "甲"}',
    'server/main.ts': "console.log('serves')",
    'server/pictures/painter-process.ts': "console.log('draws')",
    'data/unit.ts': 'export {}',
    ...files,
  }
  for (const [file, text] of Object.entries(sources)) write(file, text)
  const built = join(root, 'data', 'build', 'bin')
  return { root, write, built, run: (...args: string[]) => launch(join(root, 'launch.js'), ...args) }
}

function launch(launcher: string, ...args: readonly string[]) {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = execFile(process.execPath, [launcher, ...args], { cwd: tmpdir() }, (_, out, err) =>
      done({ code: child.exitCode, out, err }),
    )
  })
}

const ok = (out: string) => ({ code: 0, out, err: '' })

describe('a program is built', () => {
  test('when it is first run, with its arguments, and not again', async () => {
    const { built, run } = project()
    expect(await run('etl', 'extract', '--x')).toEqual(ok('甲 1 extract --x\n'))
    const [only = '', ...more] = readdirSync(built)
    expect(more).toEqual([])
    const { ino, mtimeMs } = statSync(join(built, only, 'etl.js'))
    expect(await run('etl')).toEqual(ok('甲 1\n'))
    expect(await run('server')).toEqual(ok('serves\n'))
    expect(readdirSync(built)).toEqual([only])
    expect(statSync(join(built, only, 'etl.js'))).toMatchObject({ ino, mtimeMs })
  })

  test('with the programs beside it that it starts as processes', async () => {
    const { built, run } = project()
    await run('etl')
    const [only = ''] = readdirSync(built)
    expect(
      execFileSync(process.execPath, [join(built, only, 'painter-process.js')], { encoding: 'utf8' }),
    ).toBe('draws\n')
  })

  test.each([
    ['code', 'etl/word.ts', 'export const word = "乙 2"', '乙 2\n'],
    ['code in a folder named like one of data', 'etl/inbox/read.ts', 'export const end = "!"', '甲 1!\n'],
    ['words that code imports', 'etl/words.json', '{"a": "丙"}', '丙 1\n'],
    ['what begins it', 'etl/run.ts', 'console.log("丁")', '丁\n'],
  ])('anew when %s changed, even to the same size and time', async (_, file, text, said) => {
    const { root, write, run } = project()
    await run('etl')
    const before = statSync(join(root, file))
    write(file, text.padEnd(before.size))
    utimesSync(join(root, file), before.atime, before.mtime)
    expect(await run('etl')).toEqual(ok(said))
  })

  test.each(['package-lock.json', 'package.json', 'bundle.js'])('anew when %s changed', async (file) => {
    const { root, write, built, run } = project()
    await run('etl')
    write(file, `${readFileSync(join(root, file), 'utf8')}\n`)
    await run('etl')
    expect(readdirSync(built)).toHaveLength(2)
  })

  test('not anew for what is laid into the inbox, or for a test', async () => {
    const { write, built, run } = project()
    await run('etl')
    write('data/inbox/feed/a.html.json', '{}')
    write('etl/word.test.ts', '')
    expect(await run('etl')).toEqual(ok('甲 1\n'))
    expect(readdirSync(built)).toHaveLength(1)
  })

  test('anew when what was built is gone', async () => {
    const { root, run } = project()
    await run('etl')
    rmSync(join(root, 'data', 'build'), { recursive: true })
    expect(await run('etl')).toEqual(ok('甲 1\n'))
  })

  test('once by several that start at the same time, and each runs it', async () => {
    const { built, run } = project()
    const ended = await Promise.all([run('etl'), run('server'), run('etl')])
    expect(ended).toEqual([ok('甲 1\n'), ok('serves\n'), ok('甲 1\n')])
    expect(readdirSync(built)).toHaveLength(1)
  })

  test('never from broken code: the older one is not run in its place', async () => {
    const { write, built, run } = project()
    await run('etl')
    write('etl/word.ts', 'export const word = ')
    const { code, out, err } = await run('etl')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('word.ts')
    expect(readdirSync(built)).toHaveLength(1)
  })

  test('never with a source whose change would go unseen', async () => {
    const { write, run } = project({ 'web/word.ts': "export const word = '甲'" })
    write('etl/run.ts', "import { word } from '../web/word.ts'\nconsole.log(word)")
    const { code, err } = await run('etl')
    expect(code).toBe(1)
    expect(err).toContain('launch.js does not count web/word.ts among the sources')
    expect((await run('server')).code).toBe(1)
  })

  test('and leaves out of the way what was built long ago', async () => {
    const { write, built, run } = project()
    await run('etl')
    const [old = ''] = readdirSync(built)
    utimesSync(join(built, old), new Date(0), new Date(0))
    write('etl/words.json', '{"a": "丙"}')
    expect(await run('etl')).toEqual(ok('丙 1\n'))
    expect(readdirSync(built)).not.toContain(old)
  })
})

test('a program there is not is answered by those there are', async () => {
  const { code, err } = await launch(resolve('launch.js'), 'constructor')
  expect(code).toBe(1)
  expect(err).toContain('no program “constructor”, there are etl and server')
})

test('the built extraction finds the catalogue and the parts of its packages from any folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'youju-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'release.pdf')
  writeFileSync(
    file,
    pdfFile([[{ text: '2024年1—4月，软件业务收入38027亿元，同比增长11.6%。', x: 72, y: 700 }]]),
  )
  const { code, out } = await launch(resolve('launch.js'), 'etl', 'extract', file)
  expect(code).toBe(0)
  expect(out).toContain(',software_revenue,CN,2024-01/2024-04,level,38027,亿元,')
})
