import { simplify } from '#data/language/simplify.ts'
import type { Particulars } from '../format.ts'
import { findDate, isDateOnly } from './dates.ts'

/** 「（来源：某部）」, 「（来源：某报 2024年6月3日）」 at the end of an article, in folded text. */
export interface SourceNote {
  readonly publisher: string
  /** Its day, '' where it has none. */
  readonly published: string
  /** Where the note begins. */
  readonly start: number
}

/** Finds the bracketed source at the end of a paragraph. */
export function findSourceNote(raw: string): SourceNote | undefined {
  const text = simplify(raw)
  const at = text.lastIndexOf('来源：')
  const start = text.lastIndexOf('（', at)
  if (at < 0 || start < 0 || at - start > 7 || text.length - at > 100) return undefined
  const ending = /[）)]。?$/.exec(text)
  const said = text.slice(at + 3, ending?.index)
  return ending ? { publisher: cleanPublisher(said), published: findDate(said), start } : undefined
}

const link = /https?:\/\/[\w\-.~:/?#[\]@!$&'*+,;=%|]+/

/** The link of a line that holds nothing else: 「原文链接：https://…」. */
export function findLink(text: string): string {
  if (text.length > 2000) return ''
  const url = link.exec(text)?.[0].replace(/[.,;:!]+$/, '') ?? ''
  const around = text.replace(url, '')
  return url !== '' && around.length <= 20 && !/[。；，]/.test(around) ? url : ''
}

const keys = {
  publisher: '(?:文章|信息|稿件|新闻|本文|内容)?来源|稿源|转自|发布机构|发布单位|发文机关|publisher|source',
  published: '发布(?:时间|日期)|成文日期|公开日期|发文日期|更新时间|日期|时间|published|date',
  title: '标题|title',
  other:
    '作者|编辑|责任编辑|责编|记者|审核|校对|浏览(?:次数|量)?|点击(?:数|量)?|阅读(?:量|次数)?|访问量|字号|字体|打印|分享|索引号|发文字号|文号|主题(?:分类|词)|有效性',
}
const anyKey = new RegExp(
  `(?:${Object.entries(keys)
    .map(([name, words]) => `(?<${name}>${words})`)
    .join('|')})\\s?[:：]\\s?`,
  'gi',
)

/** 「打印日期：2026-11-28」: a day that is not of issue. */
const otherDay = /(?:打印|下载|访问|查询|生成|导出|浏览|抓取|修改|保存)(?:日期|时间|于)/

/** 「时间：2024年」, 「时间：2024年4月」: above a table its period, no day of issue. */
export const isPeriodLine = (text: string): boolean =>
  /^(?:时间|日期)\s?[:：]\s?(?:19|20)\d{2}/.test(text) && text.length <= 30 && findDate(text).length < 10

/** What a line of particulars says: 「来源：某局 发布时间：2024-05-31 10:00」; undefined for any other line. */
export function readParticulars(raw: string): Particulars | undefined {
  if (raw.length > 200) return undefined
  const text = simplify(raw)
  if (text.includes('。')) return undefined
  if (text.length <= 40 && otherDay.test(text)) return {}
  if (!/[:：]/.test(text)) return isDateOnly(text) ? { published: findDate(text) } : undefined
  const found = [...text.matchAll(anyKey)]
  const before = text.slice(0, found[0]?.index).trim()
  if (before !== '' && !isDateOnly(before) && !documentNumber.test(before)) return undefined
  return { ...(isDateOnly(before) ? { published: findDate(before) } : {}), ...valuesOf(text, found) }
}

/** What stands behind each key; a source is often followed by its day. */
function valuesOf(text: string, found: readonly RegExpExecArray[]): Particulars {
  const values: Record<string, string> = {}
  for (const [i, match] of found.entries()) {
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index)
    const name = readable.find((key) => match.groups?.[key] !== undefined)
    if (name) values[name] ||= cleanValue(name, value)
    const day = name === 'publisher' ? findDate(value) : ''
    if (day !== '') values['published'] ||= day
  }
  return values
}

/** 「黔通信〔2024〕112号」. */
const documentNumber = /^[^\s，。：]{1,15}[〔[（(]\d{4}[〕\]）)]\s?第?\s?\d{1,5}\s?号$/

const readable = ['publisher', 'published', 'title'] as const

function cleanValue(name: (typeof readable)[number], value: string): string {
  if (name === 'published') return findDate(value)
  return name === 'publisher' ? cleanPublisher(value) : value.trim()
}

/** Without the people behind it, the day and the buttons. */
function cleanPublisher(text: string): string {
  const [name = ''] = text.split(
    /[；;，,。\s|｜]*(?:(?:本报|本网)?记者|作者|编辑|责编|文字|【|\[|(?:19|20)\d{2}[-年/.])/,
  )
  return name.replace(/^[\s“"]+(?=[^”"]*$)|[\s。；]+$/g, '').slice(0, 60)
}

