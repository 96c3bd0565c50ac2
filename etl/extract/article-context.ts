import type { Catalog } from '#data/catalog/catalog.ts'
import type { Lexicon } from '#data/language/lexicon.ts'
import { normalize } from '#data/language/normalize.ts'
import { simplify } from '#data/language/simplify.ts'
import { isWord, type PeriodToken, type Token } from '#data/language/token.ts'
import statuses from '#data/language/vocabulary/statuses.json' with { type: 'json' }
import type { Region } from '#data/model/region.ts'
import type { Article } from '../document.ts'
import { tokensOf } from './passes/index.ts'

export interface Publication {
  readonly year: number
  readonly month: number | undefined
  /** What 目前 means, where it is not the month of publication. */
  readonly now?: { readonly year: number; readonly month: number }
}

/** What an article says beside its sentences. */
export interface ArticleContext {
  readonly catalog: Catalog
  /** The region its title or its publisher speaks for. */
  readonly home: string | undefined
  /** A region in a 《title》 of its opening, which 全市 may mean where no other is named. */
  readonly mentioned: string | undefined
  /** The period its title announces. */
  readonly period: PeriodToken | undefined
  /** Whether it is a plan: what it says of later years goes on to hold. */
  readonly isPlan: boolean
  /** Year and month of publication, or by which all had happened that its title speaks of; undefined where nobody says. */
  readonly published: Publication | undefined
  /** Its figures are 初步核算. */
  readonly preliminary: boolean
  /** It tells the results of one company: none of its figures is the industry's. */
  readonly isOfCompany: boolean
}

/** What an article says beside its sentences: where it speaks for, of which period, and when. */
export function readContext(article: Article, lexicon: Lexicon): ArticleContext {
  const name = nameOf(article)
  const title = tokensIn(name.replace(issue, ''), lexicon)
  const body = article.blocks.flatMap((block) => (block.kind === 'table' ? [] : [simplify(block.text)]))
  const titles = body.slice(0, leadLength).filter((text) => text.includes('《'))
  const opening = body.slice(0, leadLength).map((text) => (hasDay(text) ? tokensIn(text, lexicon) : []))
  const stamped = publishedOf(article.published, opening.flat(), () =>
    yearOfEvent([name, ...body.slice(0, leadLength)]),
  )
  const given = isReview(name) ? periodOf(title) : undefined
  const period = given
    ? undefined
    : (periodOf(title) ?? monthsOf(title, stamped) ?? yearInAside(name, stamped, lexicon))
  const published = isBefore(stamped, period) ? endOf(period) : stamped
  const [ofTitle, ofVenue] = isVenue(name) ? [[], title] : [title, []]
  return {
    catalog: lexicon.catalog,
    home: homeOf(article, regionOf(ofTitle, lexicon), [name, ...body], lexicon),
    mentioned: regionOf([...ofVenue, ...titles.flatMap((text) => tokensIn(text, lexicon))], lexicon),
    period,
    isPlan: !comment.test(name) && (plan.test(name) || tellsPlan.test(body.slice(0, leadLength).join(' '))),
    published: published ?? planned(name) ?? startOf(given) ?? endOf(period ?? headed(article, lexicon)),
    isOfCompany: results.test(name),
    preliminary: body.some((text) => statuses.preliminary.some((word) => text.includes(word))),
  }
}

/** 「某某公司发布中期业绩」. */
const results =
  /(?:公司|集团|股份|中国(?:移动|电信|联通|铁塔)|华为|中兴)[^，。：]{0,12}(?:业绩|财报|财务报告|营收报告)/

/** 「…推进会在南宁召开」: where people met is not what they spoke of. */
const isVenue = (title: string) => /(?:召开|举行|举办|开幕|启幕|闭幕|落幕|揭幕)/.test(title)

/**
 * The region that a number without one is of. A place that is given yields to the city or province of the title where
 * that lies within it, that of the issuer to any region of the title.
 */
function homeOf(
  { place, issuerPlace, publisher, isOneOfSeveral }: Article,
  titled: string | undefined,
  texts: readonly string[],
  lexicon: Lexicon,
): string | undefined {
  const told = onlyProvince(texts, lexicon)
  if (place === 'CN') return titled ?? told
  if (titled !== undefined) return place === undefined || isWithin(titled, place, lexicon) ? titled : place
  const known = place ?? issuerPlace
  if (known === undefined) return spokenFor(publisher, texts, lexicon) ?? told
  const isElsewhere = isOneOfSeveral
    ? !namesPlace(texts, known, lexicon)
    : tellsOfNation(texts, known, lexicon)
  return isElsewhere ? undefined : known
}

