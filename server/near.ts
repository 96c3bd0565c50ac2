const mostShown = 5

interface Word<Thing> {
  readonly thing: Thing
  /** Everything the thing is called. */
  readonly words: readonly string[]
}

/**
 * The things whose words are closest to what was typed: those that begin with it or contain it, then those a few
 * letters away.
 * @returns at most five, the nearest first; none when nothing is near.
 */
export function findNear<Thing>(typed: string, words: readonly Word<Thing>[]): Thing[] {
  const wanted = typed.trim().toLowerCase().slice(0, 60)
  if (wanted === '') return []
  return words
    .map(({ thing, words }) => ({
      thing,
      far: Math.min(...words.map((word) => distance(wanted, word.toLowerCase()))),
    }))
    .filter(({ far }) => far <= 1)
    .sort((a, b) => a.far - b.far)
    .slice(0, mostShown)
    .map(({ thing }) => thing)
}

/** 0 for the same word, below 1 for one worth suggesting. */
function distance(typed: string, word: string): number {
  const shorter = Math.min(typed.length, word.length)
  const unlike = Math.abs(typed.length - word.length) / Math.max(typed.length, word.length)
  if (shorter >= 2 && (word.startsWith(typed) || typed.startsWith(word))) return 0.3 * unlike
  if (shorter >= 2 && (word.includes(typed) || typed.includes(word))) return 0.3 + 0.3 * unlike
  return editDistance(typed, word) / Math.max(1, Math.floor(typed.length * 0.34))
}

/** How many letters must be put in, taken out or changed to turn one word into the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
