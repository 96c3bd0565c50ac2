/** Words with values, found at a place of a text in one step per character. */
export interface Trie<Value> {
  readonly next: Map<number, Trie<Value>>
  value?: Value
}

/** A trie of words; a word that stands twice keeps its first value. */
export function toTrie<Value>(words: Iterable<readonly [string, Value]>): Trie<Value> {
  const root: Trie<Value> = { next: new Map() }
  for (const [word, value] of words) {
    const node = add(root, word)
    node.value ??= value
  }
  return root
}

function add<Value>(root: Trie<Value>, word: string): Trie<Value> {
  let node = root
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    let next = node.next.get(letter)
    if (!next) {
      next = { next: new Map() }
      node.next.set(letter, next)
    }
    node = next
  }
  return node
}

export interface Hit<Value> {
  readonly value: Value
  readonly end: number
}

/** The longest word that begins at `start`. */
export function longestAt<Value>(root: Trie<Value>, text: string, start: number): Hit<Value> | undefined {
  let node: Trie<Value> | undefined = root
  let hit: Hit<Value> | undefined
  for (let at = start; at < text.length; at++) {
    node = node.next.get(text.charCodeAt(at))
    if (!node) break
    if (node.value !== undefined) hit = { value: node.value, end: at + 1 }
  }
  return hit
}

/** Whether a longer word begins so. */
export function beginsWord<Value>(root: Trie<Value>, start: string): boolean {
  let node: Trie<Value> | undefined = root
  for (let at = 0; node && at < start.length; at++) node = node.next.get(start.charCodeAt(at))
  return node !== undefined && node.next.size > 0
}
