import type { Decision, NumberAnswer } from '#etl/review/answers.ts'

/** How a number stands: as it was read, or as somebody has decided. */
export type Standing =
  | 'published'
  | 'waiting'
  | 'lacking'
  | 'no-indicator'
  | 'refused'
  | 'accept'
  | 'mend'
  | 'reject'

/** A sign for each, so that no two differ by colour alone. */
export const signs: Readonly<Record<Standing, string>> = {
  published: '',
  waiting: '◆',
  lacking: '◇',
  'no-indicator': '○',
  refused: '⊘',
  accept: '✓',
  mend: '✎',
  reject: '✕',
}

export function standingOf({ fate, because, decision }: NumberAnswer): Standing {
  if (decision) return decision.action
  return fate === 'waiting' && because.startsWith('lacks-') ? 'lacking' : fate
}

/** Whether a person is asked about it, and has not answered. */
export const isOpen = (number: NumberAnswer): boolean => standingOf(number) === 'waiting'

/** The next number that somebody is asked about after a place, going round at the end. */
export function nextOpen(
  numbers: readonly NumberAnswer[],
  from: string | undefined,
  step: 1 | -1,
): NumberAnswer | undefined {
  return nextAmong(numbers, from, step, isOpen)
}

/** The next number of a kind after a place, going round at the end. */
export function nextAmong(
  numbers: readonly NumberAnswer[],
  from: string | undefined,
  step: 1 | -1,
  isMeant: (number: NumberAnswer) => boolean,
): NumberAnswer | undefined {
  const at = numbers.findIndex(({ place }) => place === from)
  const count = numbers.length
  for (let walked = 1; walked <= count; walked++) {
    const begin = at < 0 && step < 0 ? 0 : at
    const number = numbers[(((begin + step * walked) % count) + count) % count]
    if (number && isMeant(number)) return number
  }
  return undefined
}

/** The numbers of a document with a decision at some of its places, or without. */
export const withDecision = (
  numbers: readonly NumberAnswer[],
  places: readonly string[],
  decision: Decision | undefined,
): NumberAnswer[] =>
  numbers.map((number) => {
    if (!places.includes(number.place)) return number
    const { decision: _, ...undecided } = number
    return decision ? { ...undecided, decision } : undecided
  })
