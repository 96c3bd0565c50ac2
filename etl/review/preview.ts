import type { Decimal } from 'decimal.js'
import { eq } from 'drizzle-orm'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { Observation } from '#data/model/observation.ts'
import { cellOf } from '#data/model/series.ts'
import { openStore } from '#data/store/open-store.ts'
import { observation } from '#data/store/schema.ts'
import { measureOf } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { sayFinding } from '../check/say-finding.ts'
import { documentPrefix } from '../inbox/inbox.ts'
import { stopsBuild } from '../inbox/judge-inbox.ts'
import { loadedFrom, readPublished } from '../publish/published.ts'
import type { Publication } from '../publish/to-tables.ts'
import type { Change, PreviewAnswer } from './answers.ts'

/** So many changes of each kind are listed, those of the inbox first; all are counted. */
const mostListed = 200

/** A fact as it is shown. */
interface Shown {
  readonly name: string
  readonly printed: string
  /** What tells one value from another, however it is printed. */
  readonly value: string
  readonly source: string
}

/** What publishing would change of the figures that are shown, and what would keep a build from it. */
export async function preview(publication: Publication, out: string): Promise<PreviewAnswer> {
  const { catalog, observations, inbox, checked, inputs } = publication
  const after = new Map(
    observations.filter(({ rank }) => rank === 1).map((each) => [cellOf(each), shownOf(each, catalog)]),
  )
  const published = await readPublished(out)
  const loaded = published && loadedFrom(published.inputs)
  const before = published && loaded === undefined ? await shownIn(out) : new Map<string, Shown>()
  const changes = changesBetween(before, after)
  const reviewed = new Set(
    [...catalog.sources.values()].filter(({ id }) => id.startsWith(documentPrefix)).map(({ title }) => title),
  )
  const isReviewed = ({ source }: Change) => reviewed.has(source)
  const ordered = [...changes.filter(isReviewed), ...changes.filter((each) => !isReviewed(each))]
  const of = (kind: Change['kind']) => ordered.filter((each) => each.kind === kind)
  const kinds = { changed: of('changed'), gone: of('gone'), new: of('new') }
  return {
    inputs,
    counts: { new: kinds.new.length, changed: kinds.changed.length, gone: kinds.gone.length },
    changes: Object.values(kinds).flatMap((some) => some.slice(0, mostListed)),
    waiting: inbox.held.filter(({ fate }) => fate === 'waiting').length,
    stops: [
      ...(loaded === undefined
        ? []
        : [`现在发布的是由 ${loaded} 载入的数据库，审读不替换它；要换，请运行 npm run etl -- build`]),
      ...checked.findings.filter(stopsBuild).map((finding) => sayFinding(finding, catalog)),
    ],
    stale: inbox.stale,
  }
}

function changesBetween(before: ReadonlyMap<string, Shown>, after: ReadonlyMap<string, Shown>): Change[] {
  const added = [...after].flatMap(([cell, now]): Change[] => {
    const was = before.get(cell)
    if (was?.value === now.value) return []
    const { name: fact, source, printed } = now
    return [{ kind: was ? 'changed' : 'new', fact, before: was?.printed ?? '', after: printed, source }]
  })
  const gone = [...before].flatMap(([cell, { name: fact, printed, source }]): Change[] =>
    after.has(cell) ? [] : [{ kind: 'gone', fact, before: printed, after: '', source }],
  )
  return [...added, ...gone]
}

type Named = Pick<
  Observation,
  'indicator' | 'region' | 'measure' | 'of' | 'period' | 'printedValue' | 'printedUnit' | 'source'
>

function shownOf(figure: Named & { readonly value: Decimal | number }, catalog: Catalog): Shown {
  const { indicators, regions, sources } = catalog
  const { indicator, region, measure, of, period, printedValue, printedUnit, source } = figure
  const named = (code: string) => indicators.get(code)?.name.zh ?? code
  const subject = measureOf[measure](named(indicator), of === '' ? undefined : named(of)).zh
  return {
    name: `${regions.get(region)?.name.zh ?? region} ${subject} ${formatPeriod(period, 'zh')}`,
    printed: `${printedValue}${printedUnit}`,
    value: String(Number(figure.value)),
    source: sources.get(source)?.title ?? source,
  }
}

/** What the published database shows. */
async function shownIn(file: string): Promise<Map<string, Shown>> {
  const store = await openStore(file)
  try {
    const rows = await store.db.select().from(observation).where(eq(observation.rank, 1))
    return new Map(
      rows.map((row) => {
        const { is_moment, start_month: start, end_month: end } = row
        const figure = {
          ...row,
          period: { time: is_moment ? 'moment' : 'span', start, end } as const,
          of: row.share_of,
          comparedTo: row.compared_to,
          printedValue: row.printed_value,
          printedUnit: row.printed_unit,
        }
        return [cellOf(figure), shownOf(figure, store.catalog)]
      }),
    )
  } finally {
    await store.close()
  }
}
