import { isSection, type Row } from './find-shape.ts'

/** 地区 | 收入 | 地区 | 收入: tables that stand beside each other under the same heading, each by itself. */
export function splitBeside(rows: readonly Row[]): readonly (readonly Row[])[] {
  const [head = []] = rows
  const words = head.map(({ text }) => text.replace(/\s/g, ''))
  const starts = words.flatMap((word, at) => (word === words[0] && words[at - 1] !== word ? [at] : []))
  const width = starts[1] ?? 0
  const isRegular =
    starts.every((start, at) => start === at * width) && words.length === starts.length * width
  const isRepeated = words.every((word, at) => word === words[at % width])
  if (words[0] === '' || starts.length < 2 || width < 2 || !isRegular || !isRepeated) return [rows]
  return starts.map((start) =>
    rows.map((row) => (isSection(row) ? row.slice(0, width) : row.slice(start, start + width))),
  )
}
