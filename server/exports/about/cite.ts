import type { Text } from '#data/model/language.ts'
import type { SourceAnswer } from '#server/answers.ts'
import type { ExportTable } from '#server/exports/export-format.ts'

/** What a citation of a file needs of it. */
export type Cited = Pick<ExportTable, 'title' | 'address' | 'snapshot' | 'asOf'>

/** The reader's own day of access, which GB/T 7714 asks for and nobody else knows. */
const accessed = '[引用日期 YYYY-MM-DD]'

/** The data set and its documents by GB/T 7714—2015, in Chinese, one a line. */
export function citeInChinese(cited: Cited, sources: readonly SourceAnswer[]): string[] {
  const { title, address } = cited
  const version = cited.snapshot === null ? '' : `. 数据版本${cited.snapshot}`
  return [
    `有据. ${title.zh}[DS/OL]. (${dateOf(cited, sources)})${accessed}. ${address}${version}.`,
    ...sources.map(citeSource),
  ]
}

function citeSource({ issuers, title, published, url }: SourceAnswer): string {
  const [kind, access] = url ? ['EB/OL', `${accessed}. ${url}`] : ['Z', '']
  const date = published ? `(${published})` : ''
  return `${authors(issuers)}. ${title}[${kind}]. ${date}${access}`.replace(/[. ]+$/, '').concat('.')
}

/** The standard names three and lets the others be 等. */
function authors(issuers: readonly Text[]): string {
  const names = issuers.map(({ zh }) => zh)
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}, 等` : names.join(', ')
}

/** The day of which the numbers are: that asked for, else that of the newest document. */
function dateOf({ asOf }: Cited, sources: readonly SourceAnswer[]): string {
  return (
    asOf ??
    sources
      .map(({ published }) => published)
      .toSorted()
      .at(-1) ??
    ''
  )
}

/** The same for BibTeX (UTF-8, for biber or XeLaTeX). */
export function citeInBibtex(cited: Cited, sources: readonly SourceAnswer[]): string {
  const { title, address, snapshot } = cited
  const set = entry('youju', {
    author: '{有据 Youju}',
    title: `{${escaped(title.zh)}}`,
    year: dateOf(cited, sources).slice(0, 4),
    howpublished: `\\url{${address}}`,
    note: snapshot === null ? '' : `数据版本 ${snapshot}`,
  })
  return [set, ...sources.map(sourceEntry)].join('\n')
}

const sourceEntry = ({ id, issuers, title, published, url, carrier }: SourceAnswer) =>
  entry(id, {
    author: issuers.map(({ zh }) => `{${escaped(zh)}}`).join(' and '),
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
