import { pinyin } from 'pinyin-pro'
import type { Catalog } from '#data/catalog/catalog.ts'
import questionWords from '#data/language/questions/words.json' with { type: 'json' }
import { groupBy } from '#data/model/group-by.ts'
import { plainText } from './plain-text.ts'
import type { MendedWord } from './split-question.ts'
import type { QuestionWords, Sense, Word } from './words.ts'

/** What misspelt words are held against. */
export interface Spellings {
  /** Chinese words by their syllables: `ye wu` → 业务. */
  readonly bySound: ReadonlyMap<string, readonly Word[]>
  /** The same by their letters: `yewu`. */
  readonly byLetters: ReadonlyMap<string, readonly Word[]>
  /** Names by the initials of their syllables: `rjywsr`. */
  readonly byInitials: ReadonlyMap<string, readonly string[]>
  /** Latin words of the vocabulary. */
  readonly latin: ReadonlySet<string>
  /** Names of indicators, with one character left out: `固定电话?及率`. */
  readonly byPattern: ReadonlyMap<string, readonly string[]>
  readonly longest: number
}

const soundsOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((each) =>
    each.toLowerCase(),
  )

const isHan = (text: string) => /^[\u4e00-\u9fff]+$/.test(text)

/** Senses that no slip of the pen is read as: too many words would be one. */
const unlikely: ReadonlySet<Sense['is']> = new Set(['filler', 'slight', 'unit', 'and', 'issuer'])
const isLikely = ({ text, senses }: Word) => text.length > 1 && senses.some(({ is }) => !unlikely.has(is))

/** 5G基站 → 5gjz. */
const initialsOf = (name: string) =>
  [...name.toLowerCase()]
    .map((letter) => (isHan(letter) ? (soundsOf(letter)[0] ?? '').charAt(0) : letter))
    .join('')
    .replace(/[^a-z\d]/g, '')

/** How the words of questions sound and are abbreviated. */
export function toSpellings({ words }: QuestionWords, catalog: Catalog): Spellings {
  const all = [...words.values()]
  const likely = all.filter(isLikely)
  const sounded = (of: readonly Word[]) =>
    of.filter(({ text }) => isHan(text)).map((word) => ({ word, sounds: soundsOf(word.text) }))
  const bySound = groupBy(sounded(likely), ({ sounds }) => sounds.join(' '))
  const byLetters = groupBy(
    sounded([
      ...all.filter(({ text, senses }) =>
        senses.some(({ is }) => is !== 'unit' && (text.length > 1 || is !== 'region')),
      ),
      ...questionWords.spelledToo.map((text) => ({ text, senses: [] })),
    ]),
    ({ sounds }) => sounds.join(''),
  )
  const wordsOf = (groups: ReadonlyMap<string, readonly { readonly word: Word }[]>) =>
    new Map([...groups].map(([key, each]) => [key, each.map(({ word }) => word)]))
  return {
    bySound: wordsOf(bySound),
    byLetters: wordsOf(byLetters),
    byInitials: groupBy([...new Set(namesIn(catalog).map(plainText))], initialsOf),
    latin: new Set(likely.flatMap(({ text }) => text.split(' ').filter((part) => /^[a-z]{2,}$/.test(part)))),
    byPattern: groupPatterns([...namesIn(catalog).map(plainText), ...likely.map(({ text }) => text)]),
    longest: Math.max(...[...bySound.keys()].map((key) => key.split(' ').length)),
  }
}

const [shortestName, longestName] = [4, 12]

function groupPatterns(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const fitting = [...new Set(names)].filter(
    (name) =>
      /^[\da-z]{0,4}[\u4e00-\u9fff]+$/.test(name) &&
      name.length >= shortestName &&
      name.length <= longestName,
  )
  const patterns = fitting.flatMap((name) => patternsOf(name).map((pattern) => ({ pattern, name })))
  return new Map(
    [...groupBy(patterns, ({ pattern }) => pattern)].map(([pattern, of]) => [
      pattern,
      of.map(({ name }) => name),
    ]),
  )
}

