import { createRoute, z } from '@hono/zod-openapi'
import { answers } from '#server/answers.ts'
import { CatalogueQuery } from '#server/input.ts'
import { readSource } from '#server/queries/read-source.ts'
import { readSources } from '#server/queries/read-sources.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors, ok } from './responses.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/sources',
  summary: 'The documents that figures come from',
  request: { query: CatalogueQuery },
  responses: {
    ...ok('Documents with how many numbers were published and refused.', answers.sources),
    ...lookUpErrors,
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/sources/{id}',
  summary: 'One document with its numbers',
  request: { query: CatalogueQuery, params: z.object({ id: z.string().openapi({ example: 'web-001' }) }) },
  responses: {
    ...ok('The document, its numbers in file order, and what was refused.', answers.source),
    ...lookUpErrors,
  },
})

export const sources = createRouter()
  .openapi(listRoute, async (c) => c.json(await readSources(c.get('store')), 200))
  .openapi(oneRoute, async (c) => c.json(await readSource(c.get('store'), c.req.valid('param').id), 200))
