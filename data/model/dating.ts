import type { Text } from './language.ts'

interface DatingEntry {
  readonly name: Text
  readonly meaning: Text
  /** How long a date of this kind is written: 4 a year, 7 a month, 10 a day. */
  readonly lengths: readonly number[]
}

/** What the date of a document is, and so how sure it is. */
export const datings = {
  issue: {
    name: { zh: '发布日', en: 'Day of issue' },
    meaning: { zh: '发布机构发布之日', en: 'the day on which the issuer published it' },
    lengths: [10],
  },
  reprint: {
    name: { zh: '转载日', en: 'Day of the reprint' },
    meaning: { zh: '转载刊出之日，发布不晚于此', en: 'the day of the reprint; it was issued no later' },
    lengths: [10],
  },
  month: {
    name: { zh: '仅知月份', en: 'Month only' },
    meaning: { zh: '只知月份，从月末起计入', en: 'only the month is known; it counts from the end of it' },
    lengths: [7],
  },
  year: {
    name: { zh: '仅知年份', en: 'Year only' },
    meaning: { zh: '只知年份，从年末起计入', en: 'only the year is known; it counts from the end of it' },
    lengths: [4],
  },
  bound: {
    name: { zh: '不晚于', en: 'No later than' },
    meaning: {
      zh: '最晚到这时已经发布，实际可能更早；按时点查询从这时起计入',
      en: 'out by then at the latest, perhaps earlier; questions about a day count it from then',
    },
    lengths: [4, 7, 10],
  },
  read: {
    name: { zh: '读取日', en: 'Day it was read' },
    meaning: {
      zh: '读取数据的日子，不是发布日，实际发布更早；按时点查询从这一天起计入',
      en: 'the day it was read, not of issue, which was earlier; questions about a day count it from then',
    },
    lengths: [10],
  },
} as const satisfies Record<string, DatingEntry>

export type Dating = keyof typeof datings
export const datingCodes = Object.keys(datings) as [Dating, ...Dating[]]

export interface Dated {
  readonly published: string
  /** '' without a date. */
  readonly dating: '' | Dating
}

/** Whether a date is written as one of its kind is. */
export function isDatedAsWritten({ published, dating }: Dated): boolean {
  const lengths: readonly number[] = dating === '' ? [0] : datings[dating].lengths
  return lengths.includes(published.length)
}

/** How well a date is known by the way it is written, where no more is said of it: of a reprint. */
export function datingOf(published: string): '' | Dating {
  const byLength: Readonly<Record<number, Dating>> = { 4: 'year', 7: 'month', 10: 'reprint' }
  return byLength[published.length] ?? ''
}
