import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { observationColumns } from '#data/model/observation.ts'
import { observation } from '#data/store/schema.ts'
import { build } from '#etl/build.ts'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { dataFolder } from '../support/data-folder.ts'

const file = 'observations/web-020.csv'
const figures = (revenue: number) =>
  `${observationColumns.join(',')}\nsoftware_revenue,CN,2024,level,${revenue},亿元,,,actual,\n`

async function openPublished(revenue: number) {
  const folder = dataFolder({ [file]: figures(revenue) })
  const out = join(folder, 'build', 'youju.duckdb')
  const publish = (revenue: number) => {
    writeFileSync(join(folder, file), figures(revenue))
    return build({ dataFolder: folder, out, inputs: String(revenue) })
  }
  await publish(revenue)
  const report = vi.fn<(line: string) => void>()
  const current = await openCurrentStore(out, { everyMs: 60_000, idleMs: 0, report })
  onTestFinished(() => current.close())
  const app = createApp({ current, pagesFolder: dirname(out) })
  const ask = async () => {
    const answer = (await (
      await app.request('/api/v1/series?indicator=software_revenue&basis=year')
    ).json()) as {
      series: { points: { printedValue: string }[] }[]
    }
    return answer.series[0]?.points[0]?.printedValue
  }
  return { out, publish, report, current, ask }
}

function replaceByText(out: string): void {
  writeFileSync(`${out}.next`, 'no database')
  renameSync(`${out}.next`, out)
}

describe('a newly published database', () => {
  test('answers the next request', async () => {
    const { publish, current, ask } = await openPublished(137276)
    await publish(137277)
    expect(await ask()).toBe('137276')
    await current.refresh()
    expect(await ask()).toBe('137277')
  })

  test('is seen without being told', async () => {
    const { out, publish } = await openPublished(1)
    const watching = await openCurrentStore(out, { everyMs: 20 })
    onTestFinished(() => watching.close())
    const { snapshot } = await publish(2)
    await vi.waitFor(
      async () => expect(await watching.use(async (store) => store.snapshot.id)).toBe(snapshot),
      5000,
    )
  })

  test('leaves a running request the one it began with', async () => {
    const { publish, current, ask } = await openPublished(1)
    const values = await current.use(async ({ db }) => {
      const before = await db.select({ value: observation.printed_value }).from(observation)
      await publish(2)
      await current.refresh()
      await publish(3)
      await current.refresh()
      const after = await db.select({ value: observation.printed_value }).from(observation)
      return [before[0]?.value, after[0]?.value, await ask()]
    })
    expect(values).toEqual(['1', '1', '3'])
  })

  test('is closed only when nobody uses it', async () => {
    const { publish, current } = await openPublished(1)
    const store = await current.use(async (store) => store)
    await publish(2)
    await current.refresh()
    await vi.waitFor(() => expect(store.db.select().from(observation)).rejects.toThrow())
  })

  test.each([
    ['is broken', replaceByText],
    ['is gone', (out: string) => rmSync(out)],
  ])('that %s is told once, and the old one goes on', async (_, damage) => {
    const { out, publish, report, current, ask } = await openPublished(1)
    damage(out)
    await current.refresh()
    await current.refresh()
    expect(report).toHaveBeenCalledTimes(1)
    expect(report.mock.calls[0]?.[0]).toMatch(/^新的数据库 .* 打不开，继续使用原来的：[^\n]*$/)
    expect(await ask()).toBe('1')
    rmSync(out, { force: true })
    await publish(2)
    await current.refresh()
    expect(await ask()).toBe('2')
  })

  test('swaps under load without one failed or mixed answer', async () => {
    const { publish, current, ask } = await openPublished(1)
    let done = false
    const answers: (string | undefined)[] = []
    const readers = Array.from({ length: 4 }, async () => {
      while (!done) {
        answers.push(await ask())
        // A kept answer waits for nothing: without a turn of the loop nobody else would ever get one.
        await turn()
      }
    })
    for (const revenue of [2, 3, 4]) {
      await publish(revenue)
      await current.refresh()
    }
    done = true
    await Promise.all(readers)
    expect(answers.filter((each) => !/^[1-4]$/.test(each ?? ''))).toEqual([])
    expect(await ask()).toBe('4')
  })
})
