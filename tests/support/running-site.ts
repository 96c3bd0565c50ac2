import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import unpackChromium from '@sparticuz/chromium'
import type { TestProject } from 'vitest/node'
import { buildDatabase } from './built-database.ts'
import { buildPages } from './built-pages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the running product answers: `http://localhost:PORT`. */
    site: string
    /** The folder of the built pages. */
    pages: string
    /** The program of the browser: the one in the package, unless `CHROMIUM` names another. */
    chromium: string
  }
}

/** Builds the real database and the pages, unpacks the browser once for all, and runs the server as a person would, on a free port. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const browser = process.env['CHROMIUM'] ?? unpackChromium.executablePath()
  const [database, pages, chromium] = await Promise.all([buildDatabase(), buildPages(), browser])
  const server = spawn(process.execPath, ['launch.js', 'server'], {
    env: { ...process.env, DATABASE: database, PAGES: pages, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  provide('chromium', chromium)
  provide('pages', pages)
  provide('site', await readAddress(server.stdout))
  return async () => {
    server.kill()
    await once(server, 'exit')
  }
}

/** The address in the line with which the server says that it is ready. */
async function readAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('the server ended before it was ready')
}
