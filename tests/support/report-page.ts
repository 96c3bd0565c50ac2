import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'

/** A page of someone else. It keeps what frames say to it in `heard`, each with the name of its frame. */
const pageWith = (lines: string) => `<!doctype html><meta charset="utf-8"><title>月报</title>
  <link rel="icon" href="data:,"><script>
    window.heard = []
    addEventListener('message', ({ source, data }) => heard.push({
      height: data.height,
      type: data.type,
      frame: [...document.querySelectorAll('iframe')].findIndex((each) => each.contentWindow === source),
    }))
  </script><h1>月报</h1>${lines}`

/** Where a report lies that has lines of ours in it; gone when the test is over. */
export const reportPages = {
  /** On another origin. */
  'another origin': async (lines: string): Promise<string> => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(pageWith(lines))
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  },
  /** In a file that is opened by a double click. */
  'a file': async (lines: string): Promise<string> => {
    const folder = mkdtempSync(join(tmpdir(), 'youju-report-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, '月报.html')
    writeFileSync(file, pageWith(lines))
    return pathToFileURL(file).href
  },
}
