import { sliceText, trimText } from './placed-text.ts'
import type { Line } from './split-lines.ts'
import { stripMarks } from './strip-marks.ts'

const lineMarks = {
  plain: /^(?:[-*+•]\s+)+/,
  markdown: /^(?:#{1,6}(?:\s+|(?=[\u4e00-\u9fff《“]))|[-*+•]\s+|>\s?)+/,
}

/** Takes the marks of headings, lists and quotations off a line, and those for bold and links out of it. */
export function readLineMarks(line: Line, way: keyof typeof lineMarks): Line {
  const [mark = ''] = lineMarks[way].exec(line.content.text) ?? []
  const rest = mark === '' ? line.content : trimText(sliceText(line.content, mark.length))
  const level = /#+/.exec(mark)?.[0].length ?? line.level
  return { ...line, content: stripMarks(rest, way), level, begins: line.begins || /[-*+•]\s/.test(mark) }
}