/** A word with each of its characters left out in turn. */
const patternsOf = (word: string) => [...word].map((_, at) => `${word.slice(0, at)}?${word.slice(at + 1)}`)

/**
 * A question in which one character of a name is another: 昔及率 as 普及率.
 * @param places where characters stand that nobody knows
 */
export function withOtherCharacter(
  text: string,
  places: readonly number[],
  { byPattern }: Spellings,
): string[] {
  const found = places.flatMap((place) => {
    const texts: string[] = []
    for (let length = longestName; length >= shortestName && texts.length === 0; length--) {
      for (
        let start = Math.max(0, place - length + 1);
        start <= place && start + length <= text.length;
        start++
      ) {
        const at = place - start
        const written = text.slice(start, start + length)
        const names = byPattern.get(`${written.slice(0, at)}?${written.slice(at + 1)}`) ?? []
        for (const name of names) texts.push(text.slice(0, start) + name + text.slice(start + length))
      }
    }
    return texts
  })
  return [...new Set(found)].slice(0, mostTexts)
}

/** What people abbreviate: indicators, provinces, clusters, industries. */
const namesIn = ({ indicators, regions, topics }: Catalog): string[] => [
  ...[...indicators.values()].flatMap(({ name, aliases }) => [name.zh, ...aliases]),
  ...[...regions.values()].flatMap(({ kind, name }) =>
    kind === 'province' || kind === 'cluster' || kind === 'city' ? [name.zh] : [],
  ),
  ...topics.flatMap(({ words }) => words),
]

/** Words that sound like what stands at a place of a question and share a character with it: 业物 → 业务. */
export function toMender({ bySound, longest }: Spellings, text: string): (start: number) => MendedWord[] {
  const sounds = [...text].map((letter) => (isHan(letter) ? (soundsOf(letter)[0] ?? '') : ''))
  return (start) => {
    const found: MendedWord[] = []
    for (let length = 2; length <= longest && sounds[start + length - 1]; length++) {
      const written = text.slice(start, start + length)
      for (const word of bySound.get(sounds.slice(start, start + length).join(' ')) ?? []) {
        const alike = [...word.text].filter((letter, at) => letter === written[at]).length
        if (word.text !== written && alike * 2 >= word.text.length) found.push({ word, end: start + length })
      }
    }
    return found
  }
}

/** Regions that are spelled alike without tones: shanxi is 山西 or 陕西. */
export function alikeInPinyin(text: string, { regions }: Catalog): string[] {
  const places = [...regions.values()].filter(({ kind }) => kind === 'province' || kind === 'city')
  const found = places.filter(({ pinyin: sounds }) => text.split(' ').includes(sounds.replaceAll(' ', '')))
  const [first, ...others] = found
  if (!first || others.length === 0) return [text]
  return found.map(({ name, pinyin: sounds }) => replaceWord(text, sounds.replaceAll(' ', ''), name.zh))
}

/** The most texts that a question with several misspelt words is read as. */
const mostTexts = 12

/**
 * A question whose Latin words nobody knows, in other words: pinyin, initials, or English with a slip.
 * @param unknown the words, as they stand in the text
 * @returns all texts it may be; none where a word is like nothing.
 */
export const respell = (text: string, unknown: readonly string[], spellings: Spellings): string[] =>
  respelled(text, unknown, spellings).map((each) => each.replace(/(\d) (?=[年月])/g, '$1'))

function respelled(text: string, unknown: readonly string[], spellings: Spellings): string[] {
  const latin = new Set(unknown.filter((word) => /^[a-z\d]*[a-z][a-z\d]*$/.test(word)))
  if (latin.size === 0) return []
  return runsIn(text, latin).reduce<string[]>(
    (texts, run) => {
      const readings = readingsOfRun(run, spellings, latin.size > 1)
      return texts
        .flatMap((each) => readings.map((reading) => replaceWord(each, run.join(' '), reading)))
        .slice(0, mostTexts)
    },
    [text],
  )
}

