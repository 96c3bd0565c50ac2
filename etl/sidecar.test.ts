import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readSidecar, writeSidecar } from './sidecar.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'youju-sidecar-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

describe('a sidecar', () => {
  test('is read as it was written, and leaves nothing half done beside it', () => {
    const inside = folder()
    const document = join(inside, '2024年5月通信业.html')
    const said = {
      url: 'http://www.example.gov.cn/2024/t20240520_1.html',
      issuer: '工信部',
      region: 'CN',
      date: '2024-05-20',
      fetched: '2024-05-21T01:02:03.004Z',
      feed: 'example',
    }
    writeSidecar(document, said)
    expect(readSidecar(document)).toEqual(said)
    expect(readdirSync(inside)).toEqual(['2024年5月通信业.html.json'])
  })

  test('is missing where none was laid', () => {
    expect(readSidecar(join(folder(), 'release.txt'))).toBeUndefined()
  })

  test.each([
    ['{', '不是合法的 JSON'],
    ['[]', '整个文件'],
    ['{"date": "2024-13-01"}', 'date: 应如 2024-05-20'],
    ['{"date": "20240501"}', 'date: 应如 2024-05-20'],
    ['{"year": "24"}', 'year: 应如 2024'],
    ['{"url": "javascript:alert(1)"}', 'url: 应是 http(s) 地址'],
    ['{"issuer": ""}', 'issuer: 不能为空'],
    ['{"publisher": "工信部"}', 'publisher'],
  ])('%s is answered by one line with its file', (text, message) => {
    const document = join(folder(), 'release.txt')
    writeFileSync(`${document}.json`, text)
    const read = () => readSidecar(document)
    expect(read).toThrow(message)
    expect(read).toThrow(/^.*release\.txt\.json: .*$/)
  })
})
