import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContract } from '../support/openapi-contract.ts'
import { addressOf, examplesOf, findExamples, type Question } from '../support/question-examples.ts'
import { openRealApi } from '../support/real-api.ts'

const { app, ask, get } = await openRealApi()

export { app }
export const contract = readContract(await (await get('/openapi.json')).json())
const { breaches } = contract
export const examples = await findExamples(ask)

const [seed, questionsOfPairs] = [20240630, 60]

export type Route = (typeof contract.routes)[number]
export type Parameter = Route['parameters'][number]

export const isOfApi = ({ path }: Route) => path.startsWith('/api/')
/** Of the questions of files one stands for all, and of the files of a brief: tests/full asks the others. */
export const standsForItsLike = ({ fixed, path }: Route) =>
  [undefined, 'compare'].includes(fixed['question']) && !/^\/brief\.(?!html)/.test(path)
export const named = <Each extends { name: string }>(list: readonly Each[]) =>
  list.map((each) => [each.name, each] as const)

/** The least that the route must be asked, in each way that the examples have. */
function leastOf(route: Route): Question[] {
  return route.parameters
    .filter(({ required }) => required)
    .reduce<Question[]>(
      (least, parameter) =>
        examplesOf(route, parameter, examples).values.flatMap((value) =>
          least.map((question) => ({ ...question, [parameter.name]: value })),
        ),
      [{}],
    )
}

const leastOneOf = (route: Route): Question => leastOf(route)[0] ?? {}

interface Refusal {
  readonly error: { readonly code: string; readonly field?: string }
}

/** The answer to a question that must be refused, in the declared shape. */
async function refusal(route: Route, address: string) {
  const response = await get(address)
  expect(await breaches(route, response.clone())).toEqual([])
  expect(response.status, address).toBeGreaterThanOrEqual(400)
  const { error } = (await response.json()) as Refusal
  return { status: response.status, ...error }
}

