import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith } from '../../tests/support/inbox-of.ts'
import { contentId } from '../inbox/list-documents.ts'
import { createReviewApp } from './app.ts'
import { openDesk } from './desk.ts'

const text = '2024年1—4月，全国软件业务收入38027亿元，同比增长11.6%。\n'
const document = contentId(Buffer.from(text))
const token = 'the-token-of-this-test'
const rejecting = { document, places: ['1:19'], action: 'reject' }

function ownApp() {
  const folder = folderWith({ 'a.txt': text })
  const pages = join(folder, 'pages')
  mkdirSync(join(pages, 'review'), { recursive: true })
  writeFileSync(join(pages, 'review', 'review.html'), '<style>:root {}</style><div id="root"></div>')
  writeFileSync(join(pages, 'secret'), 'no ending')
  const desk = openDesk({ dataFolder: folder, out: join(folder, 'own.duckdb'), inputs: () => '' })
  const app = createReviewApp({ desk, token, pages })
  const usual = {
    host: '127.0.0.1:8788',
    origin: 'http://127.0.0.1:8788',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'x-review-token': token,
  }
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { ...usual, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    wroteNothing: () => !existsSync(join(folder, 'review')),
    get: (path: string, headers: Readonly<Record<string, string>> = usual) => app.request(path, { headers }),
    post,
    reject: (headers: Readonly<Record<string, string>> = {}, body: unknown = rejecting) =>
      post('/api/decide', body, headers),
  }
}

test('the page itself, with the token, may decide', async () => {
  const app = ownApp()
  expect((await app.reject()).status).toBe(200)
  expect(app.wroteNothing()).toBe(false)
})

test.each([
  ['a wrong token', 401, { 'x-review-token': 'the-token-of-this-tesT' }],
  ['no token', 401, { 'x-review-token': '' }],
  ['another origin', 403, { origin: 'https://example.com' }],
  ['another port of this machine', 403, { origin: 'http://127.0.0.1:3000' }],
  ['a page in a sandbox', 403, { origin: 'null' }],
  ['another site, as the browser says', 403, { 'sec-fetch-site': 'cross-site' }],
  ['another port, as the browser says', 403, { 'sec-fetch-site': 'same-site' }],
  ['a name that was made to lead here', 403, { host: 'rebound.example', origin: 'http://rebound.example' }],
  ['a name that begins like ours', 403, { host: '127.0.0.1.example.com:8788' }],
  ['what a form can send', 415, { 'content-type': 'text/plain' }],
  ['no type at all', 415, { 'content-type': '' }],
] as const)('%s writes nothing: %i', async (_, status, headers) => {
  const app = ownApp()
  expect((await app.reject(headers)).status).toBe(status)
  expect(app.wroteNothing()).toBe(true)
})

test.each([
  ['a document whose name leads out', { ...rejecting, document: '../catalog/topics' }],
  ['a place that is none', { ...rejecting, places: ['1'] }],
  ['an action that is none', { ...rejecting, action: 'fact' }],
  ['a field that nobody asked for', { ...rejecting, more: true }],
  ['a reason of two lines', { ...rejecting, reason: 'a\nreject,,1,1' }],
  ['no JSON', '{'],
])('%s is answered 400 and writes nothing', async (_, question) => {
  const app = ownApp()
  const answer = await app.reject({}, question)
  expect([answer.status, await answer.json()]).toEqual([400, { error: '请求的写法不对' }])
  expect(app.wroteNothing()).toBe(true)
})

const placing = { issuer: '甲乙数据事务中心', place: '520000', action: 'remember' }

test.each([
  [200, placing],
  [400, { ...placing, action: 'forget' }],
  [400, { ...placing, issuer: '甲厅\n乙厅' }],
  [422, { ...placing, place: '999999' }],
])('the place of an issuer is answered %i: %j', async (status, question) => {
  expect((await ownApp().post('/api/issuer', question)).status).toBe(status)
})

test('nothing is told without the token, nor under another name', async () => {
  const app = ownApp()
  for (const path of ['/api/files', `/api/documents/${document}`, '/api/catalog'])
    expect([path, (await app.get(path, { host: 'localhost:8788' })).status]).toEqual([path, 401])
  expect((await app.get('/', { host: 'rebound.example' })).status).toBe(403)
})

test('the page runs only its own files, and no path leads out of its folder', async () => {
  const app = ownApp()
  const page = await app.get('/')
  const policy = page.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  for (const path of [
    '/secret',
    '/../catalog/topics.json',
    '/%2e%2e/own.duckdb',
    '/review/..%2freview.html',
    '/a.json',
  ])
    expect([path, (await app.get(path)).status]).toEqual([path, 404])
})
