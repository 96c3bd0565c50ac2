import { createRoute, z } from '@hono/zod-openapi'
import { answers, factIdWords } from '#server/answers.ts'
import { EvidenceQuery } from '#server/input.ts'
import { readEvidence } from '#server/queries/read-evidence.ts'
import { createRouter } from './create-router.ts'
import { goneFact, lookUpErrors, ok } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/evidence/{id}',
  summary: 'Everything that stands behind one number',
  request: {
    query: EvidenceQuery,
    params: z.object({
      id: z
        .string()
        .openapi({ description: factIdWords, example: 'software_revenue~440000~2024~year~annual' }),
    }),
  },
  responses: {
    ...ok(
      'The number with its source, place and sentence, other statements, checks, breaks, citations and, where it is derived, its parents with the same.',
      answers.evidence,
    ),
    ...lookUpErrors,
    ...goneFact,
  },
})

export const evidence = createRouter().openapi(route, async (c) => {
  const { id } = c.req.valid('param')
  const { store, current, publicUrl } = c.var
  const around = { versions: current, site: publicUrl }
  return c.json(await readEvidence(store, { id, ...c.req.valid('query') }, around), 200)
})
