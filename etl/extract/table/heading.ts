import type { TableWord } from '#data/language/heading-words.ts'
import type { Status } from '#data/model/observation.ts'
import type { Label } from './label.ts'

type Words = Pick<Label, 'words' | 'base'>

/** 累计 runs from January on; 当月 is the last month alone. */
export type Span = 'cumulative' | 'month'

export const says = ({ words }: Words, ...any: readonly TableWord[]): boolean =>
  any.some((word) => words.includes(word))

export const falls = ['down', 'fewer', 'netDown'] as const
export const moves = ['up', 'down', 'more', 'fewer', 'change', 'amount'] as const
export const bases = ['yearAgo', 'yearEnd', 'monthAgo'] as const

/** What may be said of an indicator but its level. */
const sayings = [
  ['contribution'],
  ['share'],
  ['netUp', 'netDown'],
  ['growth', 'decline'],
] as const satisfies readonly (readonly TableWord[])[]

/** Whether words say that a number is no level. */
export const speaks = (label: Words): boolean => sayingOf(label) !== ''

/** What words say of an indicator but its level, so that others that say the same can be told; '' for a level. */
export function sayingOf(label: Words): string {
  const [noun = ''] = sayings.find((words) => says(label, ...words)) ?? []
  const isMove = says(label, ...moves) || (noun === '' && (says(label, ...bases) || label.base !== undefined))
  return `${noun}${isMove ? ' move' : ''}`
}

/** 累计, 当月. */
export const spanOf = (label: Words): Span | undefined =>
  (['cumulative', 'month'] as const).find((span) => says(label, span))

/** 目标, 预计: no figure yet, by the words. */
export const statusOf = (label: Words): Status | undefined =>
  says(label, 'target', 'yearTarget') ? 'target' : says(label, 'expected') ? 'expected' : undefined
