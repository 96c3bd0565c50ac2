import { count, eq, inArray } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import type { Statement, StatingDocument } from '#data/model/release.ts'
import { form, indicator, number, region, source } from '#data/store/schema.ts'
import { onceFor } from './once-for.ts'

/** Every document with what it states of what was, by indicator, region and last month; read once. */
export const findDocuments = onceFor(async ({ db, catalog }): Promise<StatingDocument[]> => {
  const rows = await db
    .select({
      source: source.id,
      indicator: indicator.code,
      topic: indicator.topic,
      region: region.code,
      isMoment: form.is_moment,
      end: number.end_month,
      numbers: count(),
    })
    .from(number)
    .innerJoin(form, eq(form.id, number.form))
    .innerJoin(indicator, eq(indicator.key, number.indicator))
    .innerJoin(region, eq(region.key, number.region))
    .innerJoin(source, eq(source.key, number.source))
    .where(inArray(form.status, ['actual', 'preliminary']))
    .groupBy(source.id, indicator.code, indicator.topic, region.code, form.is_moment, number.end_month)
  return [...groupBy(rows, (row) => row.source)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, those]) => {
      const document = catalog.sources.get(id)
      return document ? { ...document, statements: those.map(toStatement) } : []
    })
})

const toStatement = ({
  isMoment,
  source: _,
  ...statement
}: Omit<Statement, 'time'> & { readonly isMoment: boolean; readonly source: string }): Statement => ({
  ...statement,
  time: isMoment ? 'moment' : 'span',
})
