import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

const program = `
  import { DuckDBInstance } from '@duckdb/node-api'
  // Reachable from the callback: an instance that nothing reaches is collected, and the lock of its file freed.
  const instance = await DuckDBInstance.create(process.argv[1])
  process.stdin.once('end', () => instance.closeSync()).resume()
  process.stdout.write('open')
`

/** Opens a database in another process as an analyst's client does by default: to read and write. */
export async function heldOpen(file: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('not opened'))),
  ])
  const end = async (how: () => void) => {
    const exit = once(child, 'exit')
    how()
    await exit
  }
  return {
    pid: child.pid,
    kill: () => end(() => child.kill('SIGKILL')),
    /** Closes the database, as the client does when its user leaves. */
    release: () => end(() => child.stdin.end()),
  }
}
