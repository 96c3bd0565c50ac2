import comparisons from './vocabulary/comparisons.json' with { type: 'json' }
import conditions from './vocabulary/conditions.json' with { type: 'json' }
import directions from './vocabulary/directions.json' with { type: 'json' }
import lists from './vocabulary/lists.json' with { type: 'json' }
import nouns from './vocabulary/nouns.json' with { type: 'json' }
import particles from './vocabulary/particles.json' with { type: 'json' }
import qualifiers from './vocabulary/qualifiers.json' with { type: 'json' }
import statuses from './vocabulary/statuses.json' with { type: 'json' }

const groups = [directions, comparisons, nouns, qualifiers, statuses, lists, particles, conditions]

type KeyOf<Group> = Group extends unknown ? keyof Group : never

/** What a word does in a sentence: raises, compares, opens a list; by lists of words, or by how it is built. */
export type Cue = KeyOf<(typeof groups)[number]> | 'transparent' | 'oddSpan' | 'oddTimes' | 'except'

/** Each cue with its words; those of a direction may have 了 behind them. */
export const cueWords: readonly (readonly [cue: Cue, words: readonly string[]])[] = groups.flatMap((group) =>
  (Object.entries(group) as [Cue, string[]][]).map(
    ([cue, words]) =>
      [cue, group === directions ? words.flatMap((word) => [word, `${word}了`]) : words] as const,
  ),
)