/** Unknown words that stand together, as the syllables of one word may. */
function runsIn(text: string, unknown: ReadonlySet<string>): string[][] {
  const runs: string[][] = [[]]
  for (const word of text.split(' ')) {
    const inner = [...unknown].find((each) => word.includes(each))
    if (unknown.has(word)) runs.at(-1)?.push(word)
    else runs.push(inner === undefined ? [] : [inner], [])
  }
  return runs.filter((run) => run.length > 0)
}

/** In pinyin as a whole, else word by word. */
function readingsOfRun(
  run: readonly string[],
  spellings: Spellings,
  isOfSeveral: boolean,
): readonly string[] {
  const together = run.length > 1 ? spelled(run.join(''), spellings) : []
  if (together.length > 0) return together
  return run
    .map((word) => readingsOf(word, spellings, isOfSeveral))
    .reduce<string[]>(
      (made, options) =>
        made.flatMap((each) => options.map((option) => `${each} ${option}`.trim())).slice(0, mostTexts),
      [''],
    )
}

const replaceWord = (text: string, words: string, reading: string) => text.replace(words, reading)

function readingsOf(word: string, spellings: Spellings, isOfSeveral: boolean): readonly string[] {
  if (spellings.latin.has(word)) return [word]
  const abbreviated = spellings.byInitials.get(word)
  if (abbreviated) return abbreviated.slice(0, mostTexts)
  const phonetic = word.length >= 4 || isOfSeveral ? spelled(word, spellings) : []
  if (phonetic.length > 0) return phonetic
  return nearestLatin(word, spellings.latin)
}

/** A word as Chinese in pinyin: all ways with fewest words. */
function spelled(letters: string, { byLetters }: Spellings): readonly string[] {
  const best: Spelled[] = []
  best[letters.length] = { words: 0, texts: [''] }
  for (let start = letters.length - 1; start >= 0; start--) {
    const ways = wordEnds(letters, start).flatMap((end): Spelled[] => {
      const [rest, words] = [best[end], byLetters.get(letters.slice(start, end))]
      if (!rest || !words) return []
      return [
        {
          words: rest.words + 1,
          texts: words.flatMap(({ text }) => rest.texts.map((other) => text + other)),
        },
      ]
    })
    const fewest = Math.min(...ways.map(({ words }) => words))
    const texts = ways.flatMap((way) => (way.words === fewest ? way.texts : []))
    if (ways.length > 0) best[start] = { words: fewest, texts: texts.slice(0, mostTexts) }
  }
  return best[0]?.texts ?? []
}

interface Spelled {
  readonly words: number
  readonly texts: readonly string[]
}

/** No word has more letters in pinyin. */
const longestWord = 40
const wordEnds = (letters: string, start: number) =>
  Array.from({ length: Math.min(letters.length - start, longestWord) }, (_, at) => start + at + 1)

/** Words of the vocabulary that are one slip away, or two where the word is long; the nearest only. */
function nearestLatin(word: string, latin: ReadonlySet<string>): string[] {
  const most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2
  const near = [...latin]
    .filter(
      (other) =>
        other.length >= shortest && Math.abs(other.length - word.length) <= most && other[0] === word[0],
    )
    .map((other) => ({ other, far: slips(word, other) }))
    .filter(({ far }) => far <= most)
  const best = Math.min(...near.map(({ far }) => far))
  return near
    .filter(({ far }) => far === best)
    .map(({ other }) => other)
    .slice(0, mostTexts)
}

/** A shorter word is like too many others. */
const shortest = 4

/** How many letters are wrong, missing, too many, or change places with their neighbour. */
function slips(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const [above = [], before = []] = [rows[i - 1], rows[i - 2]]
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : change
      row.push(Math.min(change, swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    rows.push(row)
  }
  return rows.at(-1)?.at(-1) ?? 0
}
