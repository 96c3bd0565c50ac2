import { BadInput } from '#data/model/bad-input.ts'

export type WhyUnusable =
  | 'missing'
  | 'held'
  | 'not-a-database'
  | 'other-schema'
  | 'other-engine'
  | 'damaged'
  | 'unreadable'

/** A database file that cannot be used now; the message says in one line why, and what to do. */
export class UnusableDatabase extends BadInput {
  readonly reason: WhyUnusable

  constructor(reason: WhyUnusable, message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

/** Which process holds a file, where DuckDB says that one does: `PID 123`; undefined where it says something else. */
export function holderOf(cause: unknown): string | undefined {
  const message = messageOf(cause)
  if (!/set lock on file|being used by another process/i.test(message)) return undefined
  return /PID \d+/.exec(message)?.[0] ?? 'PID 不详'
}

/** DuckDB would read a file of JSON, CSV or Parquet as a table, and one of SQLite by an extension. */
const signsOfOthers =
  /not a valid DuckDB database file|Cannot launch in-memory database|^IO Error: Extension ".*" not found/

/** What DuckDB complains of while it opens and reads a file, as what that means for whoever wants to use it. */
export function asUnusable(file: string, cause: unknown): UnusableDatabase {
  if (cause instanceof UnusableDatabase) return cause
  const holder = holderOf(cause)
  if (holder !== undefined)
    return new UnusableDatabase(
      'held',
      `数据库 ${file} 正被另一个进程（${holder}）以读写方式打开；请关闭它，或让它以只读方式打开（也可打开一份副本）`,
      cause,
    )
  const message = messageOf(cause).split('\n', 1)[0] ?? ''
  if (signsOfOthers.test(message))
    return new UnusableDatabase(
      'not-a-database',
      `${file} 不是 DuckDB 数据库；请检查路径，若它本是发布的数据库，${rebuild}`,
      cause,
    )
  if (/permission denied|is a directory|cannot open file/i.test(message))
    return new UnusableDatabase(
      'unreadable',
      `数据库 ${file} 无法读取（${message}）；请检查路径和权限`,
      cause,
    )
  return damaged(file, message, cause)
}

export const damaged = (file: string, detail: string, cause?: unknown) =>
  new UnusableDatabase('damaged', `数据库 ${file} 已损坏（${detail}）；${rebuild}`, cause)

export const rebuild = '请运行 npm run etl -- build 重新发布'

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
