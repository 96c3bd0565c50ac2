import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type FileFormat, fileFormats } from '#server/tables/file-formats.ts'
import { openRealApi } from '../support/real-api.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema: {
    readonly enum?: readonly string[]
    readonly items?: { readonly enum?: readonly string[] }
  }
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly get: { readonly parameters?: readonly Parameter[] } }>>
}

const { get } = await openRealApi()
const { paths } = (await (await get('/openapi.json')).json()) as Document
const [english = '', chinese = ''] = readFileSync('README.md', 'utf8').split(/^(?=# 中文说明$)/m)

const asked = (path: string) =>
  (paths[`/api/v1${path}`]?.get.parameters ?? []).filter((each) => each.in === 'query')
const routes = Object.keys(paths).flatMap((path) => path.split(/^\/api\/v1(?=\/)/)[1] ?? [])
const listed = new Map(
  routes
    .flatMap(asked)
    .flatMap(({ name, schema }) => (schema.enum ? [[name, schema.enum] as const] : listOf(name, schema))),
)

function listOf(name: string, { items }: Parameter['schema']) {
  return items?.enum ? [[name, items.enum] as const] : []
}

/** What a route takes beside what every route takes, and a file beside what its question takes. */
function ownOf(route: string): string[] {
  const shared = route.startsWith('/export') ? ['/series', '/compare', '/observations'].flatMap(asked) : []
  const others = new Set(['snapshot', ...shared.map(({ name }) => name)])
  return asked(route)
    .map(({ name }) => name)
    .filter((name) => !others.has(name))
    .toSorted()
}

const codesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

/** The other cells of the rows of all tables, by the code that stands in the first. */
const rowsOf = (text: string) =>
  new Map(
    [...text.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, code = '', cells = '']) => [
      code,
      cells.split(' | ').map((cell) => cell.trim()),
    ]),
  )

const section = (text: string, heading: string) =>
  text.split(/^#+ /m).find((each) => each.startsWith(heading)) ?? ''

/** The codes in the items of a list, by the one with which an item begins. */
const itemsOf = (text: string) =>
  new Map(
    [...text.matchAll(/^- `([^`]+)`((?:.|\n {2})*)/gm)].map(([, code = '', rest = '']) => [
      code,
      codesIn(rest),
    ]),
  )

test('the document has the routes and words that the README is held against', () => {
  expect([routes.length > 15, [...listed.keys()].includes('transform')]).toEqual([true, true])
})

describe.each([
  ['English', english, 'Parameters'],
  ['Chinese', chinese, '参数的取值'],
])('the README in %s', (_, text, heading) => {
  const rows = rowsOf(text)

  test.each(routes)('has a row for %s with what it takes', (route) => {
    const [takes] = rows.get(route.replace(/\{(\w+)\}/, ':$1')) ?? []
    expect(takes).toBeDefined()
    const taken = codesIn(takes ?? '').flatMap((codes) => codes.split(' '))
    expect(taken.toSorted()).toEqual(ownOf(route))
  })

  test.each([...listed])('lists the words of %s', (name, words) => {
    expect(itemsOf(section(text, heading)).get(name)?.toSorted()).toEqual(words.toSorted())
  })

  test.each(Object.entries<FileFormat>(fileFormats))('says what %s holds', (format, { mostRows }) => {
    const most = mostRows === undefined ? /^$/ : new RegExp(`^${mostRows.toLocaleString('en-US')} `)
    expect(rows.get(format)?.at(-1)).toMatch(most)
  })
})

/** In columns of a terminal, where a Chinese letter takes two. */
const widthOf = (line: string) => line.replace(/[\u2e80-\uffef]/g, '  ').length

test('no line of the README is wider than a screen', () => {
  expect(`${english}${chinese}`.split('\n').filter((line) => widthOf(line) > 160)).toEqual([])
})
