import { describe, expect, test } from 'vitest'
import { readContract } from '../support/openapi-contract.ts'
import { addressOf, examplesOf, findExamples } from '../support/question-examples.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()
const { routes, breaches } = readContract(await (await get('/openapi.json')).json())
const examples = await findExamples(ask)

type Route = (typeof routes)[number]
type Parameter = Route['parameters'][number]

/** A value of each kind suffices beside a value of another parameter. */
const mostValues = 6

const valuesOf = (route: Route, parameter: Parameter) =>
  examplesOf(route, parameter, examples).values.slice(0, mostValues)

/** A file answers the question of another route: its parameters are read by the same schemas. A chart asks those routes itself. */
const asked = routes.filter(
  ({ fixed, path }) => Object.keys(fixed).length === 0 && !/^\/(charts|brief|oembed)/.test(path),
)

const pairs = asked.flatMap((route) =>
  route.parameters.flatMap((one, at) =>
    route.parameters
      .slice(at + 1)
      .map((other) => [route.name, one.name, other.name, { route, one, other }] as const),
  ),
)

/** What the route must be asked beside. */
const least = (route: Route) =>
  Object.fromEntries(
    route.parameters
      .filter(({ required }) => required)
      .map((parameter) => [parameter.name, valuesOf(route, parameter)[0] ?? '']),
  )

describe('any two parameters together have a declared answer', () => {
  test.each(pairs)('%s: %s and %s', async (_, __, ___, { route, one, other }) => {
    for (const value of valuesOf(route, one)) {
      for (const beside of valuesOf(route, other)) {
        const question = { ...least(route), [one.name]: value, [other.name]: beside }
        const response = await get(addressOf(route, question))
        expect(response.status, addressOf(route, question)).toBeLessThan(500)
        expect(await breaches(route, response), addressOf(route, question)).toEqual([])
      }
    }
  })

  test('are many', () => expect(pairs.length).toBeGreaterThan(150))
})
