import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PictureRequest } from './compose.ts'
import { PictureStopped } from './picture-stopped.ts'
import type { PngSize } from './to-png.ts'

/** What is sent to a process that draws. */
export interface PaintOrder {
  readonly request: PictureRequest
  /** Of a PNG; left out for SVG. */
  readonly size?: PngSize | undefined
}

/** What it sends back. */
export type PaintAnswer = { readonly picture: Uint8Array } | { readonly failure: string }

/** A process that draws one picture at a time. */
export interface Painter {
  readonly pid: number
  /** How many pictures it was asked for. */
  readonly asked: number
  readonly isAlive: boolean
  /**
   * @param patience in milliseconds; the process is ended when a picture takes longer
   * @throws PictureStopped `late` or `died`, Error when there is a mistake in the picture
   */
  draw(order: PaintOrder, patience: number): Promise<Uint8Array>
  end(): void
}

/** Starts a process; it draws once it has loaded what it needs, and ends with ours. */
export function startPainter(program: string): Painter {
  const child = forkProgram(program)
  let asked = 0
  // That it ended is seen by `isAlive`, and by whoever waits for it.
  child.on('error', () => {})
  child.unref()
  child.channel?.unref()
  return {
    pid: child.pid ?? 0,
    get asked() {
      return asked
    },
    get isAlive() {
      return child.connected && !child.killed && child.exitCode === null
    },
    draw: async (order, patience) => {
      asked++
      child.channel?.ref()
      try {
        return await drawnBy(child, order, patience)
      } finally {
        child.channel?.unref()
      }
    },
    end: () => child.kill('SIGKILL'),
  }
}

async function drawnBy(child: ChildProcess, order: PaintOrder, patience: number): Promise<Uint8Array> {
  const ends = new AbortController()
  try {
    return await new Promise((resolve, reject) => {
      const died = () => reject(new PictureStopped('died'))
      const late = setTimeout(() => {
        reject(new PictureStopped('late'))
        child.kill('SIGKILL')
      }, patience)
      const receive = (answer: PaintAnswer) =>
        'picture' in answer ? resolve(answer.picture) : reject(new Error(answer.failure))
      child.on('exit', died).on('message', receive)
      ends.signal.addEventListener('abort', () => {
        clearTimeout(late)
        child.off('exit', died).off('message', receive)
      })
      child.send(order, (error) => error && died())
    })
  } finally {
    ends.abort()
  }
}

/** Beside this module among the sources; of the built programs, beside or above it (bundle.js). */
const programs = ['painter-process.ts', 'painter-process.js', '../painter-process.js']

/** @throws Error when there is none: what was built is not whole. */
export function findPainterProgram(): string {
  const program = programs.map((each) => join(import.meta.dirname, each)).find(existsSync)
  if (program) return program
  throw new Error(`there is none of ${programs.join(', ')} in ${import.meta.dirname}`)
}

function forkProgram(program: string): ChildProcess {
  const tsx = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return fork(program, {
    execArgv: ['--max-semi-space-size=8', ...(program.endsWith('.ts') ? ['--import', tsx()] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' },
  })
}
