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
