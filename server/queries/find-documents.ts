import { count, eq, inArray, max, min } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import type { Statement, StatingDocument } from '#data/model/release.ts'
import { form, number } from '#data/store/schema.ts'
import { readNumberKeys } from './number-keys.ts'
import { onceFor } from './once-for.ts'

/** Every document with what it states of what was, by indicator and last month; read once. */
export const findDocuments = onceFor(async (store): Promise<StatingDocument[]> => {
  const { source, indicator, region, end_month } = number
  const rows = await store.db
    .select({
      ...{ source, indicator, end_month, is_moment: form.is_moment },
      ...{ numbers: count(), first: min(region), last: max(region) },
    })
    .from(number)
    .innerJoin(form, eq(form.id, number.form))
    .where(inArray(form.status, ['actual', 'preliminary']))
    .groupBy(source, indicator, form.is_moment, end_month)
  const keys = await readNumberKeys(store)
  const { indicators, sources } = store.catalog
  return [...groupBy(rows, (row) => row.source)]
    .sort(([one], [other]) => one - other)
    .flatMap(([key, own]) => {
      const document = sources.get(keys.sources.codes[key] ?? '')
      return document ? { ...document, only: onlyRegion(own), statements: own.map(toStatement) } : []
    })

  type Row = (typeof rows)[number]

  function onlyRegion(own: readonly Row[]): string | undefined {
    const [only, ...others] = new Set(own.flatMap(({ first, last }) => [first, last]))
    return others.length === 0 ? keys.regions.codes[only ?? -1] : undefined
  }

  function toStatement({ indicator, is_moment, end_month: end, numbers }: Row): Statement {
    const code = keys.indicators.codes[indicator] ?? ''
    const topic = indicators.get(code)?.topic ?? ''
    return { indicator: code, topic, time: is_moment ? 'moment' : 'span', end, numbers }
  }
})