/** Tests some of the routes: each parameter right, wrong, twice and unknown, each method, several parameters at once. */
export function walkContract(isChosen: (route: Route) => boolean): void {
  const routes = contract.routes.filter(isChosen)

  describe('every route and every parameter', () => {
    const parameters = routes.flatMap((route) =>
      route.parameters.map((parameter) => [route.name, parameter.name, route, parameter] as const),
    )

    /** Whether some question with the value is answered, or at least understood: there are no such numbers. */
    async function isUnderstood(route: Route, { name }: Parameter, value: string): Promise<boolean> {
      for (const least of leastOf(route)) {
        const address = addressOf(route, { ...least, ...examples[name]?.beside, [name]: value })
        const response = await get(address)
        expect(await breaches(route, response.clone()), address).toEqual([])
        if (response.status === 200) return true
        const { error } = (await response.json()) as Refusal
        if (error.code === 'no_numbers') return true
      }
      return false
    }

    test.each(named(routes))('%s answers as it promises', async (_, route) => {
      const response = await get(addressOf(route, leastOneOf(route)))
      expect([response.status, await breaches(route, response)]).toEqual([200, []])
    })

    test.each(parameters)('%s: each value of %s is answered as promised', async (_, __, route, parameter) => {
      for (const value of examplesOf(route, parameter, examples).values) {
        expect(await isUnderstood(route, parameter, value), `${parameter.name}=${value}`).toBe(true)
      }
    })

    test.each(parameters)('%s: a wrong %s is refused by its name', async (_, __, route, parameter) => {
      const { wrong, beside } = examplesOf(route, parameter, examples)
      expect(wrong.length).toBeGreaterThan(0)
      for (const value of wrong) {
        const address = addressOf(route, { ...leastOneOf(route), ...beside, [parameter.name]: value })
        expect(await refusal(route, address), address).toMatchObject({ field: parameter.name })
      }
    })

    const queried = parameters.filter(([, , , parameter]) => parameter.in === 'query')

    test.each(queried)('%s: %s given twice is refused', async (_, __, route, parameter) => {
      const [value = ''] = examplesOf(route, parameter, examples).values
      const once = addressOf(route, { ...leastOneOf(route), [parameter.name]: value })
      expect(
        await refusal(route, `${once}&${new URLSearchParams({ [parameter.name]: value })}`),
      ).toMatchObject({
        status: 400,
        code: 'repeated_parameter',
        field: parameter.name,
      })
    })

    const needed = queried.filter(([, , , { required }]) => required)

    test.each(needed)('%s: says that %s is missing', async (_, __, route, { name }) => {
      const { [name]: ___, ...rest } = leastOneOf(route)
      expect(await refusal(route, addressOf(route, rest))).toMatchObject({
        status: 400,
        code: 'missing_parameter',
        field: name,
      })
    })

    /** oEmbed asks to leave others unread. */
    const strict = routes.filter(({ path }) => path !== '/oembed')

    test.each(named(strict))('%s refuses a parameter that it does not know', async (_, route) => {
      const address = addressOf({ ...route, fixed: { ...route.fixed, colour: 'red' } }, leastOneOf(route))
      expect(await refusal(route, address)).toMatchObject({
        status: 400,
        code: 'unknown_parameter',
        field: 'colour',
      })
    })
  })

  describe('how every route is asked', () => {
    test.each(named(routes))('%s: HEAD says what GET says, without a body', async (_, route) => {
      const address = addressOf(route, leastOneOf(route))
      const [full, head] = [await get(address), await app.request(address, { method: 'HEAD' })]
      expect([head.status, await head.text()]).toEqual([full.status, ''])
      for (const name of ['Content-Type', 'ETag', 'Cache-Control', 'Content-Disposition']) {
        expect([name, head.headers.get(name)]).toEqual([name, full.headers.get(name)])
      }
    })

    test.each(named(routes))('%s takes nothing but GET and HEAD', async (_, route) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const response = await app.request(addressOf(route, leastOneOf(route)), { method })
        expect([method, response.status, response.headers.get('Allow')]).toEqual([method, 405, 'GET, HEAD'])
        expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } })
      }
    })

    test.each(named(routes.filter(isOfApi)))('%s: OPTIONS lets any page read', async (_, route) => {
      const response = await app.request(addressOf(route, leastOneOf(route)), {
        method: 'OPTIONS',
        headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET' },
      })
      expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([204, '*'])
    })

    const dayWords = ['asOf', 'snapshot']
    test.each(named(routes.filter(isOfApi)))('%s: what is known already is a 304', async (_, route) => {
      const days = route.parameters.filter(({ name }) => dayWords.includes(name))
      const ofDays = days.map((day) => ({ [day.name]: examplesOf(route, day, examples).values[0] ?? '' }))
      for (const day of [{}, ...ofDays]) {
        const address = addressOf(route, { ...leastOneOf(route), ...day })
        const tag = (await get(address)).headers.get('ETag') ?? ''
        const again = await get(address, { 'If-None-Match': tag })
        expect([address, again.status, again.headers.get('ETag')]).toEqual([address, 304, tag])
        expect(await breaches(route, again)).toEqual([])
      }
    })
  })

  const main = routes.filter(({ path }) => /\/(series|compare|compare\/latest|observations)$/.test(path))
  if (main.length === 0) return

  describe('several parameters at once, right and wrong', () => {
    /** Two to four parameters of a route beside those it needs, most of them right. */
    const someOf = (route: Route) =>
      fc
        .subarray(
          route.parameters.filter(({ required }) => !required),
          { minLength: 2, maxLength: 4 },
        )
        .chain((chosen) => {
          const values = [...chosen, ...route.parameters.filter(({ required }) => required)].map(
            (parameter) => {
              const { values, wrong } = examplesOf(route, parameter, examples)
              const right = { weight: 9, arbitrary: fc.constantFrom(...values) }
              return [parameter.name, fc.oneof(right, { weight: 1, arbitrary: fc.constantFrom(...wrong) })]
            },
          )
          return fc.record<Question>(Object.fromEntries(values))
        })

    test.each(named(main))('%s has a declared answer', async (_, route) => {
      await fc.assert(
        fc.asyncProperty(someOf(route), async (question) => {
          const response = await get(addressOf(route, question))
          expect(response.status).toBeLessThan(500)
          expect(await breaches(route, response)).toEqual([])
        }),
        { seed, numRuns: questionsOfPairs },
      )
    })
  })
}
