import { type Edit, editText, type PlacedText, sliceText, trimText } from './placed-text.ts'
import type { Line } from './split-lines.ts'

/** Marks for bold, pictures, links and numbers set as formulas; groups are what stays. */
const plainMarks: readonly RegExp[] = [
  /!\[[^\]\n]{0,300}\]\([^)\s]{0,500}\)/dg,
  /\*{2,3}/dg,
  /<(https?:\/\/[^>\s]{1,500})>/dg,
  /<\/?(?:b|strong|em|i|u|ins|mark|small|sub|span|font|center|p|div|br)(?:\s[^<>]{0,200})?\/?>/dgi,
  /\$\s{0,3}([-+]?[\d.,]{1,30})\s{0,3}(?:\\?(%))?\s{0,3}\$/dg,
]

const markdownMarks: readonly RegExp[] = [
  /\[(https?:[^\]\n]{1,500})\]\([^)\s]{1,500}\)/dg,
  /\[([^\]\n]{0,60}(?:链接|原文|网址)[^\]\n]{0,60})\]\((https?:[^)\s]{1,500})\)/dg,
  /\[([^\]\n]{1,300})\]\((?:https?:|\/|\.|#)[^)\s]{0,500}\)/dg,
  ...plainMarks,
  // Text that went through two writers is escaped twice.
  /\\{1,3}([`*_{}[\]()#+.!>~|$%&<-])/dg,
  /`{1,3}/dg,
]

const marksOf = { plain: plainMarks, markdown: markdownMarks }

/** Takes out the marks of a way of writing; every character left keeps its place. */
export function stripMarks(text: PlacedText, way: keyof typeof marksOf): PlacedText {
  if (!/[*<[\\`$［]/.test(text.text)) return text
  return marksOf[way].reduce((kept, mark) => editText(kept, editsOf(kept.text, mark)), text)
}

/** Removes of every match what lies between its groups. */
function editsOf(text: string, mark: RegExp): Edit[] {
  return [...text.matchAll(mark)].flatMap((match) => {
    const groups = (match.indices ?? []).slice(1).filter((range) => range !== undefined)
    const bounds = [match.index, ...groups.flat(), match.index + match[0].length]
    return bounds.flatMap((start, i) => {
      const end = bounds[i + 1] ?? start
      return i % 2 === 0 && end > start ? [{ start, end, text: '' }] : []
    })
  })
}

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
