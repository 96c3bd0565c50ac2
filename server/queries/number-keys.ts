import { asc } from 'drizzle-orm'
import { form, indicator, region, source } from '#data/store/schema.ts'
import { onceFor } from './once-for.ts'

export type Form = typeof form.$inferSelect

/** The codes of one kind of thing, by the small integers that the table of numbers knows them by. */
export interface Coded {
  readonly codes: readonly string[]
  readonly keys: ReadonlyMap<string, number>
}

/** What the integers of the table of numbers stand for. */
export interface NumberKeys {
  readonly indicators: Coded
  readonly regions: Coded
  readonly sources: Coded
  /** In the order of their ids, from 0: those of one measure that are or were stand together. */
  readonly forms: readonly Form[]
}

/** Reads what the integers stand for; it grows with the catalogue and not with the numbers, and stays in memory. */
export const readNumberKeys = onceFor(async ({ db }): Promise<NumberKeys> => {
  const [indicators, regions, sources, forms] = await Promise.all([
    db.select({ code: indicator.code }).from(indicator).orderBy(asc(indicator.key)),
    db.select({ code: region.code }).from(region).orderBy(asc(region.key)),
    db.select({ code: source.id }).from(source).orderBy(asc(source.key)),
    db.select().from(form).orderBy(asc(form.id)),
  ])
  return {
    indicators: toCoded(indicators),
    regions: toCoded(regions),
    sources: toCoded(sources),
    forms,
  }
})

const toCoded = (rows: readonly { readonly code: string }[]): Coded => ({
  codes: rows.map(({ code }) => code),
  keys: new Map(rows.map(({ code }, key) => [code, key])),
})

/** The keys of those codes that have one. */
export const keysOf = ({ keys }: Coded, codes: readonly string[]): number[] =>
  codes.flatMap((code) => keys.get(code) ?? [])
