import { getHeapStatistics } from 'node:v8'
import { badFile, problems } from './problems.ts'

/** How much memory one line, cell or element takes while a file is read, in bytes, with what becomes of it. */
const each = 3000

/** More characters no paragraph has that people wrote. */
const longest = 2_000_000

/**
 * Refuses what would fill the memory before it is read to the end; a process that runs out of memory says nothing.
 * @param count how many lines, cells or elements there are.
 * @throws BadInput
 */
export function checkSize(count: number, name: string): void {
  const most = Math.floor(getHeapStatistics().heap_size_limit / each)
  if (count > most) throw badFile(name, problems.tooMuch(count, most))
}

/** @throws BadInput for a paragraph that is none. */
export function checkLength(length: number, name: string): void {
  if (length > longest) throw badFile(name, problems.tooLong(length))
}

/** How often one of the signs stands in a text. */
export function countSigns(text: string, signs: string): number {
  return [...signs].reduce((sum, sign) => sum + countSign(text, sign), 0)
}

function countSign(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++
  return count
}
