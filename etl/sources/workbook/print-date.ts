import type { Part } from './number-format.ts'

const millisecondsOfDay = 86_400_000

/** The days that Excel counts before 1 January 1970. It takes 1900 for a leap year, so its count is one off from March 1900. */
const daysBefore = { 1900: 25_569, 1904: 24_107 } as const

/** A number of days since the epoch, in the places of a date format. */
export function printDate(value: number, parts: readonly Part[], epoch: 1900 | 1904): string {
  const days = epoch === 1900 && value < 60 ? value + 1 : value
  const moment = new Date(Math.round((days - daysBefore[epoch]) * millisecondsOfDay))
  if (Number.isNaN(moment.getTime())) return String(value)
  const words = parts.map((part) => (part.kind === 'date' ? part.text : ''))
  return parts
    .map((part, i) => {
      if (part.kind !== 'date') return part.kind === 'literal' ? part.text : separators[part.kind]
      const isMinute = /^m{1,2}$/.test(part.text) && isBesideTime(words, i)
      return write(isMinute ? part.text.replaceAll('m', 'i') : part.text, {
        moment,
        value,
        halves: words.some((word) => /\/p|下午/.test(word)),
      })
    })
    .join('')
    .trim()
}

const separators: Readonly<Record<string, string>> = {
  point: '.',
  comma: ',',
  fraction: '/',
  digit: '',
  percent: '%',
}

/** `m` beside hours or seconds is minutes. */
function isBesideTime(words: readonly string[], at: number): boolean {
  const before = words.slice(0, at).findLast((word) => word !== '')
  const after = words.slice(at + 1).find((word) => word !== '')
  return /^\[?h/.test(before ?? '') || /^\[?s/.test(after ?? '')
}

interface Shown {
  readonly moment: Date
  readonly value: number
  readonly halves: boolean
}

function write(word: string, { moment, value, halves }: Shown): string {
  const elapsed = /^\[([hms])/.exec(word)?.[1]
  if (elapsed) return String(Math.floor(value * { h: 24, m: 1440, s: 86_400 }[elapsed as 'h']))
  const named = names.find(({ is }) => is.test(word))
  if (named) return named.write(moment)
  const hours = moment.getUTCHours()
  const number = {
    y: moment.getUTCFullYear() % 100,
    m: moment.getUTCMonth() + 1,
    d: moment.getUTCDate(),
    h: halves ? hours % 12 || 12 : hours,
    i: moment.getUTCMinutes(),
    s: moment.getUTCSeconds(),
  }[word[0] ?? '']
  return number === undefined ? '' : String(number).padStart(word.length, '0')
}

/** What is written in words or in full. */
const names: readonly { readonly is: RegExp; write(moment: Date): string }[] = [
  { is: /\/p|下午/, write: (moment) => (moment.getUTCHours() < 12 ? '上午' : '下午') },
  { is: /^(?:y{3,}|[eb]+)$/, write: (moment) => String(moment.getUTCFullYear()) },
  { is: /^m{3,}$/, write: (moment) => `${moment.getUTCMonth() + 1}月` },
  { is: /^(?:d{3,}|a+)$/, write: (moment) => `星期${'日一二三四五六'[moment.getUTCDay()]}` },
]
