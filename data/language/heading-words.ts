import comparisons from './vocabulary/comparisons.json' with { type: 'json' }
import words from './vocabulary/headings.json' with { type: 'json' }

/** What a word of a heading does. */
export type TableWord = keyof typeof words | 'yearEnd' | 'monthAgo'

const { yearAgo, yearEnd, monthAgo } = comparisons
const lists = [...Object.entries(words), ...Object.entries({ yearAgo, yearEnd, monthAgo })]
const meanings = new Map(lists.flatMap(([kind, list]) => list.map((word) => [word, kind as TableWord])))
const longest = Math.max(...[...meanings.keys()].map(({ length }) => length))

/** Whether the words of a heading are exactly one of those that mean this. */
export function saysTable(kind: TableWord, text: string): boolean {
  return meanings.get(text) === kind
}

/** What the words of a heading do, one after the other; undefined where one of them is no word of tables. */
export function readWording(text: string): readonly TableWord[] | undefined {
  const found: TableWord[] = []
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at)
    const meaning = word === undefined ? undefined : meanings.get(word)
    if (word === undefined || meaning === undefined) return undefined
    found.push(meaning)
    at += word.length
  }
  return found
}

function wordAt(text: string, at: number): string | undefined {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length)
    if (meanings.has(word)) return word
  }
  return undefined
}
