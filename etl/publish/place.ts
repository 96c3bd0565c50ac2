import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  type Stats,
  statfsSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import { errorCode } from '#data/model/error-code.ts'
import { targetOf, versionsFolder } from '#data/store/versions.ts'

/** Left free beside the new version. */
const reserve = 64 * 1024 * 1024

/** @throws BadInput where a file cannot stand at a path: a folder, a device, a link that leads nowhere. */
export function checkPlace(out: string): void {
  if (out === '' || out.endsWith('/')) throw noFile(out, join(out, 'youju.duckdb'))
  const there = lstatSync(out, { throwIfNoEntry: false })
  if (there === undefined) return
  const reached = followed(out, there)
  if (!reached.isFile()) throw noFile(out, reached.isDirectory() ? join(out, 'youju.duckdb') : 'youju.duckdb')
}

const noFile = (out: string, instead: string) =>
  new BadInput(`${out || '空的路径'} 不是文件，不能发布到那里；请换一个 --out，例如 ${instead}`)

function followed(out: string, there: Stats): Stats {
  if (!there.isSymbolicLink()) return there
  try {
    return statSync(realpathSync(out))
  } catch (cause) {
    throw new BadInput(`${out} 是一个不通向任何文件的链接，不能发布到那里；请删去或更正它`, { cause })
  }
}

/**
 * Makes a folder and those above it. What Node calls recursive never ends below a folder that takes none, as `/proc` is.
 * @throws the error of the system
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const above = dirname(folder)
  if (!existsSync(above)) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error
  }
}

/**
 * Proves that a version as large as the last one finds room.
 * @throws BadInput
 */
export function checkSpace(out: string, wanted = reserve): void {
  const { bavail, bsize } = statfsSync(versionsFolder(out))
  const needed = wanted + (statSync(out, { throwIfNoEntry: false })?.size ?? 0)
  const free = bavail * bsize
  if (free < needed)
    throw new BadInput(
      `磁盘空间不足：发布到 ${out} 需要 ${megabytes(needed)} MB，只剩 ${megabytes(free)} MB；请腾出空间后再运行`,
    )
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024).toLocaleString('en-US')

/** Removes what killed builds have left, and logs of changes that somebody made to a published file: they fit no other. */
export function sweep(out: string): void {
  const folder = versionsFolder(out)
  const strays = readdirSync(folder).filter((name) => name.includes('.tmp') || name.endsWith('.wal'))
  const beside = dirname(targetOf(out))
  const name = basename(targetOf(out))
  const isOld = (each: string) =>
    each.startsWith(name) && /^(?:\.wal|\.\d+\.tmp(?:\.wal)?)$/.test(each.slice(name.length))
  const paths = [
    ...strays.map((each) => join(folder, each)),
    ...readdirSync(beside)
      .filter(isOld)
      .map((each) => join(beside, each)),
  ]
  for (const path of paths) rmSync(path, { recursive: true, force: true })
}

/** What the system says when it does not let a file be written. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有写权限，请检查权限',
  EPERM: '没有写权限，请检查权限',
  EROFS: '那里只读，请换一个 --out',
  ENOSPC: '磁盘已满，请腾出空间',
  EDQUOT: '超出磁盘配额，请腾出空间',
  EFBIG: '超出文件大小的上限，请放宽',
  ENOTDIR: '路径中有一段不是文件夹，请检查路径',
  EEXIST: '路径中有一段不是文件夹，请检查路径',
  ENOENT: '那里不能建文件夹，请检查路径',
  ELOOP: '路径中的链接成环，请检查路径',
  ENAMETOOLONG: '路径太长，请缩短',
}

/** What DuckDB says of the same: in words. */
const said: readonly (readonly [RegExp, string])[] = [
  [/no space left on device/i, 'ENOSPC'],
  [/disk quota exceeded/i, 'EDQUOT'],
  [/file too large/i, 'EFBIG'],
  [/permission denied/i, 'EACCES'],
  [/read-only file system/i, 'EROFS'],
]

/**
 * Does work that writes where a database is published.
 * @throws BadInput in one line where the system does not let it.
 */
export async function explainFailure<Result>(out: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof BadInput) throw cause
    const message = cause instanceof Error ? cause.message : String(cause)
    const code = said.find(([words]) => words.test(message))?.[1] ?? errorCode(cause)
    const reason = reasons[code] ?? (/^IO Error/.test(message) ? message.split('\n', 1)[0] : undefined)
    if (reason === undefined) throw cause
    throw new BadInput(`无法发布到 ${out}：${reason}；原来的数据库没有动`, { cause })
  }
}
