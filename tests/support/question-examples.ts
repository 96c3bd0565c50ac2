import { answers } from '#server/answers.ts'
import type { Parameter, Route } from './openapi-contract.ts'

/** What a parameter may be given. */
export interface Examples {
  /** Each is answered; none where the published database has none. */
  readonly values: readonly string[]
  /** Each is refused, and the parameter is named. */
  readonly wrong: readonly string[]
  /** What must be asked with it, or it means nothing. */
  readonly beside?: Readonly<Record<string, string>>
  /** Of paths where the parameter means something else. */
  readonly at?: Readonly<Record<string, Examples>>
}

const periods: Examples = {
  values: ['2024-01/2024-04', '2024', '2024-Q1', '2024-04'],
  wrong: ['2024-13', '2024Q1', '2024-05/2024-01', 'yesterday', ''],
}
const ofLine: Examples = { values: ['软件业', 'A & B'], wrong: ['字'.repeat(81), 'two\nlines', ''] }
/** In addresses of charts a period is a plain one, and a year begins and ends them. */
const ofCharts: Readonly<Record<string, Examples>> = {
  from: { values: ['2020', '2024'], wrong: ['2024-01', 'yesterday', ''] },
  to: { values: ['2025', '2026'], wrong: ['2024-01', 'yesterday', ''] },
  period: { values: ['2024', '2024-06'], wrong: ['2024-13', '2024Q1', 'yesterday', ''] },
  indexBase: { values: ['2024', '2024-01/2024-04'], wrong: ['2024-13', 'yesterday', ''] },
  since: { values: ['0123456789abcdef'], wrong: ['2025-01-01', 'newest', ''] },
}
const isOfCharts = (path: string) => /^\/(?:charts|brief)/.test(path)

const indicators = ['software_revenue', 'base_stations_5g']
const regions = ['CN', '520000', 'CN-EAST']

/*
 * Of parameters whose words the OpenAPI document does not list. A new parameter needs a line here, unless its schema is
 * an enum, a boolean, a date or a number between bounds.
 */
const fromCatalogue: Readonly<Record<string, Examples>> = {
  indicator: { values: indicators, wrong: ['software_revenu', '软件业务收入', ''] },
  code: { values: indicators, wrong: ['software_revenu', ' '] },
  region: { values: regions, wrong: ['521000', '贵州', ''] },
  regions: {
    values: ['provinces', 'zones', 'clusters', 'cities', 'members:CN-EAST', ...regions],
    wrong: ['everywhere', 'members:CN-SOUTH', ''],
  },
  url: {
    values: ['/indicators/software_revenue', '/regions'],
    wrong: ['regions', '/targets', 'https://example.org/regions', ''],
  },
  title: ofLine,
  caption: ofLine,
  versus: { values: ['usual', 'stated'], wrong: ['region', ''] },
  against: { values: ['2022', '2023'], wrong: ['2024-13', 'yesterday', ''] },
  q: {
    values: ['2024年各省软件业务收入', '5G渗透率', 'software revenue 2025', 'rjywsr', '今天天气', '收入多少'],
    wrong: ['', ' ', '软'.repeat(301)],
  },
  topic: { values: ['software', 'computing'], wrong: ['software2', ''] },
  source: { values: ['web-001', 'web-020'], wrong: ['web-9999', ''] },
  id: {
    values: ['web-001', 'web-020'],
    wrong: ['web-9999', 'toString'],
    at: {
      '/api/v1/evidence/{id}': {
        values: ['gdp~CN~2023~year', 'software_revenue~520000~2023~year~annual~of.region.CN~share'],
        wrong: ['gdp', 'gdp~CN~2023', 'gdp~CN~2023~year~level', 'web-001:2', 'toString'],
      },
    },
  },
  period: periods,
  from: periods,
  to: periods,
  indexBase: { ...periods, values: ['2024-01/2024-04', '2024'], beside: { transform: 'index' } },
  of: {
    values: ['', 'gdp', 'region:CN'],
    wrong: ['gdpp', 'region:XX'],
    beside: { measure: 'share_pct' },
  },
  updatedAfter: {
    values: ['2024-06-30', '2024-06-30T12:00:00+08:00', '2024-06-30T12:00'],
    wrong: ['lately', '2024-06-31', '2024-06-30T25:00', ''],
  },
}

