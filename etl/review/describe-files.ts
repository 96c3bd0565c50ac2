import { groupBy } from '#data/model/group-by.ts'
import { decideInbox } from '../inbox/read-inbox.ts'
import { reportInbox } from '../inbox/report-inbox.ts'
import type { Review } from '../inbox/review.ts'
import type { FilesAnswer } from './answers.ts'
import { placeOf } from './place-of.ts'
import type { Reading } from './reading.ts'

/** The files of the inbox with what became of their numbers, and how many wait for a person. */
export function describeFiles(
  { files: read, judged }: Reading,
  review: ReadonlyMap<string, Review>,
): FilesAnswer {
  const { documents, unread } = read
  const { stale } = decideInbox(read, review)
  const { files } = reportInbox({ documents, unread, stale }, [...judged.rowOf.values()], judged.held)
  const heldOf = groupBy(judged.held, ({ document }) => document)
  return {
    stale,
    files: files.map(({ file, state, document, reason, counts }) => {
      const decided = new Set((review.get(document)?.decisions ?? []).map(placeOf))
      const waiting = (heldOf.get(document) ?? []).filter(({ fate }) => fate === 'waiting')
      const asked = waiting.filter(({ because }) => because.startsWith('lacks-'))
      const open = new Set(waiting.filter((each) => !asked.includes(each)).map(placeOf))
      return {
        ...{ file, state, document, reason, counts },
        open: [...open].filter((place) => !decided.has(place)).length,
        decided: decided.size,
        questions: new Set(asked.map(({ because }) => because)).size,
      }
    }),
  }
}
