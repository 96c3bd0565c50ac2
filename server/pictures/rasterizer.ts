import type { PictureRequest } from './compose.ts'
import { findPainterProgram, type Painter, type PaintOrder, startPainter } from './painter.ts'
import { PictureStopped } from './picture-stopped.ts'
import type { PngSize } from './to-png.ts'

interface RasterizerLimits {
  /** How many processes draw at the same time. */
  readonly workers: number
  /** How many pictures may wait for one. */
  readonly queue: number
  /** After how many pictures a process makes room for a fresh one. */
  readonly recycleAfter: number
  /** How many milliseconds one picture may take, the start of its process included. */
  readonly patience: number
}

export interface Rasterizer {
  /** @throws PictureStopped (picture-stopped.ts says why), Error when there is a mistake in the picture */
  png(request: PictureRequest, size: PngSize): Promise<Uint8Array>
  /** The same as SVG: drawing holds a process for some ten milliseconds, whatever comes out. */
  svg(request: PictureRequest): Promise<Uint8Array>
  /** The processes that live now. */
  pids(): readonly number[]
  /** Those that wait are refused, those that are being drawn are awaited. */
  close(): Promise<void>
}

const usual: RasterizerLimits = { workers: 1, queue: 32, recycleAfter: 2000, patience: 20_000 }

interface Task extends PaintOrder {
  /** A process has already ended over it. */
  readonly isSecond: boolean
  resolve(picture: Uint8Array): void
  reject(error: unknown): void
}

/**
 * Draws pictures in processes of their own: they start with the first picture, so many of them as draw at the
 * same time, and a picture whose process ends is tried once more.
 */
export function createRasterizer(limits: Partial<RasterizerLimits> = {}): Rasterizer {
  const { workers, queue, recycleAfter, patience } = { ...usual, ...limits }
  const program = findPainterProgram()
  const waiting: Task[] = []
  const idle: Painter[] = []
  const busy = new Map<Painter, Promise<void>>()
  let isClosed = false

  const takeNext = () => {
    while (busy.size < workers) {
      const task = waiting.shift()
      if (!task) return
      const painter = idlePainter() ?? startPainter(program)
      busy.set(painter, work(painter, task))
    }
  }
  const idlePainter = () => {
    for (let painter = idle.pop(); painter; painter = idle.pop()) if (painter.isAlive) return painter
    return undefined
  }
  const work = async (painter: Painter, task: Task) => {
    try {
      task.resolve(await painter.draw({ request: task.request, size: task.size }, patience))
    } catch (error) {
      const isDead = error instanceof PictureStopped && error.reason === 'died'
      if (isDead && !task.isSecond && !isClosed) waiting.unshift({ ...task, isSecond: true })
      else task.reject(error)
    }
    busy.delete(painter)
    if (painter.isAlive && painter.asked < recycleAfter && !isClosed) idle.push(painter)
    else painter.end()
    takeNext()
  }

  const draw = (order: PaintOrder): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (isClosed) throw new PictureStopped('closed')
      if (busy.size >= workers && waiting.length >= queue) throw new PictureStopped('full')
      waiting.push({ ...order, isSecond: false, resolve, reject })
      takeNext()
    })

  return {
    png: (request, size) => draw({ request, size }),
    svg: (request) => draw({ request }),
    pids: () => [...idle, ...busy.keys()].filter(({ isAlive }) => isAlive).map(({ pid }) => pid),
    close: async () => {
      isClosed = true
      for (const { reject } of waiting.splice(0)) reject(new PictureStopped('closed'))
      for (const painter of idle.splice(0)) painter.end()
      await Promise.all(busy.values())
    },
  }
}
