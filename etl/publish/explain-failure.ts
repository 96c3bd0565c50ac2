import { BadInput } from '#data/model/bad-input.ts'
import { errorCode } from '#data/model/error-code.ts'

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
