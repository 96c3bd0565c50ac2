import { z } from 'zod'

const Pattern = z.string().refine(isPattern, '不是合法的正则表达式')
const Duration = z.string().regex(/^[1-9]\d*[mhd]$/, '应如 30m、6h、1d')
/** Where a value stands in JSON: `data.list.0.title`; '' is the whole. */
const Path = z.string()

/** Which links of a list, or entries of a feed, are documents: all that are named must match. */
const Links = z
  .strictObject({ href: Pattern.optional(), text: Pattern.optional() })
  .refine(({ href, text }) => href !== undefined || text !== undefined, 'href 与 text 至少给一个')

/** Codes that stand elsewhere in the same answer, with what they stand for. */
const Names = z.strictObject({ records: Path, code: Path, name: Path })
/** What a column of a table says: the value at a path, or what that code stands for. */
const Column = z.union([Path, z.strictObject({ path: Path, names: Names })])

const common = {
  /** Its folder in the inbox. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '只用小写字母、数字和连字符'),
  /** Whether it is visited when no feed is named. */
  enabled: z.boolean(),
  remark: z.string().optional(),
  url: z.url({ protocol: /^https?$/, error: '应是 http(s) 地址' }),
  /** A name or alias of the catalogue. */
  issuer: z.string().min(1),
  /** A code of the catalogue; that of the issuer where left out. */
  region: z.string().min(1).optional(),
  /** The hosts, with their port where it is not the usual one, from which anything may be fetched. */
  hosts: z.array(z.string().regex(/^[^/\s@]+$/, '只写主机名，不带 http://')).min(1),
  /** How often it is visited under --watch. */
  every: Duration,
  /** The least time between two requests. */
  pauseSeconds: z.number().positive().default(5),
  /** How long, in days, a document that was fetched is asked for changes, once a day. */
  recheckDays: z.number().nonnegative().default(14),
  limits: z
    .strictObject({
      /** Documents in one visit; what is left comes with the next one. */
      documents: z.int().positive().default(20),
      /** The largest answer. */
      megabytes: z.number().positive().default(50),
      /** The longest time an answer may take. */
      seconds: z.number().positive().default(60),
    })
    .prefault({}),
}

/** A place where documents appear. */
export const Feed = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...common, kind: z.literal('list'), links: Links }),
    z.strictObject({ ...common, kind: z.literal('rss'), links: Links.optional() }),
    z.strictObject({ ...common, kind: z.literal('atom'), links: Links.optional() }),
    z.strictObject({
      ...common,
      kind: z.literal('json'),
      records: Path,
      /** Either each record names a document … */
      documents: z.strictObject({ url: Path, title: Path.optional(), date: Path.optional() }).optional(),
      /** … or the records are figures, and become one table, by the names of its columns. */
      table: z.strictObject({ title: z.string().min(1), columns: z.record(z.string(), Column) }).optional(),
      links: Links.optional(),
    }),
  ])
  .refine(({ url, hosts }) => hosts.includes(new URL(url).host), 'hosts 须包括 url 的主机')
  .refine(
    (feed) => feed.kind !== 'json' || (feed.documents === undefined) !== (feed.table === undefined),
    'documents 与 table 须恰有其一',
  )
export type Feed = z.infer<typeof Feed>
export type JsonFeed = Extract<Feed, { kind: 'json' }>
export type Links = z.infer<typeof Links>
export type Column = z.infer<typeof Column>

const milliseconds = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** 30m → 1,800,000. */
export function millisecondsOf(duration: string): number {
  const unit = duration.at(-1)
  const each = unit === 'm' || unit === 'h' || unit === 'd' ? milliseconds[unit] : Number.NaN
  return Number.parseInt(duration, 10) * each
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}
