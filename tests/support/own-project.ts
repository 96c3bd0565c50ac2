import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Ended } from './run-etl.ts'

/** What a copy of the product is made of, its figures left out. */
const parts = [
  'package.json',
  'package-lock.json',
  'launch.js',
  'bundle.js',
  'etl',
  'server',
  'data/catalog',
  'data/csv',
  'data/language',
  'data/model',
  'data/store',
  'data/wording',
  'data/project-root.ts',
]

const built = join('data', 'build', 'bin')

/**
 * The product without any figures in a folder of its own.
 * @param whenOver says when it goes: with the test, or by `afterAll` with those of a file.
 */
export function ownProject(whenOver: (clean: () => void) => void = onTestFinished) {
  const root = mkdtempSync(join(tmpdir(), 'youju-project-'))
  const children: ChildProcess[] = []
  whenOver(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(root, { recursive: true, maxRetries: 3 })
  })
  for (const part of parts) cpSync(part, join(root, part), { recursive: true })
  for (const folder of ['observations', 'corrections']) mkdirSync(join(root, 'data', folder))
  // What was built of the same code is not built again.
  if (existsSync(built)) cpSync(built, join(root, built), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction')
  const start = (...args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [join(root, 'launch.js'), 'etl', ...args], { cwd: root })
    children.push(child)
    return child
  }
  return {
    root,
    database: join(root, 'data', 'build', 'youju.duckdb'),
    write: (file: string, content: string | Uint8Array) => {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), content)
    },
    start,
    /** Runs a command to its end. */
    etl: (...args: readonly string[]) => ending(start(...args)),
  }
}

/** What a process said until it ended. */
export function ending(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (text) => (said.stdout += text))
  child.stderr?.on('data', (text) => (said.stderr += text))
  return new Promise((done) => child.once('close', (code) => done({ code, ...said })))
}
