import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { builtVersions, revenue } from '../support/built-versions.ts'
import { heldOpen } from '../support/held-open.ts'

const { ids, lay } = await builtVersions([revenue(1)], [revenue(2)])
const [first, second] = ids as [string, string]

interface Run {
  readonly child: ChildProcess
  /** What it has said so far. */
  readonly said: { out: string; err: string }
  readonly ended: Promise<number | null>
}

function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['launch.js', 'server'], {
    env: { ...process.env, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => (said.out += text))
  child.stderr.on('data', (text) => (said.err += text))
  return { child, said, ended: new Promise((resolve) => child.once('close', resolve)) }
}

async function untilReady({ said, ended }: Run): Promise<string> {
  const exited = ended.then((code) => Promise.reject(new Error(`exit ${code}: ${said.err}`)))
  exited.catch(() => {})
  for (;;) {
    const address = /^有据已就绪：(http:\/\/\S+)\n$/.exec(said.out)?.[1]
    if (address) return address
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 50))])
  }
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

describe('the server', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'says where it is, serves the pages that PAGES names, and ends well on %s',
    async (signal) => {
      const folder = mkdtempSync(join(tmpdir(), 'youju-pages-'))
      onTestFinished(() => rmSync(folder, { recursive: true }))
      writeFileSync(join(folder, 'index.html'), '<title>另一些页面</title>')
      const run = start({ DATABASE: inject('database'), PAGES: folder, PORT: '0' })
      const address = await untilReady(run)
      expect(await (await fetch(address)).text()).toContain('另一些页面')
      for (const host of ['localhost', '127.0.0.1']) {
        const response = await fetch(`${address.replace('localhost', host)}/healthz`)
        expect(await response.json()).toMatchObject({ status: 'ok' })
      }
      run.child.kill(signal)
      expect(await run.ended).toBe(0)
    },
  )

  test('removes what a killed one has left of an unfinished file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'youju-own-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const env = { DATABASE: inject('database'), PORT: '0', TMPDIR: folder }
    const killed = start(env)
    const question = '/api/v1/export/parquet?question=observations'
    const broken = expect(fetch((await untilReady(killed)) + question)).rejects.toThrow()
    await expect.poll(() => readdirSync(folder), { timeout: 60_000 }).toHaveLength(1)
    killed.child.kill('SIGKILL')
    await Promise.all([killed.ended, broken])
    expect(readdirSync(folder)).toHaveLength(1)
    await untilReady(start(env))
    expect(readdirSync(folder)).toEqual([])
  })

  test('without a database says what to run', async () => {
    const { said, ended } = start({ DATABASE: 'data/build/none.duckdb', PORT: '0' })
    expect(await ended).toBe(2)
    expect(lines(said.err)).toEqual([
      '没有数据库 data/build/none.duckdb。请检查路径，或构建一份：npm run etl -- build --out data/build/none.duckdb',
    ])
  })

  test.each(['package.json', 'README.md', 'data/catalog/sources/regional.csv', 'the.sqlite'])(
    'with %s, which is no database, says so',
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'youju-own-'))
      onTestFinished(() => rmSync(folder, { recursive: true }))
      const sqlite = join(folder, name)
      if (name === 'the.sqlite') writeFileSync(sqlite, 'SQLite format 3\0'.padEnd(4096, '\0'))
      const file = name === 'the.sqlite' ? sqlite : name
      const { said, ended } = start({ DATABASE: file, PORT: '0' })
      expect(await ended).toBe(2)
      expect(said.err).toBe(
        `${file} 不是 DuckDB 数据库；请检查路径，若它本是发布的数据库，请运行 npm run etl -- build 重新发布\n`,
      )
    },
  )

  test('with a file that another process holds says who does, and not to build', async () => {
    const { out } = lay(first)
    const holder = await heldOpen(out)
    const { said, ended } = start({ DATABASE: out, PORT: '0' })
    expect(await ended).toBe(2)
    expect(lines(said.err)).toEqual([expect.stringContaining(`PID ${holder.pid}`)])
    expect(said.err).toContain('以只读方式打开')
    expect(said.err).not.toContain('npm')
  })

  test('with a file that another process holds serves an earlier version that is kept, and says so', async () => {
    const { out } = lay(first, second)
    const holder = await heldOpen(out)
    const run = start({ DATABASE: out, PORT: '0' })
    const address = await untilReady(run)
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({
      snapshot: first,
      waiting: { reason: expect.stringContaining(`PID ${holder.pid}`) },
    })
    expect(run.said.err).toContain(`改用保留的版本 ${first}`)
  })

  test.each(['http', '-1', '70000', '8787x'])('PORT=%s is no port', async (port) => {
    const { said, ended } = start({ DATABASE: inject('database'), PORT: port })
    expect(await ended).toBe(2)
    expect(lines(said.err)).toEqual([`PORT=${port} 不是端口号，应为 1 到 65535 的整数，例如 PORT=8787`])
  })

  test('whose port is taken names another way', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    const { said, ended } = start({ DATABASE: inject('database'), PORT: String(port) })
    expect(await ended).toBe(2)
    expect(lines(said.err)).toEqual([`端口 ${port} 已被占用，请换一个：PORT=${port + 1} npm start`])
  })
})