/** 「…。（2023年5月18日）」: the day a report was printed, at its end. */
export function findDateNote(text: string): { published: string; start: number } | undefined {
  const note = /(?<=[。！？”])（[^（）\d]{0,20}((?:19|20)\d{2}年[^（）]{3,20})）$/.exec(text.slice(-60))
  const published = findDate(note?.[1] ?? '')
  return note && published ? { published, start: text.length - note[0].length } : undefined
}

/** 「某某局关于…的通报」: the office that a title begins with. */
export function officeInTitle(title: string): string {
  return /^([\u4e00-\u9fff]{2,25}?(?:局|厅|委员会|委|部|办公室|政府))关于/.exec(title)?.[1] ?? ''
}

/** 「某某部 2006年2月9日」 or 「2006-02-09 某某报」 above or below a text; undefined for any other line. */
export function readByline(text: string): Particulars | undefined {
  const dated = /^((?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?)\s?(.{2,30})$/.exec(
    text,
  )
  if (dated?.[2] && paper.test(dated[2]))
    return { publisher: cleanPublisher(dated[2]), published: findDate(dated[1] ?? '') }
  const line = /^(?:原创)?([\u4e00-\u9fff（）·\s]{2,24}?(?<!（))\s?((?:19|20)\d{2}\s?[-/.年].{4,20})$/.exec(
    text,
  )
  if (line?.[2] && isDateOnly(line[2]))
    return { publisher: (line[1] ?? '').trim(), published: findDate(line[2]) }
  const [, name, month] = monthOfIssue.exec(text) ?? []
  return month ? { publisher: (name ?? '').trim(), published: findDate(month) } : readDateline(text)
}

/** 「《某某通信》2015年9月」: a title may end with a month too, but not behind the name of a paper. */
const monthOfIssue =
  /^([\u4e00-\u9fff《》·\s]{2,24}?(?:网|报|社|杂志|周刊|月刊|媒体|在线|动态|客户端|》))\s?((?:19|20)\d{2}年\d{1,2}月)$/

const day =
  /(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/g
const bars = /[\s|·•｜丨、，:：【】[\]()（）]+/
const counted = /^(?:阅读|浏览|点击|评论|查看|来源|时间|日期|发布|发表|字号|[大中小]|第)*\d*[+次人版]?$/
const maker = /(?:网|报|社|台|局|厅|部|委|办|院|会|刊|在线|日报|晚报|资讯|新闻|客户端|公众号)$/

/** 「某某网 时间：2020-07-13 阅读54」: a day among short words, none of which is a sentence or a figure of its own. */
function readDateline(text: string): Particulars | undefined {
  const days = text.length > 120 || /[。；！？%]/.test(text) ? [] : [...text.matchAll(day)]
  if (days.length === 0) return undefined
  const parts = text.replaceAll(day, ' ').split(bars).filter(Boolean)
  const names = parts.filter((part) => !counted.test(part))
  if (names.some((name) => name.length > 30 || /\d/.test(name)) || names.length > 6) return undefined
  // 「2024年5月12日某部」 may be the beginning of a title.
  if (names.length > 0 && text.includes('年') && !bars.test(text.replaceAll(day, ''))) return undefined
  const said = valuesOf(text, [...text.matchAll(anyKey)])
  const publisher = said.publisher?.replace(/[\s|｜]+$/, '') || names.find((name) => maker.test(name))
  return { published: findDate(text), ...(publisher ? { publisher } : {}) }
}

/** The name of a paper or an office, which holds no number and no sentence. */
const paper = /^[\u4e00-\u9fff][\u4e00-\u9fffa-z·（）“”《》\s]*$/i

/** 「…观察（2024年8月）」: the day or month in parentheses at the end of a title; '' where none stands there. */
export function dateInTitle(title: string): string {
  const [, aside = ''] = /（([^（）]{6,15})）$/.exec(title) ?? []
  return isDateOnly(aside) ? findDate(aside) : ''
}

/** 「某某局」: the name of an office, alone. */
export function isOrganisation(text: string): boolean {
  const name = /^[\u4e00-\u9fff（）、\s]+(?:部|局|委|厅|办公室|委员会|人民政府|总队|研究院|协会)$/
  return text.length >= 3 && text.length <= 40 && name.test(text)
}

/** 「（某某日报 7月11日）」 below a short report: where it was taken from. */
export function findShortSource(text: string): string {
  return /^（([^（）\d，。：]{2,20}?)\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日）$/.exec(text)?.[1] ?? ''
}
