import type { PeriodToken } from '#data/language/token.ts'
import statuses from '#data/language/vocabulary/statuses.json' with { type: 'json' }
import type { Status } from '#data/model/observation.ts'
import type { Article, Table } from '#etl/document.ts'
import type { Span } from './heading.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import { within } from './period.ts'
import { type PrintedUnit, readUnits } from './unit.ts'

/** What holds for a whole table, by its caption, the heading right above it and the title of the article. */
export interface Outer {
  readonly indicators: readonly string[]
  readonly regions: readonly string[]
  readonly period: PeriodToken | undefined
  /** The period that its own caption or heading names with its year. */
  readonly captioned: PeriodToken | undefined
  /** 累计值 or 当月值 of all its numbers. */
  readonly span: Span | undefined
  /** The caption and the title speak of different times. */
  readonly contradicts: boolean
  readonly units: readonly PrintedUnit[]
  readonly narrowed: boolean
  /** The words that nothing explains, and that more than any table may bear. */
  readonly unknown: string
  /** A note of the table says 快报数. */
  readonly preliminary: boolean
  /** Its caption speaks of targets. */
  readonly status: Status | undefined
  readonly topic: string | undefined
}

const unitLine = /[（(]?(?:计量)?单位\s*[：:]\s*([^\s）)]+(?:[（(][^）)]*[）)])?(?:\s+[%％])?)[）)]?/
const general =
  /^\d{1,2}[-—]\d{1,2}(?:[-—]\d{1,2})?\s?(?=[\u4e00-\u9fff])(?![月日年季])|^[\s\d]*(?:附?表\s*(?:[一二三四五六七八九十]+|\d{1,2}(?!\d)(?:[-.—]\d{1,2}(?!\d))?)?[：:、.\s]*)|(?:各|分|全国|部分|主要)(?:省区市|省份|省市|地区|地市|市州|区县|省|市|州)/g

/** Reads what stands above a table, the nearest last. */
export function readOuter(table: Table, article: Article, context: LabelContext): Outer {
  const before = article.blocks[article.blocks.indexOf(table) - 1]
  const heading = before?.kind === 'heading' ? before.text : ''
  const above = [article.title, heading, table.caption]
  const unit = above.map((text) => unitLine.exec(text)?.[1]).findLast((words) => words !== undefined) ?? ''
  const texts = above.map((text) => text.replace(unitLine, ' '))
  const labels: Label[] = []
  for (const text of texts) {
    const topic = labels.at(-1)?.topic
    labels.push(readLabel(text.replaceAll(general, ''), { ...context, topic }))
  }
  const said = <Item>(pick: (label: Label) => readonly Item[]) =>
    labels.map(pick).findLast((list) => list.length > 0) ?? []
  const { period, contradicts } = periodOf(labels, context)
  const [, ...near] = texts
  return {
    indicators: said(({ indicators }) => indicators),
    regions: said(({ regions }) => regions),
    period,
    captioned: labels
      .slice(1)
      .flatMap(({ periods }) => periods)
      .findLast(({ year }) => year !== undefined),
    span: spanOf(texts.join(' ')),
    contradicts,
    units:
      unit === ''
        ? said(({ units }) => units)
        : readUnits(unit.toLowerCase().replaceAll('％', '%').replace(/\s+/g, '、'), context.lexicon),
    narrowed: labels.slice(1).some(({ narrowed }) => narrowed),
    unknown: unknownIn(article.isNamedByFile ? labels.slice(1) : labels, context),
    preliminary: table.rows.some((row) => row.some(({ text }) => isPreliminary(text))),
    status: isOfPlan(near.join(' '), table) || context.article.isPlan ? 'target' : undefined,
    topic: labels.at(-1)?.topic,
  }
}

/** What titles of tables say beside what they are about. */
const anyTitle =
  /数据库?|统计|年鉴|年度|月度|季度|分省|分地区|分市|按地区分?|地区|各省|全国|情况|汇总|一览|明细|总?表|时间|指标|主要|完成|发展|导出|查询|结果|最近|单位|工作表|sheet|[\d年月季:：、,()（）—~.\s-]/gi

function unknownIn(labels: readonly Label[], { article: { catalog } }: LabelContext): string {
  const topics = catalog.topics.flatMap(({ words }) => words)
  const words = labels.map(({ unknown }) => unknown).join('')
  return topics.reduce((rest, topic) => rest.replaceAll(topic, ''), words).replace(anyTitle, '')
}

/** 「主要目标」 above the table, or 预期性 and 约束性 beside its numbers. */
const isOfPlan = (above: string, { rows }: Table) =>
  /目标|计划(?!单列)|任务分解/.test(above) ||
  rows.some((row) => row.some(({ text }) => text === '预期性' || text === '约束性'))

const isPreliminary = (text: string) => statuses.preliminary.some((word) => text.includes(word))

/** 当月值 or 累计值, where only one of them is said. */
function spanOf(text: string): Span | undefined {
  const isMonth = /当月/.test(text)
  if (isMonth === /累计/.test(text)) return undefined
  return isMonth ? 'month' : 'cumulative'
}

function periodOf(
  labels: readonly Label[],
  { article }: LabelContext,
): Pick<Outer, 'period' | 'contradicts'> {
  const [title, ...others] = labels
  const ofTitle = article.period ? [article.period] : (title?.periods ?? [])
  let period: PeriodToken | undefined
  for (const inner of [...ofTitle, ...others.flatMap(({ periods }) => periods)]) {
    const next = within(period, inner) ?? (inner.year === undefined ? undefined : inner)
    if (!next) return { period: undefined, contradicts: true }
    period = next
  }
  return { period, contradicts: false }
}
