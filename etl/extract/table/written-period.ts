import type { PeriodToken } from '#data/language/token.ts'

const at = (text: string) => ({ kind: 'period', start: 0, end: text.length }) as const

/** How only tables write a period: what each form gives as year, first and last month. */
const forms: readonly (readonly [RegExp, (part: string) => readonly [number, number] | undefined])[] = [
  [/^((?:19|20)\d{2})$/, () => undefined],
  [/^((?:19|20)\d{2})[-./](0?[1-9]|1[0-2])$/, (month) => [Number(month), Number(month)]],
  [/^((?:19|20)\d{2})(0[1-9]|1[0-2])$/, (month) => [Number(month), Number(month)]],
  [/^((?:19|20)\d{2})年?[-./]?q([1-4])$/, (quarter) => monthsOf(Number(quarter))],
  // The national database calls its quarters so: 2024A.
  [/^((?:19|20)\d{2})([a-d])$/, (letter) => monthsOf(letter.charCodeAt(0) - 96)],
]

const monthsOf = (quarter: number) => [quarter * 3 - 2, quarter * 3] as const

/** 2024, 2024-04, 202404, 2024Q1 in normalized text. */
export function readWrittenPeriod(text: string): PeriodToken | undefined {
  for (const [form, monthsIn] of forms) {
    const [, year, part = ''] = form.exec(text) ?? []
    if (year === undefined) continue
    const months = monthsIn(part)
    return { ...at(text), year: Number(year), ...(months ? { months } : {}) }
  }
  return undefined
}

/** 4 under 月份, 1 or Q1 under 季度: a part of a year that stands elsewhere. */
export function readPartOfYear(text: string, heads: readonly string[]): PeriodToken | undefined {
  const number = Number(/^q?(\d{1,2})$/i.exec(text)?.[1] ?? 0)
  if (heads.some((head) => /^(?:月份?|month)$/i.test(head)) && number >= 1 && number <= 12)
    return { ...at(text), months: [number, number] }
  if (heads.some((head) => /^(?:季度?|quarter)$/i.test(head)) && number >= 1 && number <= 4)
    return { ...at(text), months: monthsOf(number) }
  return undefined
}
