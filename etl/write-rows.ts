import { appendFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { BadInput } from '#data/model/bad-input.ts'
import { errorCode } from '#data/model/error-code.ts'

/**
 * Writes rows as CSV with a header, to standard output or whole into a file.
 * @throws BadInput when the file cannot be written.
 */
export function writeRows(rows: readonly object[], columns: readonly string[], out?: string): void {
  writeText(stringify([...rows], { header: true, columns: [...columns] }), out)
}

/**
 * Writes text to standard output or whole into a file.
 * @throws BadInput when the file cannot be written.
 */
export function writeText(text: string, out?: string): void {
  writeParts([text], out)
}

/** Writes text that is too long to be held at once; else as `writeText`. */
export function writeParts(parts: Iterable<string>, out?: string): void {
  if (out !== undefined) writeWhole(out, parts)
  else for (const part of parts) process.stdout.write(part)
}

/** Beside and then into place, so that nothing half-written is ever seen. What is no file, a device or a folder, is never replaced. */
function writeWhole(out: string, parts: Iterable<string>): void {
  const draft = `${out}.${process.pid}.tmp`
  try {
    if (statSync(out, { throwIfNoEntry: false })?.isFile() === false)
      throw new BadInput(`${out} 不是文件，不能写到那里；不写 --out 就输出到标准输出`)
    writeFileSync(draft, '')
    for (const part of parts) appendFileSync(draft, part)
    renameSync(draft, out)
  } catch (cause) {
    if (cause instanceof BadInput) throw cause
    throw new BadInput(`${out}: 无法写入（${errorCode(cause)}），请检查路径`, { cause })
  } finally {
    rmSync(draft, { force: true })
  }
}
