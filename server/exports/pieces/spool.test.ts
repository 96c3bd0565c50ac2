import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { spool, sweepSpools } from './spool.ts'

/** A folder that stands for that of temporary files. */
function ownTemporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'youju-own-'))
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

async function* oneByte() {
  yield new Uint8Array(1)
}

test('a spool bears the number of its process, and is swept when that lives no more', async () => {
  const folder = ownTemporary()
  const pieces = spool(oneByte())
  await pieces.next()
  const [mine = ''] = readdirSync(folder)
  const of = (pid: number | undefined) => mine.replace(`-${process.pid}-`, `-${pid}-`)
  const { pid: dead } = spawnSync(process.execPath, ['--version'])
  const staying = [
    of(process.ppid),
    // Of a machine whose processes are not seen here, and of whoever else.
    mine.replace(hostname(), `${hostname()}-2`),
    'youju-file-1',
    'notes',
  ]
  for (const name of [of(dead), ...staying]) mkdirSync(join(folder, name))
  writeFileSync(join(folder, of(dead), 'whole'), 'half')
  const failed = vi.fn()
  await sweepSpools(failed)
  // A process that begins has none: one with its number is that of a process before it.
  expect(readdirSync(folder).sort()).toEqual(staying.sort())
  expect(failed).not.toHaveBeenCalled()
  await pieces.return(undefined)
})
