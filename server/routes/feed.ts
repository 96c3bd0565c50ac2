import { createRoute, z } from '@hono/zod-openapi'
import { atomType, writeAtom } from '#server/feed/atom.ts'
import { sayNews } from '#server/feed/say-news.ts'
import { FeedQuery } from '#server/input.ts'
import { readNews } from '#server/queries/read-news.ts'
import { sendText } from '#server/send-answer.ts'
import { todayOf } from '#server/today.ts'
import { createRouter } from './create-router.ts'
import { lookUpErrors } from './responses.ts'

const route = createRoute({
  method: 'get',
  path: '/feed.atom',
  summary: 'What is new, revised and overdue, as an Atom feed (RFC 4287)',
  request: { query: FeedQuery },
  responses: {
    200: {
      description:
        'An entry for each document and day with its new figures, each revision and each overdue release, the newest first, 100 at most; of the first version of a database its 30 newest documents.',
      content: { [atomType]: { schema: z.string() } },
    },
    ...lookUpErrors,
  },
})

export const feed = createRouter().openapi(route, async (c) => {
  const query = c.req.valid('query')
  const { store, publicUrl } = c.var
  const news = await readNews(store, query, todayOf(c))
  const atom = sayNews(news, {
    ...{ catalog: store.catalog, language: query.lang, publicUrl },
    path: pathOf(query),
    publishedAt: store.snapshot.published_at,
  })
  return sendText(c, writeAtom(atom), `${atomType}; charset=utf-8`)
})

/** The feed of a question on any day, in whichever version is current: what a reader subscribes to. */
function pathOf({ topic, region, indicator, lang }: FeedQuery): string {
  const filters = { topic, region: region?.join(), indicator: indicator?.join() }
  const asked = Object.entries({ ...filters, lang: lang === 'zh' ? undefined : lang })
  const query = asked.flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  )
  return `/api/v1/feed.atom${query.length > 0 ? `?${query.join('&')}` : ''}`
}
