import type { Language, Text } from '#data/model/language.ts'
import { isRetold } from '#data/model/source.ts'
import type { SourceAnswer } from '#server/answers.ts'
import type { ExportTable } from '#server/exports/export-format.ts'
import { dayInBeijing } from '#server/queries/read-versions.ts'

/** What a citation of a file needs of it. */
export type Cited = Pick<ExportTable, 'title' | 'address' | 'snapshot' | 'date' | 'language'>

/** A number in a version, with what a citation of it needs. */
export interface CitedNumber extends Cited {
  /** The key of its BibTeX entry. */
  readonly id: string
}

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

/** A number by GB/T 7714—2015, as of the day on which its version was published: then it was read so. */
export function citeNumber({ title, address, snapshot, date, language }: Cited): string {
  const day = dayInBeijing(date)
  const where = (address.startsWith('/') ? site[language] : '') + address
  return `${youju[language]}. ${title[language]}[DS/OL]. (${day})[${day}]. ${where}. ${version[language]}${snapshot}.`
}

/** The data set by GB/T 7714—2015, as of the day on which it was published, or of that asked for. */
export function citeData({ title, address, snapshot, date, language }: Cited): string {
  const where = (address.startsWith('/') ? site[language] : '') + address
  const state = snapshot === null ? '' : `. ${version[language]}${snapshot}`
  const name = `${youju[language]}. ${title[language]}[DS/OL]`
  return `${name}. (${dayInBeijing(date)})${accessed[language]}. ${where}${state}.`
}

/**
 * A document by GB/T 7714—2015. An estimated date stands in brackets, one that is not known is left out. Of what retells
 * figures of others, who retells them is the author, where known.
 * @param read the day on which it was read, where that is known; else the reader fills in the own.
 */
export function citeSource(source: SourceAnswer, language: Language, read?: string): string {
  const { carrier, title, url } = source
  const kind = kindOf(source)
  const day = dayRead(source, read)
  const access = day === undefined ? accessed[language] : `[${day}]`
  const [date, where] = [dateOf(source), url ? `${access}. ${url}` : '']
  const publisher = isRetold(source) ? '' : carrier
  const publication = [publisher, date].filter((part) => part !== '').join(', ') + where
  const author = authors(authorsOf(source), language)
  return [author, `${title}[${url ? `${kind}/OL` : kind}]`, publication]
    .filter((part) => part !== '')
    .join('. ')
    .replace(/[. ]+$/, '')
    .concat('.')
}

/** Who wrote it: the issuers of the figures, or who retells them, in the one name it has. */
function authorsOf(source: SourceAnswer): readonly Text[] {
  const { issuers, carrier } = source
  if (!isRetold(source)) return issuers
  return carrier === '' ? [] : [{ zh: carrier, en: carrier }]
}

/** Where it was read, or of what is retold, whose figures they are. */
function noteOf(source: SourceAnswer, language: Language): string {
  const figures: Text = { zh: '数据来自', en: 'Figures of ' }
  return isRetold(source) ? figures[language] + authors(source.issuers, language) : source.carrier
}

/** What a document is, by its name; the first that fits. */
const kinds = [
  [/公报|报告|年报|白皮书|蓝皮书/, 'R'],
  [/数据库|数据表|年度数据|分省/, 'DS'],
] as const

/** A report, a data set; else a notice on the net, or what has no kind. */
const kindOf = ({ title, url }: SourceAnswer): string =>
  kinds.find(([words]) => words.test(title))?.[1] ?? (url ? 'EB' : 'Z')

/** The day on which a table was read is no day of issue: it is the day of access. */
const dayRead = ({ dating, published }: SourceAnswer, read: string | undefined) =>
  dating === 'read' ? published : read

/** Of a page on the net in brackets, as the day of the page; else the year of publication. */
function dateOf({ published, dating, url }: SourceAnswer): string {
  if (published === '' || dating === 'read') return ''
  const sure = dating === 'bound' ? `[${published}]` : published
  return url ? `(${sure})` : sure
}

/** The standard names three and lets the others be 等. */
function authors(issuers: readonly Text[], language: Language): string {
  const names = issuers.map((name) => name[language])
  const others: Text = { zh: ', 等', en: ', et al' }
  return names.length > 3 ? names.slice(0, 3).join(', ') + others[language] : names.join(', ')
}

/** The same for BibTeX (UTF-8, for biber or XeLaTeX). */
export const citeInBibtex = (cited: Cited, sources: readonly SourceAnswer[]): string =>
  [
    numberInBibtex({ ...cited, id: 'youju' }),
    ...sources.map((source) => sourceInBibtex(source, cited.language)),
  ].join('\n')

/** A number, or a whole data set, for BibTeX. */
export const numberInBibtex = ({ id, title, address, snapshot, date, language }: CitedNumber): string =>
  entry(id, {
    author: '{有据 Youju}',
    title: `{${escaped(title[language])}}`,
    year: dayInBeijing(date).slice(0, 4),
    month: dayInBeijing(date).slice(5, 7),
    howpublished: `\\url{${inUrl(address)}}`,
    note: snapshot === null ? '' : version[language] + snapshot,
  })

/** @param read the day on which it was read, where that is known. */
export function sourceInBibtex(source: SourceAnswer, language: Language, read?: string): string {
  const { id, title, published, url, dating } = source
  const date = dating === 'read' ? '' : published
  return entry(id, {
    author: authorsOf(source)
      .map((name) => `{${escaped(name[language])}}`)
      .join(' and '),
    title: `{${escaped(title)}}`,
    year: date.slice(0, 4),
    month: date.slice(5, 7),
    howpublished: url ? `\\url{${inUrl(url)}}` : '',
    urldate: url ? (dayRead(source, read) ?? '') : '',
    note: escaped(noteOf(source, language)),
  })
}

function entry(key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === '' ? [] : [`  ${name} = {${value}},`],
  )
  return `@misc{${key},\n${lines.join('\n')}\n}\n`
}

/** Within the braces of an address only braces and backslashes would be read otherwise. */
const inUrl = (address: string) => address.replace(/[\\{}]/g, (letter) => encodeURIComponent(letter))

const escaped = (text: string) =>
  text
    .replace(/[\\{}]/g, '')
    .replace(/[%&#_$]/g, (letter) => `\\${letter}`)
    .replace(/[~^]/g, ' ')
