import { createRoute } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { CompareLatestQuery, CompareQuery } from '#server/input.ts'
import { chooseRegions } from '#server/queries/choose-regions.ts'
import { compareLatest } from '#server/queries/compare-latest.ts'
import { compareRegions, wantedComparison } from '#server/queries/compare-regions.ts'
import { sendAnswer } from '#server/send-answer.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { okOfDay, questionErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/compare',
  summary: 'One period across regions',
  request: { query: CompareQuery },
  responses: {
    ...okOfDay('Regions ranked by value, and those without a number.', answers.compare),
    ...questionErrors,
  },
})

const latestRoute = createRoute({
  method: 'get',
  path: '/compare/latest',
  summary: 'The newest number of each region',
  request: { query: CompareLatestQuery },
  responses: {
    ...okOfDay(
      'Regions ranked by their newest value, each with its own period, and those without a number.',
      answers.compareLatest,
    ),
    ...questionErrors,
  },
})

export const compare = createRouter()
  .openapi(route, async (c) => {
    const query = c.req.valid('query')
    const answer = await compareRegions(c.get('store'), query)
    await tellUndated(c, query, wantedComparison(query, chooseRegions(c.get('store').catalog, query.regions)))
    return sendAnswer(c, answer)
  })
  .openapi(latestRoute, async (c) => {
    const query = c.req.valid('query')
    const answer = await compareLatest(c.get('store'), query)
    await tellUndated(c, query, wantedComparison(query, chooseRegions(c.get('store').catalog, query.regions)))
    return sendAnswer(c, answer)
  })
