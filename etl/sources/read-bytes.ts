import { readFileSync, statSync } from 'node:fs'
import { BadInput } from '#data/model/bad-input.ts'
import { errorCode } from '#data/model/error-code.ts'

/** The largest file that is read, in megabytes. */
const limit = 100

/**
 * The content of a file that is to be a document.
 * @throws BadInput for what is no file, cannot be opened, or is too large; nothing of it is read then.
 */
export function readBytes(file: string): Uint8Array {
  try {
    const { size, isPlain } = lookAt(file)
    if (!isPlain) throw new BadInput(`${file}: 不是文件，或无权打开`)
    checkBytes(size, file)
    return readFileSync(file)
  } catch (cause) {
    if (cause instanceof BadInput) throw cause
    throw new BadInput(`${file}: 无法读取文件（${errorCode(cause)}），请检查路径`, { cause })
  }
}

/** A pipe or a device never ends. */
function lookAt(file: string) {
  const found = statSync(file)
  return { size: found.size, isPlain: found.isFile() }
}

/** @throws BadInput for more bytes than a document has. */
export function checkBytes(size: number, name: string): void {
  const megabytes = size / 1024 / 1024
  if (megabytes > limit)
    throw new BadInput(`${name}: 文件 ${megabytes.toFixed(0)} MB，超过上限 ${limit} MB，请拆分后再读`)
}
