import { asc, eq } from 'drizzle-orm'
import { type FactName, factNameCodes } from '#data/model/document-facts.ts'
import type { Store } from '#data/store/open-store.ts'
import { inboxFile, inboxNumber } from '#data/store/schema.ts'
import type { Answer } from '#server/answers.ts'
import { notFound, quoted } from '#server/errors.ts'
import type { InboxQuery } from '#server/input.ts'

type FileRow = typeof inboxFile.$inferSelect
type Counts = Answer<'inbox'>['counts']

/** Every file of the inbox, and with `document`, its id or the name of its file, the numbers of one that are not published. */
export async function readInbox(
  { db, snapshot }: Store,
  { document: named }: InboxQuery,
): Promise<Answer<'inbox'>> {
  const rows = await db.select().from(inboxFile).orderBy(asc(inboxFile.file))
  const document = rows.find((row) => row.document === named || row.file === named)?.document
  if (named !== undefined && document === undefined)
    throw notFound(`收件箱中没有文件${quoted(named)}`, 'document')
  const numbers =
    document === undefined
      ? []
      : await db
          .select()
          .from(inboxNumber)
          .where(eq(inboxNumber.document, document))
          .orderBy(asc(inboxNumber.line), asc(inboxNumber.column_number))
  return {
    snapshot: snapshot.id,
    files: rows.map(toFile),
    counts: rows.map(countsOf).reduce(add, { published: 0, waiting: 0, refused: 0, noIndicator: 0 }),
    numbers: numbers.map(({ document: _, column_number: column, ...same }) => ({
      ...same,
      column: column === 0 ? null : column,
    })),
  }
}

const toFile = ({ file, state, document, reason, facts, grade, unread, question, ...row }: FileRow) => ({
  file,
  state,
  document,
  reason,
  facts: factNameCodes.flatMap((name: FactName) => {
    const fact = facts[name]
    return fact ? [{ name, ...fact }] : []
  }),
  grade,
  counts: countsOf(row),
  unread: [...unread],
  question,
})

const countsOf = ({
  published,
  waiting,
  refused,
  no_indicator: noIndicator,
}: Pick<FileRow, 'published' | 'waiting' | 'refused' | 'no_indicator'>): Counts => ({
  published,
  waiting,
  refused,
  noIndicator,
})

const add = (a: Counts, b: Counts): Counts => ({
  published: a.published + b.published,
  waiting: a.waiting + b.waiting,
  refused: a.refused + b.refused,
  noIndicator: a.noIndicator + b.noIndicator,
})
