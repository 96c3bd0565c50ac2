import words from './words.json' with { type: 'json' }

export type TableWord = keyof typeof words

const kinds = new Map(Object.entries(words).map(([kind, list]) => [kind, new Set(list)] as const))

/** Whether the words of a heading are exactly one of those that mean this. */
export function saysTable(kind: TableWord, text: string): boolean {
  return kinds.get(kind)?.has(text) ?? false
}
