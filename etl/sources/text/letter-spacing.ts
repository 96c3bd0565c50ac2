import type { Edit } from './placed-text.ts'

/** Nearly all parts between spaces are single characters, and there are many: letters set apart, not columns. */
const apart = { parts: 10, share: 0.9, chinese: 8, chineseShare: 0.4 }

/** The spaces of a paragraph whose letters are all set apart: 「收 入 3 8 0 2 7 亿 元」. Wider gaps stay. */
export function letterSpacing(text: string): Edit[] {
  if (text.length < 2 * apart.parts || !/\S \S \S \S/.test(text)) return []
  const parts = text.split(/ +/).filter((part) => part !== '')
  const singles = parts.filter((part) => [...part].length === 1)
  const chinese = singles.filter((part) => /[\p{Script=Han}，。；：、]/u.test(part)).length
  const isApart =
    parts.length >= apart.parts &&
    singles.length >= apart.share * parts.length &&
    chinese >= Math.max(apart.chinese, apart.chineseShare * parts.length)
  if (!isApart) return []
  return [...text.matchAll(/(?<=\S) (?=\S)/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
    text: '',
  }))
}
