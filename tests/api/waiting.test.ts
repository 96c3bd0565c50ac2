import { readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { versionFile } from '#data/store/versions.ts'
import { answers } from '#server/answers.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { builtVersions, openFollower, revenue } from '../support/built-versions.ts'
import { heldOpen } from '../support/held-open.ts'

const { ids, lay } = await builtVersions([revenue(1)], [revenue(2)], [revenue(3)])
const [first, second, third] = ids as [string, string, string]

const readiness = async ({ get }: Awaited<ReturnType<typeof openFollower>>) =>
  answers.readiness.parse(await (await get('/readyz')).json())

describe('a published file that another process holds', () => {
  test('is served as soon as it is released; until then /readyz says who holds it and since when', async () => {
    const { out, publish } = lay(first)
    const follower = await openFollower(out)
    expect(await readiness(follower)).toEqual({ status: 'ok', snapshot: first, waiting: null })

    publish(second)
    const holder = await heldOpen(out)
    await follower.current.refresh()
    await follower.current.refresh()
    const { snapshot, waiting } = await readiness(follower)
    expect(snapshot).toBe(first)
    expect(waiting).toMatchObject({ file: out, reason: expect.stringContaining(`PID ${holder.pid}`) })
    expect(waiting?.since).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/)
    expect(follower.report.mock.calls).toEqual([[expect.stringContaining(waiting?.reason ?? '')]])

    await holder.release()
    await follower.current.refresh()
    expect(await readiness(follower)).toEqual({ status: 'ok', snapshot: second, waiting: null })
    expect(follower.report.mock.calls.slice(1)).toEqual([
      [`数据库 ${out} 已能打开，现在回答的是快照 ${second}`],
    ])
  })

  test('is tried again without being told', async () => {
    const { out, keep, publish } = lay(first)
    const watching = await openCurrentStore(out, { everyMs: 20, report: () => {} })
    const holder = await heldOpen(keep(second))
    publish(second)
    await vi.waitFor(() => expect(watching.waiting()).toBeDefined(), 5000)
    await holder.release()
    await vi.waitFor(
      async () => expect(await watching.use(async (store) => store.snapshot.id)).toBe(second),
      5000,
    )
    await watching.close()
  })

  test('does not keep a server from starting where an earlier version is kept', async () => {
    const { out } = lay(first, second)
    const holder = await heldOpen(out)
    const follower = await openFollower(out)
    const { snapshot, waiting } = await readiness(follower)
    expect([snapshot, waiting?.reason]).toEqual([first, expect.stringContaining(`PID ${holder.pid}`)])
    expect(follower.report.mock.calls).toEqual([[expect.stringContaining(`改用保留的版本 ${first}`)]])

    await holder.release()
    await follower.current.refresh()
    expect(await readiness(follower)).toEqual({ status: 'ok', snapshot: second, waiting: null })
  })
})

describe('a damaged file', () => {
  test('is never served, and each reason is told once', async () => {
    const { out, keep, publish } = lay(first)
    const follower = await openFollower(out)
    const whole = readFileSync(keep(second))
    const replace = (content: string | Uint8Array) => {
      writeFileSync(`${out}.next`, content)
      renameSync(`${out}.next`, out)
    }
    for (const content of [whole.subarray(0, whole.length / 2), 'no database']) {
      replace(content)
      await follower.current.refresh()
      await follower.current.refresh()
    }
    const { snapshot, waiting } = await readiness(follower)
    expect([snapshot, waiting?.reason]).toEqual([first, expect.stringContaining('不是 DuckDB 数据库')])
    expect(follower.report).toHaveBeenCalledTimes(2)

    publish(second)
    await follower.current.refresh()
    expect(await readiness(follower)).toEqual({ status: 'ok', snapshot: second, waiting: null })
  })

  test('that is gone and comes back is no longer waited for', async () => {
    const { out } = lay(first)
    const follower = await openFollower(out)
    renameSync(out, `${out}.away`)
    await follower.current.refresh()
    expect((await readiness(follower)).waiting?.reason).toContain('没有数据库')
    renameSync(`${out}.away`, out)
    await follower.current.refresh()
    expect((await readiness(follower)).waiting).toBeNull()
  })

  test('is passed over at the start for the newest kept version that opens', async () => {
    const { out } = lay(first, second, third)
    // The published path is another name of the newest version: both are damaged.
    truncateSync(versionFile(out, third), 5000)
    expect((await readiness(await openFollower(out))).snapshot).toBe(second)
    truncateSync(versionFile(out, second), 5000)
    expect((await readiness(await openFollower(out))).snapshot).toBe(first)
    truncateSync(versionFile(out, first), 5000)
    await expect(openCurrentStore(out)).rejects.toThrow(out)
  })
})
