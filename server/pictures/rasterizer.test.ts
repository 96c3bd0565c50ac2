import { expect, onTestFinished, test } from 'vitest'
import { pictures } from '../../tests/support/pictures.ts'
import { compose } from './compose.ts'
import { createRasterizer } from './rasterizer.ts'
import { toPng } from './to-png.ts'

function opened(limits: Parameters<typeof createRasterizer>[0]) {
  const rasterizer = createRasterizer(limits)
  onTestFinished(() => rasterizer.close())
  return rasterizer
}

const requests = Object.values(pictures)
const ended = (pid: number) => {
  try {
    return !process.kill(pid, 0)
  } catch {
    return true
  }
}

test('no process is started before a picture is wanted, and the picture is the one drawn here', async () => {
  const rasterizer = opened({ workers: 1 })
  expect(rasterizer.pids()).toEqual([])
  const png = await rasterizer.png(pictures.tiles, { scale: 2, dpi: 300 })
  expect(Buffer.compare(png, toPng(compose(pictures.tiles), { scale: 2, dpi: 300 }))).toBe(0)
  expect(rasterizer.pids()).toHaveLength(1)
})

test('32 pictures at once are all drawn, each its own', async () => {
  const rasterizer = opened({ workers: 2, queue: 30 })
  const wanted = Array.from({ length: 8 }, () => requests).flat()
  const drawn = await Promise.all(wanted.map((request) => rasterizer.png(request, { scale: 1 })))
  const own = requests.map((request) => Buffer.from(toPng(compose(request), { scale: 1 })))
  expect(drawn.map((png, index) => own[index % own.length]?.equals(png))).toEqual(Array(32).fill(true))
})

test('a picture more than may wait is refused at once, and those before it are drawn', async () => {
  const rasterizer = opened({ workers: 1, queue: 2 })
  const all = Array.from({ length: 4 }, () => rasterizer.png(pictures.trend, { scale: 1 }))
  const [one, two, three, four] = await Promise.allSettled(all)
  expect([one, two, three].map((each) => each?.status)).toEqual(Array(3).fill('fulfilled'))
  expect(four).toMatchObject({ status: 'rejected', reason: { name: 'PictureStopped', reason: 'full' } })
})

test('a process that is killed is replaced, idle or drawing, and no picture is lost', async () => {
  const rasterizer = opened({ workers: 1 })
  await rasterizer.png(pictures.trend, { scale: 1 })
  const [first = 0] = rasterizer.pids()
  process.kill(first, 'SIGKILL')
  await expect.poll(() => rasterizer.pids()).toEqual([])
  const drawing = rasterizer.png(pictures.trend, { scale: 4 })
  const [second = 0] = rasterizer.pids()
  process.kill(second, 'SIGKILL')
  expect((await drawing).length).toBeGreaterThan(10_000)
  expect(new Set([first, second, ...rasterizer.pids()]).size).toBe(3)
})

test('a picture that two processes ended over is given up, and the next one is drawn', async () => {
  const rasterizer = opened({ workers: 1 })
  const drawing = rasterizer.png(pictures.trend, { scale: 4 })
  const killed = new Set<number>()
  const kill = () => {
    const [pid] = rasterizer.pids()
    if (pid !== undefined && !killed.has(pid) && killed.size < 2) process.kill(pid, 'SIGKILL')
    if (pid !== undefined) killed.add(pid)
  }
  const killing = setInterval(kill, 5)
  await expect(drawing).rejects.toMatchObject({ name: 'PictureStopped', reason: 'died' })
  clearInterval(killing)
  expect((await rasterizer.png(pictures.trend, { scale: 1 })).length).toBeGreaterThan(10_000)
})

test('a process makes room for a fresh one after as many pictures as it may draw', async () => {
  const rasterizer = opened({ workers: 1, recycleAfter: 2 })
  const pids: (number | undefined)[] = []
  for (let drawn = 0; drawn < 4; drawn++) {
    const drawing = rasterizer.png(pictures.tiles, { scale: 1 })
    pids.push(rasterizer.pids()[0])
    await drawing
  }
  expect(pids.map((pid) => pids.indexOf(pid))).toEqual([0, 0, 2, 2])
  await expect.poll(() => pids.map((pid) => ended(pid ?? 0))).toEqual([true, true, true, true])
})

test('a mistake in a picture is told, and the process draws the next one', async () => {
  const rasterizer = opened({ workers: 1 })
  const unknown = { ...pictures.trend, kind: 'pie' as 'trend' }
  await expect(rasterizer.png(unknown, { scale: 1 })).rejects.toThrow(TypeError.name)
  const [pid] = rasterizer.pids()
  await rasterizer.png(pictures.trend, { scale: 1 })
  expect(rasterizer.pids()).toEqual([pid])
})

test('a picture that takes too long is stopped with its process', async () => {
  const rasterizer = opened({ workers: 1, patience: 1 })
  await expect(rasterizer.png(pictures.trend, { scale: 1 })).rejects.toMatchObject({ reason: 'late' })
  expect(rasterizer.pids()).toEqual([])
})

test('closed, it refuses what waits, ends what it drew with and starts nothing', async () => {
  const rasterizer = createRasterizer({ workers: 1 })
  const all = Array.from({ length: 2 }, () => rasterizer.png(pictures.trend, { scale: 1 }))
  const settled = Promise.allSettled(all)
  const [pid = 0] = rasterizer.pids()
  await rasterizer.close()
  expect(await settled).toMatchObject([{ status: 'fulfilled' }, { reason: { reason: 'closed' } }])
  await expect(rasterizer.png(pictures.trend, { scale: 1 })).rejects.toMatchObject({ reason: 'closed' })
  await expect.poll(() => ended(pid)).toBe(true)
})
