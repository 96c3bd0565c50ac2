import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { CatalogQuestion } from './answers.ts'
import { checkPhrase } from './check-phrase.ts'

/**
 * Writes what a person knows of a phrase into the catalogue, as the files there are written: another word of an
 * indicator, or an indicator of its own.
 * @param folder `data/catalog`.
 * @returns the file that was changed.
 * @throws BadInput in one line where the catalogue would not hold together any more; nothing is written then.
 */
export function writeCatalog(folder: string, question: CatalogQuestion): string {
  const lexicon = toLexicon(readCatalog(folder))
  checkPhrase(question.kind === 'alias' ? question.phrase : question.zh, lexicon)
  const edit = question.kind === 'alias' ? addAlias(folder, question) : addIndicator(folder, question)
  return saveEdit(folder, edit)
}

/**
 * Writes a file of the catalogue, checked as a whole.
 * @returns the file that was changed.
 * @throws BadInput where the catalogue would not hold together any more, or somebody else has written it.
 */
export function saveEdit(folder: string, edit: Edit): string {
  checkWhole(folder, edit)
  const file = join(folder, edit.file)
  if (readFileSync(file, 'utf8') !== edit.before) throw new BadInput(`${file} 刚被改写，没有保存；请再试一次`)
  const unfinished = `${file}.${process.pid}.tmp`
  writeFileSync(unfinished, edit.after)
  renameSync(unfinished, file)
  return file
}

/** A file of the catalogue, below its folder, before and after. */
export interface Edit {
  readonly file: string
  readonly before: string
  readonly after: string
}

/** What the file must hold of each entry to be found in it. */
interface Coded {
  readonly code: string
  readonly topic: string
  readonly aliases?: readonly string[]
}

interface Opened {
  readonly file: string
  readonly text: string
  readonly entries: readonly Coded[]
}

function openIndicators(folder: string): Opened[] {
  const names = readdirSync(join(folder, 'indicators')).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, 'indicators', name), 'utf8')
    return { file: join('indicators', name), text, entries: JSON.parse(text) as Coded[] }
  })
}

function addAlias(folder: string, { indicator, phrase }: Extract<CatalogQuestion, { kind: 'alias' }>): Edit {
  const opened = openIndicators(folder).find(({ entries }) => entries.some(({ code }) => code === indicator))
  if (!opened) throw new BadInput(`指标 ${indicator} 不在目录中`)
  const { file, text, entries } = opened
  const aliases = [...(entries.find(({ code }) => code === indicator)?.aliases ?? []), phrase]
  const start = text.indexOf(`\n    "code": "${indicator}"`)
  const end = text.indexOf('\n  }', start)
  const entry = text.slice(start, end)
  const list = `\n    "aliases": ${printList(aliases)}`
  const known = /\n {4}"aliases": \[[^\]]*\]/
  const edited = known.test(entry)
    ? entry.replace(known, () => list)
    : entry.replace(/\n {4}"topic":/, (topic) => `${list},${topic}`)
  const after = text.slice(0, start) + edited + text.slice(end)
  checkSays(
    file,
    after,
    entries.map((each) => (each.code === indicator ? { ...each, aliases } : each)),
  )
  return { file, before: text, after }
}

function addIndicator(folder: string, question: Extract<CatalogQuestion, { kind: 'indicator' }>): Edit {
  const { code, zh, en, topic, indicatorKind: kind, unit, counter, aggregation, definition } = question
  const opened = openIndicators(folder).find(({ entries }) => entries.some((each) => each.topic === topic))
  if (!opened) throw new BadInput(`主题 ${topic} 没有文件`)
  const entry = {
    ...{ code, name: { zh, en }, topic, kind, unit },
    ...(counter === '' ? {} : { counter }),
    aggregation,
    definition: { zh: definition || `${zh}。`, en: `${en}.` },
  }
  const { file, text, entries } = opened
  const after = text.replace(/\n\]\s*$/, () => `,\n  ${printEntry(entry)}\n]\n`)
  checkSays(file, after, [...entries, entry])
  return { file, before: text, after }
}

/** An entry of a list as the files have it. */
export const printEntry = (entry: object) => JSON.stringify(entry, null, 2).replaceAll('\n', '\n  ')

/** The width of a line, in which a Chinese character counts as two. */
const widest = 110
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 : 1), 0)

/** A list as the formatter of the project leaves it. */
function printList(words: readonly string[]): string {
  const quoted = words.map((word) => JSON.stringify(word))
  const line = `[${quoted.join(', ')}]`
  return widthOf(`    "aliases": ${line},`) <= widest ? line : `[\n      ${quoted.join(',\n      ')}\n    ]`
}

/** A file that is laid out otherwise than ours would be edited in the wrong place. @throws BadInput */
export function checkSays(file: string, text: string, meant: readonly unknown[]): void {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    said = undefined
  }
  if (JSON.stringify(sorted(said)) !== JSON.stringify(sorted(meant)))
    throw new BadInput(`${file} 的排法与其他文件不同，没有保存；请手工补入`)
}

/** Objects with their fields in one order: where a new one stands does not matter. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([name, each]) => [name, sorted(each)]))
}

/** Reads the catalogue as it would be, in a folder of its own. */
function checkWhole(folder: string, { file, after }: Edit): void {
  const copy = mkdtempSync(join(tmpdir(), 'youju-catalog-'))
  try {
    cpSync(folder, copy, { recursive: true })
    writeFileSync(join(copy, file), after)
    toLexicon(readCatalog(copy))
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.message.replaceAll(`${copy}/`, ''))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
