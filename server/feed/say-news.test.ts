import { expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { sayNews } from './say-news.ts'

const catalog = readCatalog('data/catalog')

const version = {
  ...{ position: 7, id: '0123456789abcdef', published_at: '2026-09-30T01:02:03.000Z', published: 20000 },
  ...{ added: 12000, revised: 1, removed: 0 },
}

const say = (language: 'zh' | 'en') =>
  sayNews([{ kind: 'many_changes', version, updated: version.published_at }], {
    ...{ catalog, language, publicUrl: '', path: '/api/v1/feed.atom' },
    publishedAt: version.published_at,
  })

test('a version that changed too much to be listed is one entry with its counts', () => {
  expect(say('zh').entries).toMatchObject([
    {
      id: 'tag:youju.invalid,2026:version/7-0123456789abcdef',
      title: '一次发布了大量改动',
      updated: '2026-09-30T01:02:03.000Z',
      content: '<p>新增12,000个、修订1个、删去0个事实，数目太多，不逐条列出。</p>',
    },
  ])
  expect(say('en').entries[0]?.content).toBe(
    '<p>12,000 facts added, 1 revised, 0 removed: too many to be listed one by one.</p>',
  )
})

test('a feed without news is as old as the version', () => {
  const { updated, entries } = sayNews([], {
    ...{ catalog, language: 'zh', publicUrl: '', path: '/api/v1/feed.atom' },
    publishedAt: version.published_at,
  })
  expect([updated, entries]).toEqual([version.published_at, []])
})
