import { describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { examples } from '#server/docs/examples.ts'
import type { OpenApiDocument, Parameter, Schema } from '#server/docs/open-api.ts'
import { renderPage } from '#server/docs/page.ts'
import { routeAnchor } from '#server/docs/route-section.ts'
import { sampleQuestions } from '#server/docs/sample-questions.ts'
import { readHtml, textOf } from '../support/read-html.ts'
import { openRealApi, unhurried } from '../support/real-api.ts'

const { current, get } = await openRealApi()
const document = (await (await get('/openapi.json')).json()) as OpenApiDocument
const text = async (path: string) => (await get(path)).text()
const pages = { zh: await text('/docs'), en: await text('/docs?lang=en') }
const routes = Object.entries(document.paths)
/** Without the signs that only say how a word looks. */
const spaced = (words: string) => words.replaceAll('`', '').replace(/\s+/g, ' ').trim()

/** The rows of a table of a section, the first or the last one, by the code that begins each. */
function rowsIn(page: ReturnType<typeof readHtml>, anchor: string, at: 0 | -1): Map<string, string> {
  const section = page.named('table', page.byId(anchor)).at(at)
  if (!section) return new Map()
  return new Map(
    page.named('tr', section).flatMap((row) => {
      const [code] = page.named('th', row).map(textOf)
      return code === undefined || page.named('td', row).length === 0
        ? []
        : [[code.split(' ')[0] ?? '', spaced(textOf(row))]]
    }),
  )
}

const wordsOf = ({ enum: own, items }: Schema) => own ?? items?.enum ?? []
const withoutCommas = ({ description = '', schema }: Parameter) =>
  description
    .replace(` Several with commas: ${wordsOf(schema).join(', ')}.`, '')
    .replace(/ Several with commas\.$/, '')

test('the document has the routes that the page is held against', () => {
  expect([routes.length > 20, Object.keys(document.components.schemas).length > 20]).toEqual([true, true])
})

describe.each(Object.entries(pages))('the reference in %s', (language, source) => {
  const page = readHtml(source)

  const required = { zh: '必填', en: 'required' }[language] ?? ''

  test.each(routes)('has %s with what it takes', (path, { get: { parameters = [] } }) => {
    const rows = rowsIn(page, routeAnchor(path), 0)
    for (const parameter of parameters) {
      const row = rows.get(parameter.name) ?? `no row for ${parameter.name}`
      expect(row).toContain(spaced(withoutCommas(parameter)))
      expect(wordsOf(parameter.schema).filter((word) => !row.includes(String(word)))).toEqual([])
      expect([parameter.name, row.includes(required)]).toEqual([parameter.name, parameter.required])
    }
  })

  test.each(routes)('has %s with what it answers', (path, { get: { summary, responses } }) => {
    const anchor = routeAnchor(path)
    const said = spaced(textOf(page.byId(anchor)))
    const { description = 'no answer', content } = responses['200'] ?? {}
    const parts = [`GET ${path}`, summary ?? 'no summary', description, ...Object.keys(responses)]
    expect(parts.filter((part) => part !== '200' && !said.includes(spaced(part)))).toEqual([])
    const fields = Object.keys(content?.['application/json']?.schema.properties ?? {})
    const rows = rowsIn(page, anchor, -1)
    expect(fields.filter((field) => !rows.has(field) && !rows.has(`${field}[]`))).toEqual([])
  })

  test.each(Object.entries(document.components.schemas))(
    'has the shape %s with its fields',
    (name, schema) => {
      const rows = rowsIn(page, `shape-${name}`, 0)
      const own = [schema, ...(schema.allOf ?? [])].flatMap(({ properties = {} }) =>
        Object.entries(properties),
      )
      expect(own.length).toBeGreaterThan(0)
      for (const [field, { description = '' }] of own)
        expect(rows.get(field) ?? rows.get(`${field}[]`)).toContain(spaced(description))
    },
  )

  test('has each status with every meaning that the document gives it', () => {
    const said = routes.flatMap(([, { get: operation }]) => Object.entries(operation.responses))
    for (const [status, { description }] of said)
      if (status !== '200')
        expect(spaced(textOf(page.byId(`error-${status}`)))).toContain(spaced(description))
  })

  test.each(examples)('shows $file as it is given to be saved', async ({ file, title, says }) => {
    const { byId, named } = page
    const section = byId(`example-${file.replace(/\.\w+$/, '')}`)
    expect(named('pre', section).map(textOf)).toEqual([await text(`/docs/examples/${file}`)])
    expect(textOf(section)).toContain(title[language as 'zh'])
    expect(textOf(section)).toContain(says[language as 'zh'])
  })

  test('leads only to what there is', async () => {
    const links = [...new Set([...page.attributesOf('href'), ...page.attributesOf('src')])]
    const anchors = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1))
    expect(anchors.filter((anchor) => !page.ids.has(anchor))).toEqual([])
    // The pages themselves are not built for this test.
    const built = ['/', '/?lang=en', '/icon.svg']
    const answered = links.filter((link) => !link.startsWith('#') && !built.includes(link))
    const statuses = await Promise.all(answered.map(async (link) => [link, (await get(link)).status]))
    expect(statuses.length).toBeGreaterThan(routes.length)
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
  })

  test('names every anchor once, and loads nothing from elsewhere and no script', () => {
    expect(page.attributesOf('id').length).toBe(page.ids.size)
    const addresses = ['href', 'src', 'srcset', 'action'].flatMap(page.attributesOf)
    expect(addresses.filter((address) => !/^[/#](?!\/)/.test(address))).toEqual([])
    expect([page.named('script'), page.attributesOf('style')]).toEqual([[], []])
    expect(
      page.all.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => /^on/.test(name)),
    ).toEqual([])
  })

  test('says which language it is in, and leads to the other', () => {
    const [html] = page.named('html')
    expect(html?.attribs['lang']).toBe({ zh: 'zh-CN', en: 'en' }[language])
    expect(page.attributesOf('href')).toContain({ zh: '/docs?lang=en', en: '/docs' }[language])
  })
})

test('headings and explanations are Chinese in one and English in the other', () => {
  const headings = (source: string) => readHtml(source).named('h2').map(textOf)
  expect(headings(pages.zh)).toEqual(['使用前须知', '示例', '接口', '数据结构', '错误'])
  expect(headings(pages.en)).toEqual(['Before you begin', 'Examples', 'Routes', 'Shapes', 'Errors'])
})

test('whatever the document says, it is text', async () => {
  const evil = '<script>alert(1)</script> & "quoted" \'too\''
  const operation = {
    summary: evil,
    description: evil,
    parameters: [
      {
        name: evil,
        in: 'query' as const,
        required: true,
        description: evil,
        schema: { type: evil, enum: [evil], example: evil },
      },
    ],
    responses: {
      200: {
        description: evil,
        headers: { [evil]: { description: evil } },
        content: {
          'application/json': {
            schema: { properties: { [evil]: { description: evil, $ref: `#/${evil}` } } },
          },
        },
      },
      400: { description: evil, content: { [evil]: { schema: {} } } },
    },
  }
  const source = await renderPage({
    document: {
      info: { version: evil },
      paths: { [evil]: { get: operation } },
      components: { schemas: { [evil]: { description: evil } } },
    },
    language: 'zh',
    address: evil,
  })
  const page = readHtml(source)
  expect(page.named('script')).toEqual([])
  expect(source).not.toMatch(/<script/i)
  expect(textOf(page.byId('routes'))).toContain(evil)
  expect(textOf(page.byId('shapes'))).toContain(evil)
  expect(textOf(page.byId('errors'))).toContain(evil)
  expect(textOf(page.byId('examples'))).toContain(evil)
})

describe('the addresses in the programs', () => {
  const appUnder = (publicUrl: string) =>
    createApp({ current, pagesFolder: 'no-such-folder', settings: { ...unhurried, publicUrl } })
  const program = '/docs/examples/ask.sh'

  test('are those under which readers come, where the server is told them', async () => {
    const app = appUnder('https://youju.example.cn/data')
    for (const path of [program, '/docs']) {
      const body = await (await app.request(`http://10.0.0.1${path}`)).text()
      expect(body).toContain('https://youju.example.cn/data')
      expect(body).not.toMatch(/10\.0\.0\.1|localhost/)
    }
  })

  test('are else those of the request', async () => {
    const body = await (await appUnder('').request(`http://10.0.0.1:8787${program}`)).text()
    expect(body).toContain('YOUJU=http://10.0.0.1:8787\n')
  })

  test('hold no sign that a shell would run', async () => {
    const body = await (await appUnder('').request(`http://a$(id);b${program}`)).text()
    expect(body).not.toContain('$(id)')
    expect(body).toContain('YOUJU=http://localhost\n')
  })
})

describe.each(['/docs', '/docs?lang=en', '/docs/style.css', '/docs/examples/with-pandas.py'])(
  '%s',
  (path) => {
    test('is named by its content, and not sent again to who has it', async () => {
      const first = await get(path)
      const tag = first.headers.get('ETag') ?? ''
      expect([first.status, tag]).toEqual([200, expect.stringMatching(/^W\/"[0-9a-f]{16}"$/)])
      const again = await get(path, { 'If-None-Match': tag })
      expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
    })

    test('goes packed, under the policy of the pages', async () => {
      const { headers } = await get(path, { 'Accept-Encoding': 'br' })
      expect(headers.get('Content-Encoding')).toBe('br')
      expect(headers.get('Vary')).toBe('Accept-Encoding')
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    })
  },
)

test('the pages in both languages, and under several addresses, have names of their own', async () => {
  const paths = ['/docs', '/docs?lang=en', 'http://elsewhere.example/docs']
  const tags = await Promise.all(paths.map(async (path) => (await get(path)).headers.get('ETag')))
  expect(new Set(tags).size).toBe(3)
})

test('an example that there is not is told in words', async () => {
  const response = await get('/docs/examples/..%2F..%2Fpackage.json')
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('没有示例')])
})

test.each(routes)('%s has a question to try, whose answer is short', async (path) => {
  const sample = sampleQuestions[path] ?? `no sample for ${path}`
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/?]+')}(?:\\?.+)?$`)
  expect(sample).toMatch(pattern)
  const response = await get(sample)
  const body = await response.arrayBuffer()
  expect([sample, response.status, body.byteLength < 500_000]).toEqual([sample, 200, true])
})

test('there is no question to try for a route that there is not', () => {
  expect(Object.keys(sampleQuestions).toSorted()).toEqual(Object.keys(document.paths).toSorted())
})
