import { setTimeout as wait } from 'node:timers/promises'

/** What pulling needs of the world besides the net and the folder; tests bring their own clock. */
export interface Surroundings {
  now(): Date
  /** @throws when the signal says stop. */
  sleep(milliseconds: number): Promise<void>
  /** Says stop: nothing new is begun, what is half done is thrown away. */
  readonly signal: AbortSignal
  /** A line for the operator. */
  say(line: string): void
}

/** The real ones. */
export const realSurroundings = (signal: AbortSignal): Surroundings => ({
  now: () => new Date(),
  sleep: async (milliseconds) => wait(milliseconds, undefined, { signal }),
  signal,
  say: (line) => void process.stdout.write(`${line}\n`),
})
