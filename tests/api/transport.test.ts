import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliCompressSync, gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { ErrorAnswer } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { listen } from '#server/listen.ts'
import { openRealApi, unhurried } from '../support/real-api.ts'

const folder = mkdtempSync(join(tmpdir(), 'youju-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'assets'))
const script = 'console.log(1);'.repeat(500)
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>有据</title>')
writeFileSync(join(folder, 'icon.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(2000)}</svg>`)
writeFileSync(join(folder, 'assets', 'main-abc.js'), script)
writeFileSync(join(folder, 'assets', 'main-abc.css'), 'a{b:c}'.repeat(500))
writeFileSync(join(folder, 'assets', 'noto-abc.woff2'), script)

const { app, get, current } = await openRealApi(folder)
const html = { Accept: 'text/html,*/*;q=0.8' }

describe('caching', () => {
  test('every answer of the API carries the snapshot as its tag', async () => {
    const snapshot = await current.use(async (store) => store.snapshot.id)
    for (const path of ['/api/v1/regions', '/api/v1/latest']) {
      const { headers } = await get(path)
      expect(headers.get('ETag')).toMatch(new RegExp(`^W/"${snapshot}-\\d+\\.\\d+\\.\\d+"$`))
      expect(headers.get('Cache-Control')).toBe('no-cache')
      expect(headers.get('Vary')).toBe('Accept-Encoding')
    }
  })

  test.each([
    '/api/v1/indicators/nothing',
    '/api/v1/nothing',
    '/api/v1/series',
    '/api/v1/export/csv?question=series',
  ])('%s is an error: it has no tag, and no tag makes it a 304', async (path) => {
    const tag = (await get('/api/v1/regions')).headers.get('ETag') ?? ''
    for (const known of [tag, '*']) {
      const { status, headers } = await get(path, { 'If-None-Match': known })
      expect([404, 400]).toContain(status)
      expect([headers.get('ETag'), headers.get('Cache-Control')]).toEqual([null, 'no-cache'])
    }
  })

  test('a file that has not changed is 304', async () => {
    const path = '/api/v1/export/csv?question=series&indicator=software_revenue'
    const tag = (await get(path)).headers.get('ETag') ?? ''
    const again = await get(path, { 'If-None-Match': tag })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
  })

  test('a repeated question is answered 304 without a body', async () => {
    const tag = (await get('/api/v1/regions')).headers.get('ETag') ?? ''
    for (const known of [tag, tag.replace('W/', ''), `"other", ${tag}`]) {
      const again = await get('/api/v1/regions', { 'If-None-Match': known, 'Accept-Encoding': 'gzip' })
      expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
      expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*')
    }
    expect((await get('/api/v1/regions', { 'If-None-Match': 'W/"old"' })).status).toBe(200)
  })

  test('a page that has not changed is 304, and a new one is seen at once', async () => {
    const { headers } = await get('/regions')
    const tag = headers.get('ETag') ?? ''
    const again = await get('/', { 'If-None-Match': tag, 'Accept-Encoding': 'br' })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
    expect(again.headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    const page = '<!doctype html><title>有据</title>'
    writeFileSync(join(folder, 'index.html'), `${page}<p>2`)
    const anew = await get('/', { 'If-None-Match': tag })
    writeFileSync(join(folder, 'index.html'), page)
    expect([anew.status, await anew.text()]).toEqual([200, `${page}<p>2`])
  })

  test('hashed files are kept for a year, everything else is asked for anew', async () => {
    const kept = await get('/assets/main-abc.js')
    expect(kept.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/icon.svg', '/regions/520000']) {
      expect((await get(path)).headers.get('Cache-Control')).toBe('no-cache')
    }
  })
})

describe('compression', () => {
  test.each(['/api/v1/regions', '/assets/main-abc.js', '/assets/main-abc.css', '/icon.svg', '/openapi.json'])(
    '%s is packed for those who can unpack it',
    async (path) => {
      const packed = await get(path, { 'Accept-Encoding': 'gzip' })
      const plain = await get(path)
      expect(packed.headers.get('Content-Encoding')).toBe('gzip')
      expect(plain.headers.get('Content-Encoding')).toBeNull()
      expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(await plain.text())
    },
  )

  test('what was packed beforehand is sent as it was packed, to those who take it', async () => {
    const { get } = await openRealApi(folder)
    const packed = brotliCompressSync(script)
    writeFileSync(join(folder, 'assets', 'packed-abc.js'), script)
    writeFileSync(join(folder, 'assets', 'packed-abc.js.br'), packed)
    for (const [accepted, encoding, length] of [
      ['br, gzip', 'br', packed.length],
      ['br;q=0', null, script.length],
    ] as const) {
      const { headers, status } = await get('/assets/packed-abc.js', { 'Accept-Encoding': accepted })
      expect([status, headers.get('Content-Encoding'), headers.get('Vary')]).toEqual([
        200,
        encoding,
        'Accept-Encoding',
      ])
      expect(headers.get('Content-Length')).toBe(String(length))
    }
    const head = await app.request('/assets/packed-abc.js', {
      method: 'HEAD',
      headers: { 'Accept-Encoding': 'br' },
    })
    expect([await head.text(), head.headers.get('Content-Length')]).toEqual(['', String(packed.length)])
  })

  test.each([
    '/',
    '/icon.svg',
    '/healthz',
    '/openapi.json',
    '/nothing',
    '/api/v1/versions',
    '/api/v1/regions',
  ])('%s: who takes no encoding at all is told which there are', async (path) => {
    for (const nothing of ['*;q=0', 'identity;q=0']) {
      const response = await get(path, { 'Accept-Encoding': nothing })
      expect([response.status, response.headers.get('ETag')]).toEqual([406, null])
      expect([response.headers.get('Vary'), response.headers.get('Cache-Control')]).toEqual([
        'Accept-Encoding',
        'no-cache',
      ])
      expect(await response.json()).toEqual({
        error: {
          code: 'not_acceptable',
          message: '请求头 Accept-Encoding 拒绝了全部编码；可用：br、gzip、identity',
        },
      })
    }
  })

  test('a font, packed already, is not packed again', async () => {
    const font = await get('/assets/noto-abc.woff2', { 'Accept-Encoding': 'gzip' })
    expect([font.headers.get('Content-Type'), font.headers.get('Content-Encoding')]).toEqual([
      'font/woff2',
      null,
    ])
  })
})

describe('security', () => {
  test('pages load nothing from elsewhere and stand in no foreign frame', async () => {
    const { headers } = await get('/')
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'; img-src 'self' data:")
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('X-Frame-Options')).toBe('SAMEORIGIN')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  test('the embed may stand in any frame, of a file too', async () => {
    const { headers, status } = await get('/embed?indicator=software_revenue')
    expect(status).toBe(200)
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    expect(headers.get('Content-Security-Policy')).not.toContain('frame-ancestors')
    expect(headers.get('X-Frame-Options')).toBeNull()
  })

  test('the embed stands only in frames that the operator allows', async () => {
    const settings = { ...unhurried, frameAncestors: "'self' https://a.example.cn" }
    const own = createApp({ current, pagesFolder: folder, settings })
    const { headers } = await own.request('/embed?indicator=software_revenue')
    expect(headers.get('Content-Security-Policy')).toMatch(
      /; frame-ancestors 'self' https:\/\/a\.example\.cn$/,
    )
  })

  test.each(['/assets/main-abc.js', '/assets/main-abc.css', '/assets/noto-abc.woff2', '/icon.svg'])(
    '%s may be read by an embed in a sandbox, which has no origin',
    async (path) => {
      const { headers } = await get(path, { Origin: 'null' })
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
      const again = await get(path, { 'If-None-Match': headers.get('ETag') ?? '' })
      expect([again.status, again.headers.get('Access-Control-Allow-Origin')]).toEqual([304, '*'])
    },
  )

  test('only the pages of charts let themselves be opened from a sandbox', async () => {
    const openers = ['/indicators/software_revenue', '/regions', '/', '/sources', '/checks'].map(
      async (path) => (await get(path)).headers.get('Cross-Origin-Opener-Policy'),
    )
    expect(await Promise.all(openers)).toEqual([null, null, 'same-origin', 'same-origin', 'same-origin'])
  })

  test('the API may be read from any page, the pages may not', async () => {
    const foreign = { Origin: 'https://example.org' }
    expect((await get('/api/v1/regions', foreign)).headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await get('/api/v1/nothing', foreign)).headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await get('/', foreign)).headers.get('Access-Control-Allow-Origin')).toBeNull()
    const asked = await app.request('/api/v1/series', {
      method: 'OPTIONS',
      headers: { ...foreign, 'Access-Control-Request-Method': 'GET' },
    })
    expect([asked.status, asked.headers.get('Access-Control-Allow-Methods')]).toEqual([204, 'GET'])
  })
})

describe('pages', () => {
  test.each([
    '/',
    '/indicators',
    '/indicators/software_revenue',
    '/regions',
    '/regions/520000',
    '/sources',
    '/sources/web-001',
    '/embed',
  ])('%s is the one page', async (path) => {
    const response = await get(path, html)
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>有据</title>'])
  })

  test('an address that is none is a 404: the page for a reader, words for a program', async () => {
    const page = await get('/nothing', html)
    expect([page.status, await page.text()]).toEqual([404, '<!doctype html><title>有据</title>'])
    const words = await get('/assets/main-old.js', { Accept: '*/*' })
    expect([words.status, await words.text()]).toEqual([404, '没有「/assets/main-old.js」'])
  })

  test.each([
    '/assets/..%2f..%2fpackage.json',
    '/..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/.env',
  ])('%s does not leave the folder', async (path) => expect((await get(path)).status).toBe(404))

  test('before they are built, every page says what to run', async () => {
    const { get } = await openRealApi(join(folder, 'none'))
    const response = await get('/regions', html)
    expect([response.status, await response.text()]).toEqual([503, '页面还没有构建：请先运行 npm run build'])
  })
})

describe('addresses as people and programs write them', () => {
  test.each([
    ['/embed/?view=trend&indicator=software_revenue', '/embed?view=trend&indicator=software_revenue'],
    ['/targets/', '/targets'],
    ['/api/v1/indicators/', '/api/v1/indicators'],
    ['//elsewhere.example//', '/elsewhere.example'],
  ])('%s leads to %s', async (path, place) => {
    const { status, headers } = await get(path)
    expect([status, headers.get('Location')]).toEqual([301, place])
  })

  test('the description of the API may be read from any origin', async () => {
    const { headers } = await get('/openapi.json')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    const asked = await app.request('/openapi.json', {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.cn' },
    })
    expect([asked.status, asked.headers.get('Access-Control-Allow-Origin')]).toEqual([204, '*'])
  })

  test.each([
    ['GET /api/v1/regions?a=北京 HTTP/1.1', 400, '百分号编码'],
    ['BREW /api/v1/regions HTTP/1.1', 400, '请求无法识别'],
    [`GET /api/v1/regions?a=${'a'.repeat(20_000)} HTTP/1.1`, 431, '太长'],
  ])(
    '%.30s, which is no request that can be read, is answered like other errors',
    async (line, status, words) => {
      const listening = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
      onTestFinished(() => listening.close())
      const socket = connect(listening.port, '127.0.0.1')
      socket.write(`${line}\r\nHost: localhost\r\n\r\n`)
      const answer = (await text(socket)).split('\r\n\r\n')
      expect(answer[0]).toContain(`HTTP/1.1 ${status} `)
      expect(ErrorAnswer.parse(JSON.parse(answer[1] ?? '')).error.message).toContain(words)
    },
  )
})
