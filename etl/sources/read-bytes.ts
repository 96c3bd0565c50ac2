import { readFileSync, statSync } from 'node:fs'
import { BadInput } from '#data/model/bad-input.ts'
import { errorCode } from '#data/model/error-code.ts'
import { badFile, problems } from './problems.ts'

/** The largest file that is read, in megabytes. */
const limit = 100

/**
 * The content of a file that is to be a document.
 * @throws BadInput for what is no file, cannot be opened, or is too large; nothing of it is read then.
 */
export function readBytes(file: string): Uint8Array {
  try {
    const { size, isPlain } = lookAt(file)
    if (!isPlain) throw badFile(file, problems.noFile)
    checkBytes(size, file)
    return readFileSync(file)
  } catch (cause) {
    if (cause instanceof BadInput) throw cause
    throw badFile(file, problems.notOpened(errorCode(cause)), cause)
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
  if (megabytes > limit) throw badFile(name, problems.tooLarge(megabytes.toFixed(0), limit))
}
