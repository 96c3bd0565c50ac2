import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { build } from '#etl/build.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the running product answers: `http://localhost:PORT`. */
    site: string
  }
}

const database = 'data/build/site-test.duckdb'

/** Builds the real database and the pages, and runs the server as a person would, on a free port. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await build({ dataFolder: 'data', out: database, inputs: 'test' })
  buildPages()
  const server = spawn(process.execPath, ['--import', 'tsx', join('server', 'main.ts')], {
    env: { ...process.env, DATABASE: database, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  provide('site', await readAddress(server.stdout))
  return async () => {
    server.kill()
    await once(server, 'exit')
  }
}

/** As `npm run build` does: in the environment of the tests React would be built for development. */
function buildPages(): void {
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync(
    process.execPath,
    [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    { env },
  )
}

/** The address in the line with which the server says that it is ready. */
async function readAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('the server ended before it was ready')
}
