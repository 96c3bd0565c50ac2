import { expect, test } from 'vitest'
import type { Feed } from '#data/catalog/feed.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { imitateSite } from '../../tests/support/imitated-site.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'
import { watch } from './watch.ts'

const hour = 3_600_000

async function lists() {
  const site = await imitateSite()
  for (const name of ['a', 'b']) {
    site.answer(`/${name}.html`, `<a href="/art/${name}">运行情况</a>`)
    site.answer(`/art/${name}`, `<p>第${name}份，软件业务收入38027亿元。</p>`)
  }
  const feed = (name: string, every: string) =>
    feedOf(site, { name, every, url: `${site.origin}/${name}.html` })
  return { site, feed }
}

test('visits each feed when its time has come, builds after each round, and ends when told', async () => {
  const { site, feed } = await lists()
  const { surroundings, inbox, stop, said } = ownInbox()
  const begun = surroundings.now().getTime()
  const builds: number[] = []
  const build = async () => {
    builds.push(Math.round((surroundings.now().getTime() - begun) / hour))
    if (builds.length === 4) stop()
  }
  await watch({ feeds: () => [feed('a', '2h'), feed('b', '3h')], inbox, build, surroundings })
  expect(builds).toEqual([0, 2, 3, 4])
  const asked = site.asked.map(({ path }) => path)
  expect([
    asked.filter((path) => path === '/a.html').length,
    asked.filter((path) => path === '/b.html').length,
  ]).toEqual([3, 2])
  expect(said).toContain('b  每 3h，上次成功 2026-11-28 02:00，已收 1 份')
})

test('builds once at the start, though nothing is due, and not again without a visit', async () => {
  const { feed } = await lists()
  const { surroundings, inbox, stop, pull, waits } = ownInbox()
  await pull(feed('a', '1d'))
  let builds = 0
  const sleep = async (milliseconds: number) => {
    await surroundings.sleep(milliseconds)
    if (waits.length > 10) stop()
  }
  await watch({
    feeds: () => [feed('a', '1d')],
    inbox,
    build: async () => void builds++,
    surroundings: { ...surroundings, sleep },
  })
  expect(builds).toBe(1)
})

test('survives a build that fails, a broken feeds.json and another pull, and says so', async () => {
  const { feed } = await lists()
  const { surroundings, inbox, stop, said } = ownInbox()
  const rounds: (() => readonly Feed[])[] = [
    () => [feed('a', '1h')],
    () => {
      throw new BadInput('feeds.json: 第 2 条 name: 有误')
    },
    () => [feed('a', '1h')],
  ]
  let builds = 0
  const build = async () => {
    builds++
    if (builds === 1) throw new BadInput('有 1 处数值互相矛盾')
    stop()
  }
  await watch({
    feeds: () => (rounds.length > 1 ? rounds.shift() : rounds[0])?.() ?? [],
    inbox,
    build,
    surroundings,
  })
  expect(builds).toBe(2)
  expect(said.filter((line) => line.startsWith('出错'))).toEqual([
    '出错：有 1 处数值互相矛盾',
    '出错：feeds.json: 第 2 条 name: 有误',
  ])
})
