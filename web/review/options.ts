import type { Language } from '#data/model/language.ts'
import { codeOfPeriod } from '#data/wording/period-text.ts'
import type { CatalogAnswer, Column, Entry } from '#etl/review/answers.ts'
import { findEntries } from '#web/search.ts'
import type { Option } from './picker.tsx'

interface Offered {
  readonly catalog: CatalogAnswer
  readonly language: Language
  /** What is offered for the field, the likeliest first, and which of it the document says. */
  readonly alternatives: readonly string[]
  readonly near: readonly string[]
  /** The value as a reader says it. */
  readonly say: (value: string) => string
  readonly words: { readonly empty: string; readonly typed: (text: string) => string; readonly near: string }
  readonly qualifiers: Readonly<Record<string, string>>
}

/** What may be chosen for a field when something is typed: entries of the catalogue by any of their names, else the text itself. */
export function optionsOf(column: Column, offered: Offered): (typed: string) => readonly Option[] {
  const entries = entriesOf(column, offered)
  if (entries) return (typed) => named(entries, typed, offered)
  const read = column === 'period' ? (text: string) => codeOfPeriod(text) ?? text : (text: string) => text
  return (typed) => written(read(typed.trim()), offered)
}

function entriesOf(column: Column, { catalog, qualifiers }: Offered): readonly Entry[] | undefined {
  switch (column) {
    case 'indicator':
      return catalog.indicators
    case 'region':
      return catalog.regions
    case 'measure':
      return catalog.measures
    case 'status':
      return catalog.statuses
    case 'qualifier':
      return Object.entries(qualifiers).map(([code, name]) => ({
        code,
        name: { zh: name, en: name },
        aliases: [code],
        pinyin: '',
      }))
    default:
      return undefined
  }
}

/** Entries that the document names stand first among those that fit equally well. */
function named(
  entries: readonly Entry[],
  typed: string,
  { alternatives, language, words }: Offered,
): Option[] {
  const near = alternatives.flatMap((code) => entries.find((entry) => entry.code === code) ?? [])
  const ordered = [...near, ...entries.filter((entry) => !near.includes(entry))]
  return find(ordered, typed, language).map((entry) => ({
    value: entry.code,
    label: entry.name[language],
    hint: near.includes(entry) ? words.near : entry.code,
  }))
}

function written(text: string, { alternatives, near, say, words }: Offered): Option[] {
  const found = alternatives.filter((value) => value.includes(text) || say(value).includes(text))
  const own = text !== '' && !alternatives.includes(text) ? [text] : []
  return [
    ...own.map((value) => ({
      value,
      label: words.typed(value),
      hint: say(value) === value ? '' : say(value),
    })),
    ...found.map((value) => ({
      value,
      label: value === '' ? words.empty : value,
      hint: say(value) !== value ? say(value) : near.includes(value) ? words.near : '',
    })),
  ]
}

/** Entries by what is typed; for readers of Chinese, letters are pinyin or codes rather than pieces of English names. */
export function find<Each extends Entry>(
  entries: readonly Each[],
  typed: string,
  language: Language,
): readonly Each[] {
  if (language === 'en') return findEntries(entries, typed)
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  const chinese = entries.map((entry) => ({ ...entry, name: { ...entry.name, en: '' } }))
  return findEntries(chinese, typed).flatMap(({ code }) => byCode.get(code) ?? [])
}
