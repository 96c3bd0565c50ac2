import { copyFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { factInSql } from '#data/store/history.ts'
import { changesListed, observation } from '#data/store/schema.ts'
import { versionFile } from '#data/store/versions.ts'
import { publish } from '#etl/publish/publish.ts'
import { holdingLock } from '#etl/publish/publishing-lock.ts'
import { answers, ErrorAnswer } from '#server/answers.ts'
import { compareVersions } from '#server/queries/compare-versions.ts'
import { factOf } from '#server/queries/vintages-of.ts'
import { builtVersions, openFollower, revenue } from '../support/built-versions.ts'
import { changeDatabase } from '../support/changed-database.ts'
import { openRealApi } from '../support/real-api.ts'

const { ids, built, lay } = await builtVersions(
  [revenue(100), revenue(10, '110000'), revenue(20, '310000')],
  [revenue(101), revenue(10, '110000'), revenue(20, '310000')],
  [revenue(100), revenue(11, '110000'), revenue(20, '310000'), revenue(7, '520000')],
  [revenue(100), revenue(12, '110000'), revenue(8, '520000')],
)
const [first, second, third, fourth] = ids as [string, string, string, string]

type Follower = Awaited<ReturnType<typeof openFollower>>

async function changesSince({ ask }: Pick<Follower, 'ask'>, query: string) {
  const answer: unknown = await ask(`/changes?since=${query}`)
  const { changes, removed, ...rest } = answers.changes.parse(answer)
  return {
    ...rest,
    changes: changes
      .map(
        ({ kind, region, number, previous }) =>
          `${kind} ${region} ${previous?.printedValue ?? ''}>${number.printedValue}`,
      )
      .sort(),
    removed: removed.map(({ region, printedValue }) => `${region} ${printedValue}`),
  }
}

async function refusal({ get }: Pick<Follower, 'get'>, path: string) {
  const response = await get(`/api/v1${path}`)
  return { status: response.status, ...ErrorAnswer.parse(await response.json()).error }
}

describe('changes since a snapshot', () => {
  test('are what is new, revised and gone between it and the one that answers, and not what came between', async () => {
    const follower = await openFollower(lay(fourth).out)
    const { snapshot, since, changes, removed } = await changesSince(follower, first)
    expect([snapshot, since]).toEqual([fourth, first])
    expect(changes).toEqual(['new 520000 >8', 'revised 110000 10>12'])
    expect(removed).toEqual(['310000 20'])
  })

  test.each([
    [second, ['new 520000 >8', 'revised 110000 10>12', 'revised CN 101>100'], ['310000 20']],
    [third, ['revised 110000 11>12', 'revised 520000 7>8'], ['310000 20']],
    [fourth, [], []],
  ])('since %s', async (since, changes, removed) => {
    expect(await changesSince(await openFollower(lay(fourth).out), since)).toMatchObject({ changes, removed })
  })

  test('are told of the version that answers, not of what is published now', async () => {
    const follower = await openFollower(lay(third, fourth).out)
    expect(await changesSince(follower, `${first}&snapshot=${third}`)).toMatchObject({
      snapshot: third,
      changes: ['new 520000 >7', 'revised 110000 10>11'],
      removed: [],
    })
  })

  test('keep to the indicators and regions asked for', async () => {
    const follower = await openFollower(lay(fourth).out)
    expect(await changesSince(follower, `${first}&region=110000,310000`)).toMatchObject({
      changes: ['revised 110000 10>12'],
      removed: ['310000 20'],
    })
    expect(await changesSince(follower, `${first}&indicator=telecom_revenue`)).toMatchObject({
      changes: [],
      removed: [],
    })
  })

  test('name the documents of what they hold, and give the former row whole', async () => {
    const { ask } = await openFollower(lay(fourth).out)
    const then = await openFollower(lay(first).out)
    const { removed, sources } = answers.changes.parse(await ask(`/changes?since=${first}`))
    const { observations } = answers.observations.parse(await then.ask('/observations?region=310000'))
    expect(removed).toEqual(observations)
    expect(sources.map(({ id }) => id)).toEqual(['web-020'])
  })

  test('of a version that never was are 404', async () => {
    const problem = await refusal(await openFollower(lay(fourth).out), '/changes?since=0123456789abcdef')
    expect(problem).toMatchObject({ status: 404, code: 'not_found', field: 'since' })
    expect(problem.message).toContain('/api/v1/versions')
  })

  test('are the same by comparing the files as by the lists', async () => {
    const { current, ask } = await openFollower(lay(...ids).out)
    for (const since of ids) {
      const listed = answers.changes.parse(await ask(`/changes?since=${since}`))
      const compared = await current.use((now) =>
        current.lendVersion(since, (before) => compareVersions(before, now, { since })),
      )
      const shown = compared.flatMap(({ now }) => (now ? [now.id] : []))
      expect(shown.sort()).toEqual(listed.changes.map(({ number }) => number.id).sort())
      expect(compared.filter(({ now }) => !now).map(({ before }) => before?.id)).toEqual(
        listed.removed.map(({ id }) => id),
      )
    }
  })
})

describe('changes since a snapshot before one that changed too much to be listed', async () => {
  /** The fourth version, and one that says of as many other years as are not listed any more what it says of 2024. */
  async function publishBulk(): Promise<string> {
    const published = ids.length + changesListed + 1
    const about = { inputs: 'bulk', read: published, published, refused: 0, added: 0 }
    const write = async (file: string) => {
      copyFileSync(versionFile(built, fourth), file)
      await changeDatabase(file, [
        `create table more as select n.* replace ((i // 400 + 400)::smallint as end_month, (i % 400)::smallint as start_month, n.place || ':' || i as place),
           n.id as origin, ${published} + row_number() over (order by n.id, i) as position
         from number n join region r on r.key = n.region, range(${changesListed + 1}) m(i) where r.code = 'CN'`,
        'insert into number select * exclude (origin, position) replace (position as id) from more order by position',
        'insert into provenance select p.* replace (m.position as id) from more m join provenance p on p.id = m.origin order by m.position',
        'drop table more',
      ])
      return about
    }
    return (await holdingLock(built, () => publish({ out: built, write }))).id
  }
  const bulk = await publishBulk()

  test('are found in the files', async () => {
    const follower = await openFollower(lay(third, fourth, bulk).out)
    expect(await changesSince(follower, `${third}&region=110000,310000,520000`)).toMatchObject({
      snapshot: bulk,
      changes: ['revised 110000 11>12', 'revised 520000 7>8'],
      removed: ['310000 20'],
    })
  })

  test('are too many for one answer where they are more than it may hold', async () => {
    const follower = await openFollower(lay(third, bulk).out)
    expect(await refusal(follower, `/changes?since=${third}`)).toMatchObject({
      status: 422,
      code: 'too_large',
    })
  })

  test('are only counted once the file is gone: 410, with the counts', async () => {
    const problem = await refusal(await openFollower(lay(bulk).out), `/changes?since=${third}`)
    expect(problem).toMatchObject({ status: 410, code: 'gone', field: 'since' })
    expect(problem.message).toContain(`新增 ${changesListed + 1}、修订 2、删除 1 项`)
  })
})

test('a fact is spelled the same by the database and by the program', async () => {
  const { current } = await openRealApi()
  const rows = await current.use(async (store) => {
    const said = await store.query(`select ${factInSql} from observation order by id`, [])
    const facts = (await store.db.select().from(observation).orderBy(observation.id)).map(factOf)
    return said.map(([fact], at) => ({ said: fact, fact: facts[at] }))
  })
  expect(rows.length).toBeGreaterThan(1000)
  expect(rows.filter(({ said, fact }) => said !== fact)).toEqual([])
})
