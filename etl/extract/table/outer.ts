import type { Article, Table } from '#etl/document.ts'
import type { PeriodToken } from '../token.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import { within } from './period.ts'
import { type PrintedUnit, readUnits } from './read-unit.ts'

/** What holds for a whole table, by its caption, the heading right above it and the title of the article. */
export interface Outer {
  readonly indicators: readonly string[]
  readonly regions: readonly string[]
  readonly period: PeriodToken | undefined
  /** The caption and the title speak of different times. */
  readonly contradicts: boolean
  readonly units: readonly PrintedUnit[]
  readonly narrowed: boolean
  readonly topic: string | undefined
}

const unitLine = /[（(]?(?:计量)?单位\s*[：:]\s*([^\s）)]+(?:[（(][^）)]*[）)])?)[）)]?/
const general =
  /^[\s\d]*(?:附?表\s*\d*[-.—]?\d*[：:、.\s]*)|(?:各|分|全国|部分|主要)(?:省区市|省份|省市|地区|地市|市州|区县|省|市|州)/g

/** Reads what stands above a table, the nearest last. */
export function readOuter(table: Table, article: Article, context: LabelContext): Outer {
  const before = article.blocks[article.blocks.indexOf(table) - 1]
  const heading = before?.kind === 'heading' ? before.text : ''
  const unit = unitLine.exec(table.caption)?.[1] ?? ''
  const labels: Label[] = []
  for (const text of [article.title, heading, table.caption.replace(unitLine, ' ')]) {
    const topic = labels.at(-1)?.topic
    labels.push(readLabel(text.replaceAll(general, ''), { ...context, topic }))
  }
  const said = <Item>(pick: (label: Label) => readonly Item[]) =>
    labels.map(pick).findLast((list) => list.length > 0) ?? []
  const { period, contradicts } = periodOf(labels, context)
  return {
    indicators: said(({ indicators }) => indicators),
    regions: said(({ regions }) => regions),
    period,
    contradicts,
    units:
      unit === ''
        ? (labels.at(-1)?.units ?? [])
        : readUnits(unit.toLowerCase().replaceAll('％', '%'), context.lexicon),
    narrowed: labels.slice(1).some(({ narrowed }) => narrowed),
    topic: labels.at(-1)?.topic,
  }
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
