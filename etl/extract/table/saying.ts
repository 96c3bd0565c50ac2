import type { TableWord } from '#data/language/heading-words.ts'
import type { Status } from '#data/model/observation.ts'

/** What is said of an indicator: a level, a growth, or a move in a unit that tells which. */
export type Kind =
  | 'level'
  | 'growth'
  | 'move'
  | 'share'
  | 'shareChange'
  | 'growthChange'
  | 'netAdd'
  | 'contribution'

/** What the words of a heading say about its numbers, beside names and periods. */
export interface Saying {
  readonly kind: Kind | undefined
  /** What the numbers are compared with, where it is no period by its name. */
  readonly base: 'yearAgo' | 'yearEnd' | 'monthAgo' | undefined
  /** 净减, 回落: the numbers are printed without the minus their words give them. */
  readonly down: boolean
  readonly status: Status | undefined
  /** 年度目标: of the whole year. */
  readonly wholeYear: boolean
  /** 累计 runs from January on; 当月 is the last month alone. */
  readonly span: 'cumulative' | 'month' | undefined
  /** 增速 is a percentage even where no unit says so. */
  readonly isRate: boolean
  /** 增减额: in the unit of the level. */
  readonly isAmount: boolean
  /** 完成率: of a plan, not of the indicator. */
  readonly isProgress: boolean
  /** 合计: of all that the table lists. */
  readonly isTotal: boolean
}

/** The saying of a heading by its words in their order. */
export function sayingOf(words: readonly TableWord[]): Saying {
  const has: Has = (...kinds) => kinds.some((kind) => words.includes(kind))
  return {
    kind: kindOf(has),
    base: (['yearEnd', 'monthAgo', 'yearAgo'] as const).find((base) => has(base)),
    down: isDown(has),
    status: has('target', 'yearTarget') ? 'target' : has('expected') ? 'expected' : undefined,
    wholeYear: has('yearTarget'),
    span: has('cumulative') ? 'cumulative' : has('month') ? 'month' : undefined,
    isRate: has('growth', 'decline'),
    isAmount: has('amount'),
    isProgress: has('progress'),
    isTotal: has('total'),
  }
}

function isDown(has: Has): boolean {
  const falls = has('down', 'netDown') && !has('up', 'netUp')
  return has('decline') ? !falls : falls
}

type Has = (...kinds: readonly TableWord[]) => boolean

function kindOf(has: Has): Kind | undefined {
  const moves = has('up', 'down', 'change', 'amount')
  if (has('contribution')) return 'contribution'
  if (has('share')) return moves ? 'shareChange' : 'share'
  if (has('netUp', 'netDown')) return 'netAdd'
  if (has('growth', 'decline')) return moves ? 'growthChange' : 'growth'
  if (moves || has('yearAgo', 'yearEnd', 'monthAgo')) return 'move'
  return has('level', 'cumulative', 'month', 'target', 'yearTarget', 'expected') ? 'level' : undefined
}
