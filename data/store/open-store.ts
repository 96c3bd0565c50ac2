import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import { buildCatalog, type Catalog } from '#data/catalog/catalog.ts'
import { openPool } from './connection-pool.ts'
import { proveDatabase } from './prove-database.ts'
import type { QueryLimits } from './query-limits.ts'
import * as schema from './schema.ts'
import { asUnusable, damaged } from './unusable-database.ts'

/** A published database, open for reading. */
export interface Store {
  readonly db: PgRemoteDatabase
  readonly catalog: Catalog
  readonly snapshot: typeof schema.snapshot.$inferSelect
  /** Names and aliases of each indicator in pinyin, by code. */
  readonly pinyin: ReadonlyMap<string, string>
  /** Runs one statement, and gives its rows as arrays. */
  query(sql: string, parameters: readonly unknown[]): Promise<unknown[][]>
  /** The same store for one request, whose queries have limits. */
  limited(limits: QueryLimits): Store
  /** The store that has no limits, of which this is one: what is read for all requests is read of it. */
  readonly whole: Store
  close(): Promise<void>
}

/**
 * Opens a published database, once it is proven to be what was written, and reads its catalogue.
 * @throws UnusableDatabase when the file is missing, held by another process, no database, of another schema or
 * engine, or damaged: one line that says which, and what to do.
 */
export async function openStore(file: string): Promise<Store> {
  const proven = await proveDatabase(file)
  const pool = await openPool(file, 4).catch((cause) => {
    throw asUnusable(file, cause)
  })
  try {
    const over = (limits?: QueryLimits): Store['query'] => {
      return (sql, parameters) => pool.query(sql, parameters, limits)
    }
    const query = over()
    const db = builderOver(query)
    const [snapshot] = await db.select().from(schema.snapshot)
    if (snapshot?.checksum !== proven.checksum) throw damaged(file, '打开时已被替换')
    const catalog = await readCatalogTables(db)
    const whole: Store = {
      ...{ db, query, snapshot },
      ...catalog,
      limited: (limits) => limitedStore(whole, over(limits)),
      get whole() {
        return whole
      },
      close: pool.close,
    }
    return whole
  } catch (cause) {
    await pool.close()
    throw asUnusable(file, cause)
  }
}

const builderOver = (query: Store['query']) =>
  drizzle(async (sql, parameters) => ({ rows: await query(sql, parameters) }))

/** Few requests build a statement of their own, and to make a builder takes as long as to make a small answer. */
function limitedStore(whole: Store, query: Store['query']): Store {
  let db: Store['db'] | undefined
  const { catalog, snapshot, pinyin, limited, close } = whole
  return {
    ...{ catalog, snapshot, pinyin, limited, close, whole, query },
    get db() {
      db ??= builderOver(query)
      return db
    },
  }
}

async function readCatalogTables(db: PgRemoteDatabase): Promise<Pick<Store, 'catalog' | 'pinyin'>> {
  const place = <Entry>(rows: readonly { entry: Entry }[]) =>
    rows.map(({ entry }) => ({ file: 'database', entry }))
  const indicators = await db.select().from(schema.indicator).orderBy(schema.indicator.position)
  const sources = await db.select().from(schema.source).orderBy(schema.source.id)
  const catalog = buildCatalog({
    topics: place(await db.select().from(schema.topic).orderBy(schema.topic.position)),
    indicators: place(indicators),
    regions: place(await db.select().from(schema.region).orderBy(schema.region.position)),
    units: place(await db.select().from(schema.unit).orderBy(schema.unit.position)),
    issuers: place(await db.select().from(schema.issuer).orderBy(schema.issuer.name)),
    sources: place(sources.map(({ key: _, ...entry }) => ({ entry }))),
  })
  return { catalog, pinyin: new Map(indicators.map(({ code, pinyin }) => [code, pinyin])) }
}
