import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { examplesOf } from '../support/question-examples.ts'
import {
  app,
  contract,
  examples,
  isOfApi,
  named,
  type Parameter,
  standsForItsLike,
  walkContract,
} from '../walks/contract.ts'

const { paths, schemas, routes } = contract

walkContract(standsForItsLike)

/** The collected figures come without an inbox: its documents are asked for in tests/inbox-folder.test.ts. */
const hasNone = ['document']

test('has values of every parameter in the published database', () => {
  const without = routes.flatMap((route) =>
    route.parameters.filter((parameter) => examplesOf(route, parameter, examples).values.length === 0),
  )
  expect(without.map(({ name }) => name)).toEqual(hasNone)
})

describe('the OpenAPI document', () => {
  test('has no route that the README does not name', () => {
    const readme = readFileSync('README.md', 'utf8')
    const spelled = paths.map((path) => path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1'))
    expect(spelled.length).toBeGreaterThan(8)
    for (const route of spelled) expect(readme).toContain(`\`${route}`)
  })

  test('lists every route of the server', () => {
    const served = app.routes
      .filter(
        ({ method, path }) =>
          method === 'GET' &&
          !path.includes('*') &&
          /^\/(api|charts|brief\.|oembed|healthz|readyz)/.test(path),
      )
      .map(({ path }) => path.replace(':file', '{kind}.{ending}').replace(/:(\w+)/g, '{$1}'))
    expect([...paths].sort()).toEqual([...new Set(served)].sort())
    expect(served.length).toBeGreaterThan(10)
  })

  test.each(named(routes.filter(isOfApi)))('%s names its errors', (_, { responses }) => {
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '304', '400', '500']))
    expect(responses['200']?.length).toBeGreaterThan(0)
  })

  test('has an example of every parameter, and no example that nothing takes', () => {
    const taken = new Set(
      routes.flatMap(({ parameters }) => parameters.map(({ name }) => name.replace(/^1\./, ''))),
    )
    expect(Object.keys(examples).filter((name) => !taken.has(name))).toEqual([])
  })

  test('says what to add where a parameter has no example', () => {
    const parameter: Parameter = { name: 'colour', in: 'query', required: false, explode: true, schema: {} }
    expect(() => examplesOf({ name: '/api/v1/series' }, parameter, examples)).toThrow(
      '/api/v1/series takes colour, of which there is no example: add values that exist',
    )
  })

  test('says of every list which words it takes, with commas between them', () => {
    const lists = routes.flatMap(({ parameters }) =>
      parameters.filter(({ schema }) => schema.type === 'array'),
    )
    expect(lists.length).toBeGreaterThan(10)
    expect(lists.filter(({ explode }) => explode)).toEqual([])
  })

  test('describes the shapes by name', () => {
    const names = [
      'Error',
      'Indicator',
      'Observation',
      'Point',
      'Region',
      'Series',
      'Source',
      'Unit',
      'Coverage',
      'Target',
      'Conflict',
      'Check',
      'Change',
      'Interval',
    ]
    expect(schemas).toEqual(expect.arrayContaining(names))
  })
})
