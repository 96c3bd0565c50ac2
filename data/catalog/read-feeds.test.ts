import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { millisecondsOf } from './feed.ts'
import { readCatalog } from './read-catalog.ts'
import { readFeeds } from './read-feeds.ts'

const catalog = readCatalog('data/catalog')

const feed = {
  name: 'bureau',
  enabled: true,
  kind: 'list',
  url: 'https://www.example.gov.cn/list.html',
  issuer: '工信部',
  hosts: ['www.example.gov.cn'],
  every: '6h',
  links: { href: '/art/' },
}

function read(...feeds: readonly unknown[]) {
  const folder = mkdtempSync(join(tmpdir(), 'youju-feeds-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify(feeds))
  return readFeeds(folder, catalog)
}

describe('feeds.json', () => {
  test('comes with examples, none of which is visited unasked', () => {
    const feeds = readFeeds('data/catalog', catalog)
    expect(new Set(feeds.map(({ kind }) => kind)).size).toBeGreaterThan(2)
    expect(feeds.filter(({ enabled }) => enabled)).toEqual([])
  })

  test('needs only what cannot be guessed', () => {
    expect(read(feed)).toMatchObject([
      { pauseSeconds: 5, recheckDays: 14, limits: { documents: 20, megabytes: 50, seconds: 60 } },
    ])
  })

  test.each([
    [[feed, feed], 'bureau 出现了两次'],
    [[{ ...feed, issuer: '某某办' }], '发布机构「某某办」不在 issuers.json 中'],
    [[{ ...feed, region: '999999' }], '地区 999999 不在 regions.json 中'],
    [[{ ...feed, name: '../up' }], 'name: 只用小写字母、数字和连字符'],
    [[{ ...feed, url: 'file:///etc/passwd' }], 'url: 应是 http(s) 地址'],
    [[{ ...feed, hosts: ['example.gov.cn'] }], 'hosts 须包括 url 的主机'],
    [[{ ...feed, hosts: ['https://www.example.gov.cn'] }], '只写主机名'],
    [[{ ...feed, every: '6 hours' }], 'every: 应如 30m、6h、1d'],
    [[{ ...feed, links: {} }], 'href 与 text 至少给一个'],
    [[{ ...feed, links: { href: '(' } }], '不是合法的正则表达式'],
    [[{ ...feed, kind: 'json', records: 'a' }], 'documents 与 table 须恰有其一'],
    [[{ ...feed, pause: 1 }], 'pause'],
  ])('that is broken is answered by what is wrong: %#', (feeds, message) => {
    expect(() => read(...feeds)).toThrow(message)
  })
})

test('durations are minutes, hours and days', () => {
  expect(['30m', '6h', '2d'].map(millisecondsOf)).toEqual([1_800_000, 21_600_000, 172_800_000])
})
