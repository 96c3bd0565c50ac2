import { createRoute, z } from '@hono/zod-openapi'
import { unreadable } from '#server/errors.ts'
import { checkQuestion } from '#server/exports/check-question.ts'
import { exportTable } from '#server/exports/export-table.ts'
import { nameFile } from '#server/exports/file-name.ts'
import { writers } from '#server/exports/index.ts'
import { questions } from '#server/exports/questions.ts'
import { ExportQuery } from '#server/input.ts'
import { sendFile } from '#server/send-file.ts'
import { type FileFormat, fileFormatIds, fileFormats } from '#server/tables/file-formats.ts'
import { tellUndated } from '#server/vintage.ts'
import { createRouter } from './create-router.ts'
import { questionErrors } from './responses.ts'

const files = Object.fromEntries(
  Object.values(fileFormats).map(({ mediaType }) => [
    mediaType,
    { schema: /[/+]json\b/.test(mediaType) ? z.looseObject({}) : z.string() },
  ]),
)

const route = createRoute({
  method: 'get',
  path: '/export/{format}',
  summary: 'The same questions as files',
  description:
    'Takes the parameters of the route that `question` names, and what is said of the file: `lang`, `bom`. A file is whole, however many numbers the question has; a transfer that breaks off is not the whole file.',
  request: {
    params: z.object({
      format: z
        .enum(fileFormatIds, { error: `没有这种导出格式；可用：${fileFormatIds.join('、')}` })
        .openapi({ example: 'csv' }),
    }),
    query: ExportQuery,
  },
  responses: {
    200: {
      description: 'A row for each number. `Link` names the next page where `limit` leaves some out.',
      content: files,
    },
    ...questionErrors,
  },
})

export const exports = createRouter().openapi(route, async (c) => {
  const { format } = c.req.valid('param')
  const { question, lang, bom } = c.req.valid('query')
  const { mediaType, extension, takesBom }: FileFormat = fileFormats[format]
  if (bom !== undefined && !takesBom) throw unreadable(`${format} 不收参数 bom`, 'bom')
  const { store } = c.var
  const asked = await questions[question](store, c)
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': nameFile(
      { question, subject: asked.subject, extension, language: lang },
      store.catalog,
    ),
  }
  if (asked.nextCursor) c.header('Link', `<${nextPage(c.req.url, asked.nextCursor)}>; rel="next"`)
  if (c.req.method === 'HEAD') {
    await checkQuestion(asked, store)
    return c.body(null, 200, headers)
  }
  await tellUndated(c, asked.query, asked.wanted)
  const table = exportTable(asked, {
    question,
    format,
    store,
    address: c.req.url,
    publicUrl: c.get('publicUrl'),
    language: lang,
    bom: bom ?? false,
  })
  return sendFile(c, writers[format](table), headers)
})

function nextPage(address: string, cursor: string): string {
  const next = new URL(address)
  next.searchParams.set('cursor', cursor)
  return next.pathname + next.search
}
