import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { app, ask } = await openRealApi()
const client = new Client({ name: 'reader', version: '1.0.0' })

beforeAll(() =>
  client.connect(
    new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
      fetch: async (url, init) => app.request(url.toString(), init),
    }),
  ),
)
afterAll(() => client.close())

interface Result {
  readonly isError?: boolean
  readonly content: readonly { readonly type: string; readonly text?: string }[]
}

async function call(name: string, given: Record<string, unknown>): Promise<Result> {
  return (await client.callTool({ name, arguments: given })) as Result
}

const textOf = ({ content }: Result) => content[0]?.text ?? ''

test('an assistant is told what it can ask and how to quote', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['ask', 'find', 'series', 'compare', 'targets', 'evidence'])
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
  expect(client.getInstructions()).toMatch(/source/)
})

test('a question in words is answered with a sentence that names its source', async () => {
  const result = await call('ask', { q: '2025年软件业务收入' })
  const { outcome, sentence, numbers } = answers.ask.parse(JSON.parse(textOf(result)))
  expect([outcome, numbers[0]?.point.period]).toEqual(['answer', '2025'])
  expect(sentence).toMatch(/来源：工业和信息化部/)
})

test('a tool gives what the API gives', async () => {
  const given = { indicator: ['software_revenue'], region: ['CN', '520000'], basis: ['year'] }
  const asked = await ask('/series?indicator=software_revenue&region=CN,520000&basis=year')
  expect(JSON.parse(textOf(await call('series', given)))).toEqual(asked)
})

test('a number is followed to its evidence', async () => {
  const found = await call('find', { q: '5G基站' })
  const [indicator] = answers.find.parse(JSON.parse(textOf(found))).indicators
  expect(indicator?.code).toBe('base_stations_5g')
})

test.each([
  ['series', { indicator: ['software_revenu'] }, /software_revenue/],
  ['series', {}, /indicator/],
  ['evidence', { id: 'nothing' }, /nothing/],
] as const)('%s with %j says in one line what is wrong', async (name, given, message) => {
  const result = await call(name, given)
  expect([result.isError, textOf(result)]).toEqual([true, expect.stringMatching(message)])
})