function isWithin(code: string, place: string, { catalog: { regions } }: Lexicon): boolean {
  for (let at: string | undefined = code; at !== undefined; at = regions.get(at)?.parent)
    if (at === place) return true
  return false
}

/** What is of the nation, not a place of the region in it: 居全国第3位. */
const ofNation =
  /(?<![居占列为]|位于)(?:我国|全国|中国|内地|大陆)(?![\u4e00-\u9fff]{0,4}(?:第|前|首|比重|平均|领先|[省市区]))/

/** A text handed on by a province that opens with the nation or an office of it and never speaks of the province. */
function tellsOfNation(texts: readonly string[], place: string, lexicon: Lexicon): boolean {
  const opening = texts.slice(0, 1 + leadLength)
  const offices = [...lexicon.catalog.issuers.values()].filter((issuer) => issuer.place === 'CN')
  const names = offices.flatMap(({ name, aliases }) => [name.zh, ...aliases])
  const isNational = opening.some((text) => ofNation.test(text) || names.some((name) => text.includes(name)))
  return isNational && !namesPlace(texts, place, lexicon)
}

function namesPlace(texts: readonly string[], place: string, { catalog }: Lexicon): boolean {
  const name = catalog.regions.get(place)?.name.zh ?? ''
  const names = new RegExp(`${name}(?!${paper.source})|[我全本][省市区州]`)
  return texts.some((text) => names.test(text))
}

/** Papers and offices also hand on what is of the nation: then their own region is not named, and nothing is 全省. */
function spokenFor(publisher: string, body: readonly string[], lexicon: Lexicon): string | undefined {
  const code = regionOf(tokensIn(publisher, lexicon), lexicon)
  if (code === undefined) return undefined
  const isNational = paper.test(publisher) || body.some((text) => /我国|全国|全行业|规模以上/.test(text))
  return !isNational || namesPlace(body, code, lexicon) ? code : undefined
}

const paper = /[\u4e00-\u9fff]{0,4}(?:报|网|在线|台|客户端|新闻|资讯)/

/** 「我省…」 in a text that names one province only. */
function onlyProvince(body: readonly string[], { catalog }: Lexicon): string | undefined {
  if (!body.some((text) => /我省|全省/.test(text))) return undefined
  const provinces = [...catalog.regions.values()].filter(({ kind }) => kind === 'province')
  const [only, ...others] = provinces.filter(({ name }) => body.some((text) => text.includes(name.zh)))
  return others.length === 0 ? only?.code : undefined
}

const leadLength = 3
/** 「…动态（2024年第8期）」 is of no year. */
const issue = /[（(]?(?:19|20)\d{2}年?第?\d{1,3}期[）)]?/
const comment = /解读|问答|综述|观察|评论|发布会/
const tellsPlan = /(?:印发|出台)[^。]{0,12}《[^》]*(?:规划|计划|方案|要点)[^》]*》/
const plan = /规划|计划|方案|要点|意见|措施/

/** A plan (2021-2025年) is made as its first year begins. */
function planned(title: string): ArticleContext['published'] {
  const first = /(\d{4})年?[-—–~至](?:\d{4})年/.exec(title)?.[1]
  return first === undefined ? undefined : { year: Number(first), month: 1 }
}

/** Whether the year of the title is the one in which the text was given, not the one it is of. */
export const isReview = (title: string) => title.includes('工作报告')

/** 「2025年政府工作报告」 is given as 2025 begins: it looks back, then ahead. */
function startOf(given: PeriodToken | undefined): ArticleContext['published'] {
  return given?.year === undefined ? undefined : { year: given.year, month: 1 }
}

/** What a text tells of a period it tells after it; of a whole year, in the next. */
function endOf(period: PeriodToken | undefined): ArticleContext['published'] {
  if (period?.year === undefined) return undefined
  const { year, months: [first, last] = [1, 12] } = period
  const isYear = first === 1 && last === 12
  return isYear ? { year: year + 1, month: 1, now: { year, month: last } } : { year, month: last }
}

/** A report on months that were still to come bears a wrong day. */
function isBefore(published: ArticleContext['published'], period: PeriodToken | undefined): boolean {
  const { year, months } = period ?? {}
  if (!published?.month || year === undefined || !months) return false
  return year * 12 + months[0] > published.year * 12 + published.month
}

