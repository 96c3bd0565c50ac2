import type { Language, Text } from '#data/model/language.ts'
import type { SourceAnswer } from '#server/answers.ts'
import type { ExportTable } from '#server/exports/export-format.ts'
import { dayInBeijing } from '#server/queries/read-versions.ts'

/** What a citation of a file needs of it. */
export type Cited = Pick<ExportTable, 'title' | 'address' | 'snapshot' | 'date' | 'language'>

/** What GB/T 7714 asks for and nobody here knows: the reader's own day of access. */
const accessed: Text = { zh: '[引用日期 YYYY-MM-DD]', en: '[accessed YYYY-MM-DD]' }

/** Before a path, where the operator has not said under which address readers come. */
const site: Text = { zh: '[本站网址]', en: '[address of this site]' }

const youju: Text = { zh: '有据', en: 'Youju' }
const version: Text = { zh: '数据版本', en: 'Snapshot ' }

/** The data set and its documents by GB/T 7714—2015, one a line. */
export const cite = (cited: Cited, sources: readonly SourceAnswer[]): string[] => [
  citeData(cited),
  ...sources.map((source) => citeSource(source, cited.language)),
]

/** The data set by GB/T 7714—2015, as of the day on which it was published, or of that asked for. */
export function citeData({ title, address, snapshot, date, language }: Cited): string {
  const where = (address.startsWith('/') ? site[language] : '') + address
  const state = snapshot === null ? '' : `. ${version[language]}${snapshot}`
  const name = `${youju[language]}. ${title[language]}[DS/OL]`
  return `${name}. (${dayInBeijing(date)})${accessed[language]}. ${where}${state}.`
}

function citeSource({ issuers, title, published, url }: SourceAnswer, language: Language): string {
  const [kind, access] = url ? ['EB/OL', `${accessed[language]}. ${url}`] : ['Z', '']
  const date = published ? `(${published})` : ''
  return `${authors(issuers, language)}. ${title}[${kind}]. ${date}${access}`
    .replace(/[. ]+$/, '')
    .concat('.')
}

/** The standard names three and lets the others be 等. */
function authors(issuers: readonly Text[], language: Language): string {
  const names = issuers.map((name) => name[language])
  const others: Text = { zh: ', 等', en: ', et al' }
  return names.length > 3 ? names.slice(0, 3).join(', ') + others[language] : names.join(', ')
}

/** The same for BibTeX (UTF-8, for biber or XeLaTeX). */
export function citeInBibtex(cited: Cited, sources: readonly SourceAnswer[]): string {
  const { title, address, snapshot, date, language } = cited
  const set = entry('youju', {
    author: '{有据 Youju}',
    title: `{${escaped(title[language])}}`,
    year: dayInBeijing(date).slice(0, 4),
    month: dayInBeijing(date).slice(5, 7),
    howpublished: `\\url{${address}}`,
    note: snapshot === null ? '' : version[language] + snapshot,
  })
  return [set, ...sources.map((source) => sourceEntry(source, language))].join('\n')
}

const sourceEntry = (
  { id, issuers, title, published, url, carrier }: SourceAnswer,
  language: Language,
): string =>
  entry(id, {
    author: issuers.map((name) => `{${escaped(name[language])}}`).join(' and '),
    title: `{${escaped(title)}}`,
    year: published.slice(0, 4),
    month: published.slice(5, 7),
    howpublished: url ? `\\url{${url}}` : '',
    note: escaped(carrier),
  })

function entry(key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === '' ? [] : [`  ${name} = {${value}},`],
  )
  return `@misc{${key},\n${lines.join('\n')}\n}\n`
}

const escaped = (text: string) =>
  text
    .replace(/[\\{}]/g, '')
    .replace(/[%&#_$]/g, (letter) => `\\${letter}`)
    .replace(/[~^]/g, ' ')
