import { UnusableDatabase } from '#data/store/unusable-database.ts'

/** A published file that cannot be opened; it is tried again and again. */
export interface Waiting {
  readonly file: string
  /** One line. */
  readonly reason: string
  /** The instant of the first try, as ISO 8601. */
  readonly since: string
}

export type Trouble = ReturnType<typeof createTrouble>

interface Watched {
  readonly file: string
  /** How often the file is looked at. */
  readonly everyMs: number
  readonly report: (line: string) => void
  /** Milliseconds of any clock. */
  readonly now?: () => number
}

const longestPauseMs = 10_000

/** Remembers what keeps a file from being opened, tells each reason once, and says when to try again. */
export function createTrouble({ file, everyMs, report, now = Date.now }: Watched) {
  let waiting: Waiting | undefined
  const told = new Set<string>()
  let tried = ''
  let pauseMs = 0
  let dueAt = 0
  return {
    waiting: () => waiting,
    /** A file that has changed or is held is tried at every look, a damaged one less and less often. */
    isDue: (identity: string) => identity !== tried || now() >= dueAt,
    met(cause: unknown, meanwhile: string, identity = '') {
      const reason = oneLine(cause)
      waiting = { file, reason, since: waiting?.since ?? new Date().toISOString() }
      if (!told.has(reason)) report(`新的数据库 ${file} 打不开，${meanwhile}：${reason}`)
      told.add(reason)
      const isAsBefore = identity === tried && !isHeld(cause)
      pauseMs = isAsBefore ? Math.min(Math.max(2 * pauseMs, everyMs), longestPauseMs) : 0
      tried = identity
      dueAt = now() + pauseMs
    },
    over(snapshot: string) {
      if (waiting) report(`数据库 ${file} 已能打开，现在回答的是快照 ${snapshot}`)
      waiting = undefined
      told.clear()
      tried = ''
      pauseMs = 0
    },
  }
}

export const isHeld = (cause: unknown) => cause instanceof UnusableDatabase && cause.reason === 'held'

const oneLine = (cause: unknown) =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? ''
