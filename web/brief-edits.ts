import { type Brief, type BriefItem, liveFields, mostCharts, printState } from '#server/charts/index.ts'

export const emptyBrief: Brief = { title: '', layout: 'page', items: [] }

/** What tells one chart from another, whatever is said of it. */
export const keyOf = ({ chart }: Pick<BriefItem, 'chart'>): string => printState(liveFields, chart)

export const placeOf = ({ items }: Brief, key: string): number =>
  items.findIndex((item) => keyOf(item) === key)

export const isFull = ({ items }: Brief): boolean => items.length >= mostCharts

/** With a chart more, at its end or where it was; a chart that is there already, or one too many, changes nothing. */
export function withItem(brief: Brief, item: BriefItem, at = brief.items.length): Brief {
  if (isFull(brief) || placeOf(brief, keyOf(item)) >= 0) return brief
  return { ...brief, items: brief.items.toSpliced(at, 0, item) }
}

export const withoutItem = (brief: Brief, at: number): Brief => ({
  ...brief,
  items: brief.items.toSpliced(at, 1),
})

/** With one chart in another place; beyond the ends it stays. */
export function withMoved(brief: Brief, from: number, to: number): Brief {
  const item = brief.items[from]
  if (!item || to < 0 || to >= brief.items.length) return brief
  return { ...brief, items: brief.items.toSpliced(from, 1).toSpliced(to, 0, item) }
}

export const withChanged = (brief: Brief, at: number, some: Partial<BriefItem>): Brief => ({
  ...brief,
  items: brief.items.map((item, place) => (place === at ? { ...item, ...some } : item)),
})

/** One brief behind another, as far as there is room; title and layout are those of the first. */
export const withAll = (brief: Brief, { items }: Brief): Brief =>
  items.reduce((all, item) => withItem(all, item), brief)
