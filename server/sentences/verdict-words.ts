import type { Language } from '#data/model/language.ts'

/** Which way something has moved. */
export type Direction = 'up' | 'down' | 'level'

type Move = Readonly<Record<Direction, (size: string) => string>>
type Pace = Readonly<Record<Direction, (before: string, size: string) => string>>

interface VerdictWords {
  readonly line: (topic: string, when: string, clauses: readonly string[]) => string
  readonly level: (name: string, value: string) => string
  /** @param name '' where it need not be named. */
  readonly grown: (name: string, move: string) => string
  /** Growth on a year earlier in two words, where it is the first thing said. */
  readonly brief: Move
  readonly growth: Move
  /** Net, since the end of the year before. */
  readonly addition: Move
  /** Of a ratio. */
  readonly change: Move
  readonly pace: Pace
  /** The same of what falls now and did not before, and of what falls as it did before. */
  readonly turnPace: Pace
  readonly fallPace: Pace
  /** Where both growths have the same digits, and where their digits do not tell which is the larger. */
  readonly even: (before: string) => string
  readonly nearlyEven: (before: string) => string
  readonly yearBefore: string
  /** @param months since the end of its period. */
  readonly old: (months: number) => string
}

const zh: VerdictWords = {
  line: (topic, when, [first = '', ...others]) => `${topic}：${[when + first, ...others].join('，')}`,
  level: (name, value) => name + value,
  grown: (name, move) => name + move,
  brief: { up: (size) => `增${size}`, down: (size) => `降${size}`, level: () => '同比持平' },
  growth: { up: (size) => `同比增长${size}`, down: (size) => `同比下降${size}`, level: () => '同比持平' },
  addition: {
    up: (size) => `比上年末净增${size}`,
    down: (size) => `比上年末净减${size}`,
    level: () => '与上年末持平',
  },
  change: { up: (size) => `同比提高${size}`, down: (size) => `同比下降${size}`, level: () => '同比持平' },
  pace: {
    up: (before, size) => `比${before}加快${size}`,
    down: (before, size) => `比${before}放缓${size}`,
    level: (before) => `增速与${before}持平`,
  },
  turnPace: {
    up: (before, size) => `增速比${before}回升${size}`,
    down: (before, size) => `增速比${before}回落${size}`,
    level: (before) => `增速与${before}持平`,
  },
  fallPace: {
    up: (before, size) => `降幅比${before}收窄${size}`,
    down: (before, size) => `降幅比${before}扩大${size}`,
    level: (before) => `降幅与${before}持平`,
  },
  even: (before) => `增速与${before}持平`,
  nearlyEven: (before) => `增速与${before}基本持平`,
  yearBefore: '上年同期',
  old: (months) => `此后${months}个月未见新数`,
}

const en: VerdictWords = {
  line: (topic, when, clauses) =>
    `${topic}: ${clauses.slice(0, 1)} ${inWhen(when)}${clauses
      .slice(1)
      .map((clause) => `, ${clause}`)
      .join('')}`,
  level: (name, value) => `${name} ${value}`,
  grown: (name, move) => (name === '' ? move : `${name} ${move}`),
  brief: { up: (size) => `up ${size}`, down: (size) => `down ${size}`, level: () => 'level' },
  growth: {
    up: (size) => `up ${size} on a year earlier`,
    down: (size) => `down ${size} on a year earlier`,
    level: () => 'level on a year earlier',
  },
  addition: {
    up: (size) => `a net addition of ${size} since the end of the year before`,
    down: (size) => `a net loss of ${size} since the end of the year before`,
    level: () => 'level since the end of the year before',
  },
  change: {
    up: (size) => `up ${size} on a year earlier`,
    down: (size) => `down ${size} on a year earlier`,
    level: () => 'level on a year earlier',
  },
  pace: {
    up: (before, size) => `${size} faster than ${inWhen(before)}`,
    down: (before, size) => `${size} slower than ${inWhen(before)}`,
    level: (before) => `as fast as ${inWhen(before)}`,
  },
  turnPace: {
    up: (before, size) => `growth ${size} higher than ${inWhen(before)}`,
    down: (before, size) => `growth ${size} lower than ${inWhen(before)}`,
    level: (before) => `the same growth as ${inWhen(before)}`,
  },
  fallPace: {
    up: (before, size) => `the fall ${size} smaller than ${inWhen(before)}`,
    down: (before, size) => `the fall ${size} larger than ${inWhen(before)}`,
    level: (before) => `the same fall as ${inWhen(before)}`,
  },
  even: (before) => `the same as ${inWhen(before)}`,
  nearlyEven: (before) => `much the same as ${inWhen(before)}`,
  yearBefore: 'a year earlier',
  old: (months) => `nothing newer for ${months} months`,
}

const inWhen = (when: string) =>
  when.startsWith('end ') ? `at the ${when}` : when === 'a year earlier' ? when : `in ${when}`

/** The words of verdicts. */
export const verdictWords: Readonly<Record<Language, VerdictWords>> = { zh, en }
