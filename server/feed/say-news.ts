import type { Catalog } from '#data/catalog/catalog.ts'
import { datings } from '#data/model/dating.ts'
import type { Language } from '#data/model/language.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Source } from '#data/model/source.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { inLanguage } from '#server/in-language.ts'
import { nameIssuer } from '#server/queries/name-sources.ts'
import { mostDocuments, mostNews, type News } from '#server/queries/read-news.ts'
import { factOf } from '#server/queries/vintages-of.ts'
import { version } from '#server/version.ts'
import { hashOf } from '#server/vintage.ts'
import { type AtomEntry, type AtomFeed, escapeXml } from './atom.ts'
import { feedWords } from './feed-words.ts'
import { headlinesOf } from './headlines.ts'
import { lineOf, valueTextOf } from './number-line.ts'

/** Where the feed stands and what was asked. */
export interface FeedFrame {
  readonly catalog: Catalog
  readonly language: Language
  /** Under which address readers come; '' where nobody has said: links are then paths. */
  readonly publicUrl: string
  /** The path of the feed with its filters. */
  readonly path: string
  /** When the version was published that answers, for a feed without entries. */
  readonly publishedAt: string
}

/** The news as a feed. */
export function sayNews(news: readonly News[], frame: FeedFrame): AtomFeed {
  const { language, publicUrl, path } = frame
  const words = feedWords[language]
  const entries = news.map((each) => sayEach(each, frame))
  return {
    id: tagOf(publicUrl, `feed${path}`),
    language: { zh: 'zh-CN', en: 'en' }[language],
    title: words.title,
    subtitle: words.subtitle(mostDocuments, mostNews),
    updated: entries[0]?.updated ?? frame.publishedAt,
    author: { zh: '有据', en: 'Youju' }[language],
    generator: { name: 'Youju', version },
    self: publicUrl + path,
    alternate: pageOf(frame, '/'),
    entries,
  }
}

/** A name that never changes, of RFC 4151: by the host at which readers come, in the year the project had its name. */
function tagOf(publicUrl: string, name: string): string {
  const host = publicUrl === '' ? 'youju.invalid' : new URL(publicUrl).hostname
  return `tag:${host},2026:${name}`
}

const pageOf = ({ publicUrl, language }: FeedFrame, path: string) => publicUrl + inLanguage(path, language)

const sayers: { readonly [Kind in News['kind']]: (news: NewsOf<Kind>, frame: FeedFrame) => Said } = {
  figures: sayFigures,
  revision: sayRevision,
  many_changes: sayManyChanges,
  overdue: sayOverdue,
}

type NewsOf<Kind extends News['kind']> = Extract<News, { readonly kind: Kind }>

/** An entry in the words of the project: `name` becomes its id, `page` its link, `topics` its categories. */
interface Said {
  readonly name: string
  readonly title: string
  readonly authors: readonly string[]
  readonly page: string
  readonly topics: readonly string[]
  /** Paragraphs; a list of lines is a list. */
  readonly content: readonly (string | readonly string[])[]
}

function sayEach(news: News, frame: FeedFrame): AtomEntry {
  const say = sayers[news.kind] as (news: News, frame: FeedFrame) => Said
  const { name, title, authors, page, topics, content } = say(news, frame)
  const { catalog, language } = frame
  const categories = catalog.topics.filter(({ code }) => topics.includes(code))
  return {
    id: tagOf(frame.publicUrl, name),
    ...{ title, authors, updated: news.updated },
    alternate: pageOf(frame, page),
    categories: categories.map((topic) => ({ term: topic.code, label: topic.name[language] })),
    content: content.map(toHtml).join(''),
  }
}

const toHtml = (part: string | readonly string[]) =>
  typeof part === 'string'
    ? `<p>${escapeXml(part)}</p>`
    : `<ul>${part.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul>`

function issuersOf(names: readonly string[], { catalog, language }: FeedFrame): string[] {
  return names.map((name) => nameIssuer(catalog, name)[language])
}

function topicsOf({ catalog }: FeedFrame, rows: readonly { readonly indicator: string }[]): string[] {
  return [...new Set(rows.flatMap(({ indicator }) => catalog.indicators.get(indicator)?.topic ?? []))]
}

function sayFigures({ source, day, rows, isWhole }: NewsOf<'figures'>, frame: FeedFrame): Said {
  const { catalog, language } = frame
  const words = feedWords[language]
  const authors = issuersOf(source.issuers, frame)
  const lines = headlinesOf(catalog, source, rows).map((row) => lineOf(catalog, row, language))
  const more = rows.length - lines.length
  return {
    name: `source/${source.id}${day === undefined ? '' : `/${day}`}`,
    title: words.titleOfFigures(authors.join(words.and), source.title, dateOf(source, language)),
    authors,
    page: `/sources/${source.id}`,
    topics: topicsOf(frame, rows),
    content: [words.figures(rows.length, isWhole), lines, ...(more > 0 ? [words.more(more)] : [])],
  }
}

/** What the date of a document is, and the date: `发布日 2026-08-31`. */
const dateOf = ({ published, dating }: Source, language: Language) =>
  dating === '' ? '' : `${datings[dating].name[language]} ${published}`

function sayRevision({ before, now, version: { id, position } }: NewsOf<'revision'>, frame: FeedFrame): Said {
  const { catalog, language } = frame
  const words = feedWords[language]
  const [old, source] = [before, now].map((row) => catalog.sources.get(row.source))
  const title = (each: Source | undefined, row: { readonly source: string }) => each?.title ?? row.source
  const [was, is] = [before, now].map((row) => valueTextOf(catalog, row, language))
  return {
    name: `revision/${position}-${id}/${hashOf(factOf(now))}`,
    title: words.revised(lineOf(catalog, now, language)),
    authors: issuersOf(source?.issuers ?? [], frame),
    page: `/indicators/${now.indicator}`,
    topics: topicsOf(frame, [now]),
    content: [
      words.wasAndIs(was ?? '', is ?? ''),
      before.source === now.source
        ? words.from(title(source, now))
        : words.fromNow(title(old, before), title(source, now)),
    ],
  }
}

function sayManyChanges(
  { version: { id, position, ...counts } }: NewsOf<'many_changes'>,
  frame: FeedFrame,
): Said {
  const words = feedWords[frame.language]
  return {
    name: `version/${position}-${id}`,
    title: words.manyChanges,
    authors: [],
    page: '/sources',
    topics: [],
    content: [words.counts(counts.added, counts.revised, counts.removed)],
  }
}

function sayOverdue({ foreseen, expected }: NewsOf<'overdue'>, frame: FeedFrame): Said {
  const { language } = frame
  const words = feedWords[language]
  const { id, name, release, outlook } = foreseen
  const last = release.editions.at(-1)?.documents[0] ?? ''
  return {
    name: `overdue/${id}/${printPeriod(expected.period)}`,
    title: words.overdue(name[language], formatPeriod(expected.period, language)),
    authors: issuersOf(release.issuers, frame),
    page: `/sources/${last}`,
    topics: [release.topic],
    content: [
      ...(expected.days ? [words.expected(expected.days.earliest, expected.days.latest)] : []),
      ...(outlook.lag ? [words.learned(outlook.lag)] : []),
      words.notHere,
    ],
  }
}
