import type { Catalog } from '#data/catalog/catalog.ts'
import { carried, type Decision, refuse, resolver, stated } from '../../resolve/resolver.ts'
import type { CellContext, CellMention } from '../cell-mention.ts'

/** The indicator that row and column name together, else the one of the table. */
export const subject = resolver<'subject', never, CellMention>({
  writes: 'subject',
  reads: [],
  examples: [
    [
      '| 指标 | 2024年 |\n|---|---|\n| 软件业务收入（亿元） | 137000 |',
      'software_revenue CN 2024 level 137000亿元',
    ],
  ],
  begin:
    () =>
    ({ cell }) =>
      subjectOf(cell),
})

/** What a cell speaks of: what its row names, which must be of what its column names; else that, else the caption. */
export function subjectOf({ stub, column, outer, names, given, lexicon }: CellContext): Decision<'subject'> {
  const { label } = column
  const { catalog } = lexicon
  const around = names.indicators ? [] : [outer.indicators, given.indicators]
  const codes = [stub.indicators, label.indicators, ...around].find((list) => list.length > 0) ?? []
  const [code, ...others] = codes
  const [above] = label.indicators
  if (code === undefined || others.length > 0 || !catalog.indicators.has(code)) return refuse('no-subject')
  if (above !== undefined && !isPartOf(code, above, catalog)) return refuse('no-subject')
  return stub.indicators.length + label.indicators.length > 0 ? stated(codes) : carried(codes)
}

/** Whether an indicator is the other or a part of it. */
function isPartOf(code: string, whole: string, { indicators }: Catalog): boolean {
  const seen = new Set<string>()
  for (
    let at: string | undefined = code;
    at !== undefined && !seen.has(at);
    at = indicators.get(at)?.partOf
  ) {
    if (at === whole) return true
    seen.add(at)
  }
  return false
}

/** Whether no words of the table or above it may name its indicator. */
export const isUnnamed = ({ stub, column, outer, names }: CellContext): boolean =>
  !names.indicators &&
  outer.indicators.length === 0 &&
  outer.unknown === '' &&
  stub.whole === undefined &&
  column.label.whole === undefined
