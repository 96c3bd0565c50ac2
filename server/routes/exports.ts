import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compareRows, type ExportRow, observationRows, seriesRows } from '#server/exports/export-row.ts'
import { nameFile } from '#server/exports/file-name.ts'
import { exportFormats, exportIds } from '#server/exports/index.ts'
import { ExportQuery, exportQueries, parseQuestion, type Question } from '#server/input.ts'
import { chooseRegions } from '#server/queries/choose-regions.ts'
import { compareLatest } from '#server/queries/compare-latest.ts'
import { compareRegions, fitsComparison } from '#server/queries/compare-regions.ts'
import { fitsObservations, readObservations } from '#server/queries/read-observations.ts'
import { fitsSeries, readSeries } from '#server/queries/read-series.ts'
import type { ServerEnv } from '#server/server-env.ts'
import { nameFileByContent, tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { questionErrors } from './responses.ts'

const files = Object.fromEntries(
  Object.values(exportFormats).map(({ mediaType }) => [mediaType, { schema: z.string() }]),
)

const route = createRoute({
  method: 'get',
  path: '/export/{format}',
  summary: 'The same questions as files',
  description: 'Takes the parameters of the route that `question` names, and no others.',
  request: {
    params: z.object({
      format: z
        .enum(exportIds, { error: `没有这种导出格式；可用：${exportIds.join('、')}` })
        .openapi({ example: 'csv' }),
    }),
    query: ExportQuery,
  },
  responses: {
    200: {
      description: 'A row for each number of the JSON answer. `Link` names the next page if any.',
      content: files,
    },
    ...questionErrors,
  },
})

interface Table {
  readonly rows: readonly ExportRow[]
  readonly nextCursor?: string | null
}

/** The numbers of each question as rows. */
const tables: Readonly<Record<Question, (c: Context<ServerEnv>) => Promise<Table>>> = {
  series: async (c) => {
    const query = parseQuestion(exportQueries.series, c)
    const answer = await readSeries(c.var.store, query)
    await tellUndated(c, query, fitsSeries(query))
    return { rows: seriesRows(c.var.store.catalog, answer) }
  },
  compare: async (c) => {
    const query = parseQuestion(exportQueries.compare, c)
    const answer = await compareRegions(c.var.store, query)
    const regions = chooseRegions(c.var.store.catalog, query.regions)
    await tellUndated(c, query, fitsComparison(query, regions))
    return { rows: compareRows(c.var.store.catalog, answer) }
  },
  compare_latest: async (c) => {
    const query = parseQuestion(exportQueries.compare_latest, c)
    const answer = await compareLatest(c.var.store, query)
    const regions = chooseRegions(c.var.store.catalog, query.regions)
    await tellUndated(c, query, fitsComparison(query, regions))
    return { rows: compareRows(c.var.store.catalog, answer) }
  },
  observations: async (c) => {
    const query = parseQuestion(exportQueries.observations, c)
    const answer = await readObservations(c.var.store, query)
    await tellUndated(c, query, fitsObservations(query))
    return { rows: observationRows(c.var.store.catalog, answer), nextCursor: answer.nextCursor }
  },
}

export const exports = createRouter().openapi(route, async (c) => {
  const { format } = c.req.valid('param')
  const { question } = c.req.valid('query')
  const { mediaType, extension, write } = exportFormats[format]
  const { rows, nextCursor } = await tables[question](c)
  if (nextCursor) c.header('Link', `<${nextPage(c.req.url, nextCursor)}>; rel="next"`)
  c.header('Content-Type', mediaType)
  c.header('Content-Disposition', nameFile(question, extension, rows))
  const file = write(rows)
  nameFileByContent(c, file)
  return c.body(file)
})

function nextPage(address: string, cursor: string): string {
  const next = new URL(address)
  next.searchParams.set('cursor', cursor)
  return next.pathname + next.search
}
