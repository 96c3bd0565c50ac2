import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { answers } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { app, ask, current, get } = await openRealApi()

const questions: readonly (readonly [path: string, shape: z.ZodType])[] = [
  ['/indicators', answers.indicators],
  ['/indicators/software_revenue', answers.indicator],
  ['/indicators/base_stations_5g', answers.indicator],
  ['/regions', answers.regions],
  ['/sources', answers.sources],
  ['/sources/web-020', answers.source],
  ['/observations', answers.observations],
  [
    '/observations?indicator=software_revenue&region=CN&period=2024&measure=level,yoy_pct',
    answers.observations,
  ],
  [
    '/series?indicator=software_revenue,base_stations_5g&region=CN,520000&measure=level,yoy_pct',
    answers.series,
  ],
  ['/series?indicator=software_revenue&basis=year&transform=implied_base', answers.series],
  ['/compare?indicator=software_revenue&regions=zones', answers.compare],
  ['/compare?indicator=software_revenue&regions=CN,provinces&compilation=annual', answers.compare],
  ['/compare/latest?indicator=base_stations_5g', answers.compareLatest],
  ['/series?indicator=software_revenue&includeHistory=true', answers.series],
  ['/series?indicator=software_revenue&asOf=2024-06-30', answers.series],
  ['/targets', answers.targets],
  ['/conflicts', answers.conflicts],
  ['/checks', answers.checks],
  ['/inbox', answers.inbox],
  ['/changes?since=2025-01-01', answers.changes],
  ['/versions', answers.versions],
  ['/latest', answers.latest],
  ['/standing?region=520000', answers.standing],
  ['/standing?region=CN-EAST', answers.standing],
  ['/latest?region=520000&topic=computing', answers.latest],
]

describe('every answer has the shape it promises, and nothing beside it', () => {
  test.each(questions)('%s', async (path, shape) => {
    const answer = await ask(path)
    expect(shape.parse(answer)).toEqual(answer)
  })

  test.each([
    ['/healthz', answers.health],
    ['/readyz', answers.readiness],
  ])('%s', async (path, shape) => {
    const answer: unknown = await (await get(path)).json()
    expect(shape.parse(answer)).toEqual(answer)
  })

  test('/changes since a version', async () => {
    const since = await current.use(async (store) => store.snapshot.id)
    const answer = await ask(`/changes?since=${since}`)
    expect(answers.changes.parse(answer)).toEqual(answer)
  })
})

describe('the OpenAPI document', async () => {
  const Operation = z.object({
    parameters: z
      .array(z.object({ name: z.string(), in: z.string(), description: z.string().optional() }))
      .default([]),
    responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
  })
  const Document = z.object({
    openapi: z.literal('3.1.0'),
    paths: z.record(z.string(), z.object({ get: Operation })),
    components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  })
  const document = Document.parse(await (await get('/openapi.json')).json())

  test('has no route that the README does not name', () => {
    const readme = readFileSync('README.md', 'utf8')
    const routes = Object.keys(document.paths).map((path) =>
      path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1'),
    )
    expect(routes.length).toBeGreaterThan(8)
    for (const route of routes) expect(readme).toContain(`\`${route}`)
  })
  const operations = Object.entries(document.paths).map(([path, { get }]) => [path, get] as const)

  test('lists every route of the server', () => {
    const routes = app.routes
      .filter(
        ({ method, path }) => method === 'GET' && !path.includes('*') && /^\/(api|healthz|readyz)/.test(path),
      )
      .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
    expect(Object.keys(document.paths).sort()).toEqual([...new Set(routes)].sort())
    expect(routes.length).toBeGreaterThan(10)
  })

  test.each(operations.filter(([path]) => path.startsWith('/api/')))(
    '%s names its errors',
    (_, { responses }) => {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '304', '400', '500']))
      expect(responses['200']?.content).toBeDefined()
    },
  )

  test.each([
    [
      '/api/v1/series',
      [
        'indicator',
        'region',
        'measure',
        'compilation',
        'basis',
        'from',
        'to',
        'transform',
        'indexBase',
        'asOf',
        'updatedAfter',
        'includeHistory',
        'snapshot',
      ],
    ],
    [
      '/api/v1/compare',
      ['indicator', 'period', 'regions', 'measure', 'compilation', 'basis', 'of', 'asOf', 'snapshot'],
    ],
    [
      '/api/v1/compare/latest',
      ['indicator', 'regions', 'measure', 'compilation', 'basis', 'of', 'asOf', 'snapshot'],
    ],
    [
      '/api/v1/observations',
      [
        'indicator',
        'region',
        'period',
        'measure',
        'compilation',
        'status',
        'source',
        'asOf',
        'updatedAfter',
        'limit',
        'cursor',
        'snapshot',
      ],
    ],
    ['/api/v1/latest', ['region', 'topic', 'asOf', 'snapshot']],
    ['/api/v1/targets', ['indicator', 'region', 'asOf', 'snapshot']],
    ['/api/v1/conflicts', ['indicator', 'region', 'compatible', 'snapshot']],
    ['/api/v1/checks', ['severity', 'state', 'indicator', 'region', 'snapshot']],
    ['/api/v1/changes', ['since', 'indicator', 'region', 'snapshot']],
    ['/api/v1/indicators/{code}', ['code', 'snapshot']],
    ['/api/v1/sources/{id}', ['id', 'snapshot']],
  ])('%s names every parameter', (path, names) => {
    expect(document.paths[path]?.get.parameters.map(({ name }) => name)).toEqual(names)
  })

  test('an export names the parameters of every question', () => {
    const names = document.paths['/api/v1/export/{format}']?.get.parameters.map(({ name }) => name)
    for (const path of ['/api/v1/series', '/api/v1/compare', '/api/v1/observations']) {
      expect(names).toEqual(
        expect.arrayContaining(document.paths[path]?.get.parameters.map(({ name }) => name) ?? []),
      )
    }
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
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(names))
  })
})