type Ask = (path: string) => Promise<unknown>

/** The examples, those too that only a published database has. */
export async function findExamples(ask: Ask): Promise<Readonly<Record<string, Examples>>> {
  const { nextCursor } = answers.observations.parse(await ask('/observations?limit=5'))
  const { files } = answers.inbox.parse(await ask('/inbox'))
  const { snapshot } = answers.versions.parse(await ask('/versions'))
  return {
    ...fromCatalogue,
    cursor: { values: [nextCursor ?? ''], wrong: ['abc', ''] },
    snapshot: { values: [snapshot], wrong: ['0123456789abcdef', 'newest'] },
    seen: { values: [snapshot], wrong: ['2025-01-01', 'newest', '0123456789abcdef', ''] },
    since: { values: ['2025-01-01', snapshot], wrong: ['2024-13-01', 'yesterday', '0123456789abcdef'] },
    document: {
      values: files.map(({ document }) => document).filter((id) => id !== ''),
      wrong: ['doc-0000', ''],
    },
  }
}

/**
 * What a parameter may be given, by its schema, else by the examples.
 * @throws Error that says what to add, when neither tells.
 */
export function examplesOf(
  { name: route }: Pick<Route, 'name'>,
  { name: spelled, schema, in: place }: Parameter,
  examples: Readonly<Record<string, Examples>>,
): Examples {
  const name = spelled.replace(/^1\./, '')
  const words = schema.enum ?? schema.items?.enum
  const ofChart = isOfCharts(route) ? ofCharts[name] : undefined
  const own = ofChart ?? examples[name]?.at?.[route] ?? examples[name]
  const told = (words && ofWords(words)) ?? ofSchema(schema) ?? own
  if (!told) {
    throw new Error(
      `${route} takes ${spelled}, of which there is no example: add values that exist and some that are wrong to tests/support/question-examples.ts`,
    )
  }
  if (place === 'path') return { ...told, wrong: told.wrong.filter((value) => value !== '') }
  return schema.type === 'array' ? listed(told) : told
}

const ofWords = (values: readonly string[]): Examples => ({ values, wrong: ['no_such_word', ''] })

function ofSchema({ type, format, minimum, maximum }: Parameter['schema']): Examples | undefined {
  if (type === 'boolean') return { values: ['true', 'false'], wrong: ['yes', '1', ''] }
  if (format === 'date') {
    return { values: ['2025-12-31', '2024-02-29'], wrong: ['2024-06', '2024-02-30', 'today', ''] }
  }
  if (type !== 'integer' || minimum === undefined || maximum === undefined) return undefined
  const bounds = [minimum, maximum].map(String)
  return { values: bounds, wrong: [`${minimum - 1}`, `${maximum + 1}`, '1e3', '1.5', 'ten', ''] }
}

/** Of a list also all of them at once, and with an item missing. */
const listed = ({ values, wrong, ...rest }: Examples): Examples => ({
  values: [...new Set([...values, values.join(',')])],
  wrong: [...wrong, `${values[0]},,${values.at(-1)}`],
  ...rest,
})

/** Parameter → value. */
export type Question = Readonly<Record<string, string>>

/** The address of a question: each parameter in its place. */
export function addressOf({ path, fixed, parameters }: Route, question: Question): string {
  const inPath = new Set(parameters.filter((each) => each.in === 'path').map(({ name }) => name))
  const query = Object.entries({ ...fixed, ...question }).filter(([name]) => !inPath.has(name))
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(question[name] ?? ''))
  return query.length === 0 ? address : `${address}?${new URLSearchParams(query)}`
}