/** The months that a heading below the title names, where nothing else tells when the text was written. */
function headed({ blocks }: Article, lexicon: Lexicon): PeriodToken | undefined {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  return headings.map((text) => periodOf(tokensIn(text, lexicon))).find((period) => period?.months)
}

/** A text without a title is called after the first 《title》 of its opening. */
function nameOf({ title, blocks }: Article): string {
  if (title !== '') return title
  const opening = blocks.slice(0, leadLength).map((block) => (block.kind === 'table' ? '' : block.text))
  return opening.map((text) => /《[^》]{4,60}》/.exec(text)?.[0]).find((text) => text !== undefined) ?? ''
}

/** Whether a day may be named, before the text is read for it. */
const hasDay = (text: string) => text.includes('日') || text.includes('号')

const tokensIn = (text: string, lexicon: Lexicon) => tokensOf(normalize(text, true), lexicon)

/** The first province or city, unless it is the first of several; no text speaks for a zone. */
function regionOf(tokens: readonly Token[], { catalog }: Lexicon): string | undefined {
  const first = tokens.findIndex(({ kind }) => kind === 'region')
  if (isWord(tokens[first + 1], 'and') && tokens[first + 2]?.kind === 'region') return undefined
  const codes = tokens.flatMap((token) => (token.kind === 'region' ? token.codes.slice(0, 1) : []))
  return codes.find((code) => isHome(catalog.regions.get(code)?.kind))
}

/** Not the nation, a zone, or what lies abroad (人民日报海外版), which the catalogue lacks. */
const isHome = (kind: Region['kind'] | undefined) =>
  kind !== undefined && kind !== 'nation' && kind !== 'zone'

function periodOf(tokens: readonly Token[]): PeriodToken | undefined {
  const period = tokens.find((token) => token.kind === 'period' && token.year !== undefined)
  return period?.kind === 'period' ? period : undefined
}

/** 「10月数据速览」: months of the year of publication that were over by then. */
function monthsOf(tokens: readonly Token[], published: ArticleContext['published']): PeriodToken | undefined {
  const period = tokens.find((token) => token.kind === 'period')
  if (period?.kind !== 'period' || !period.months || period.yearOffset !== undefined) return undefined
  const isOver = published?.month !== undefined && period.months[1] <= published.month
  return isOver ? { ...period, year: published.year } : undefined
}

/** 《…报告（2023年）》: the year a report is of, once that year is over; 「…情况（2024年1—8月）」, the months. */
function yearInAside(
  title: string,
  published: ArticleContext['published'],
  lexicon: Lexicon,
): PeriodToken | undefined {
  const period = normalize(title, true)
    .asides.map(({ normalized }) => tokensOf(normalized, lexicon))
    .map(([first, ...rest]) => (rest.length === 0 ? first : undefined))
    .find((token) => token?.kind === 'period')
  if (period?.kind !== 'period' || period.year === undefined) return undefined
  const isSpan = period.months !== undefined && period.months[0] !== period.months[1]
  return isSpan || (published && period.year < published.year) ? period : undefined
}

/** The day the article begins with (5月24日，…), in the year of its publication; else that day itself. */
function publishedOf(
  date: string,
  opening: readonly Token[],
  eventYear: () => number | undefined,
): ArticleContext['published'] {
  const [year, month] = date.split('-').map(Number)
  const stated = opening.find((token) => token.kind === 'date' && !token.days)
  if (stated?.kind !== 'date') return year ? { year, month } : undefined
  if (!year) {
    const day = stated.year ?? eventYear()
    return day === undefined ? undefined : { year: day, month: stated.month }
  }
  const day = stated.year ?? (month !== undefined && stated.month > month ? year - 1 : year)
  return { year: day, month: stated.month }
}

const event =
  /(?<!\d)(20\d{2})年?(?:[\u4e00-\u9fff]|5G|AI){2,16}?(?:大会|论坛|博览会|峰会|年会|展览会|交易会|发布会)/

/** 「2025中国算力大会」: the year of what the article reports on, where a day has none of its own. */
function yearOfEvent(texts: readonly string[]): number | undefined {
  const found = texts.map((text) => event.exec(text)?.[1]).find((year) => year !== undefined)
  return found === undefined ? undefined : Number(found)
}
