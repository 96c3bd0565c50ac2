/** What can be found by typing: a name in both languages, other names, pinyin, a code. */
export interface Findable {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  /** Of a place: 贵州省 where its name is 贵州. */
  readonly fullName?: string
  readonly aliases: readonly string[]
  /** Syllables separated by spaces; a bar between the name and each alias. */
  readonly pinyin: string
}

/**
 * The entries that answer to everything typed, best first; entries of equal rank keep their order.
 * Takes 汉字, pinyin (ruanjian), initials (rjywsr) or a mixture (ruanj yw), English and codes; several words
 * separated by spaces must all match. All entries when nothing is typed.
 */
export function findEntries<Entry extends Findable>(
  entries: readonly Entry[],
  typed: string,
): readonly Entry[] {
  const words = normalize(typed).split(' ').filter(Boolean)
  if (words.length === 0) return entries
  return entries
    .map((entry) => ({ entry, rank: entry.code === typed.trim().toLowerCase() ? -1 : rankOf(entry, words) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}

const noMatch = Number.POSITIVE_INFINITY

const normalize = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\p{P}]+/gu, ' ')
    .trim()

const rankOf = (entry: Findable, words: readonly string[]) =>
  words.reduce((sum, word) => sum + rankWord(entry, word), 0)

function rankWord({ name, fullName = '', aliases, code, pinyin }: Findable, word: string): number {
  const names = [name.zh, name.en, fullName].map(normalize)
  if (names.includes(word)) return 0
  if (names.some((text) => text.startsWith(word))) return 1
  if (names.some((text) => text.includes(word))) return 2
  if (aliases.some((alias) => normalize(alias).includes(word))) return 3
  if (normalize(code).includes(word)) return 4
  if (!/^[a-z0-9]+$/.test(word)) return noMatch
  const spellings = pinyin.split('|').map((spelling) => spelling.split(' '))
  if (spellings.some((syllables) => spells(word, syllables))) return 5
  const inside = spellings.some((syllables) => syllables.some((_, at) => spells(word, syllables.slice(at))))
  return inside ? 6 : noMatch
}

/** Whether the word is made of beginnings of the syllables, none skipped: `rjyw`, `ruanjye`, `ruanjianyewu`. */
function spells(word: string, syllables: readonly string[]): boolean {
  if (word === '') return true
  const [first, ...rest] = syllables
  if (first === undefined) return false
  for (let length = Math.min(first.length, word.length); length > 0; length--) {
    if (first.startsWith(word.slice(0, length)) && spells(word.slice(length), rest)) return true
  }
  return false
}
