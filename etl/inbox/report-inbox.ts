import { isDoubt } from '#data/model/doubt.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type FateCounts, fateCodes, gradeOf, noNumbers } from '#data/model/inbox.ts'
import type { FileReport, Held, InboxDocument, InboxReport, InboxRow } from './inbox.ts'
import type { InboxReading } from './read-inbox.ts'

/** What each missing fact is asked as, and how it is answered. */
const questions = {
  'lacks-date': { ask: '这份文件是哪一天发布的？', answer: '--date 2024-05-20（只知年份时 --date 2024）' },
  'lacks-place': { ask: '“全省”“我市”指哪里？', answer: '--region 520000 或 --issuer 贵州省通信管理局' },
  'lacks-period': { ask: '表中的数值是什么时期的？', answer: '--period 2024 或 --period 2024-01/2024-05' },
  'lacks-indicator': {
    ask: '表中的数值是哪个指标？',
    answer: '--indicator 软件业务收入（或其代码 software_revenue）',
  },
  'lacks-unit': { ask: '表中数值的单位是什么？', answer: '--unit 亿元' },
} as const

/** Both accounts of the inbox: what became of each file, and of each number. */
export function reportInbox(
  { documents, unread, stale }: InboxReading,
  published: readonly InboxRow[],
  held: readonly Held[],
): InboxReport {
  const publishedOf = groupBy(published, ({ document }) => document)
  const heldOf = groupBy(held, ({ document }) => document)
  const read = documents.map((document) =>
    reportDocument(document, publishedOf.get(document.id)?.length ?? 0, heldOf.get(document.id) ?? []),
  )
  const others = unread.map(
    ({ name, state, reason }): FileReport => ({
      file: name,
      state,
      document: '',
      reason,
      facts: {},
      grade: undefined,
      counts: noNumbers,
      unread: [],
      question: '',
    }),
  )
  return { files: [...read, ...others].sort((a, b) => (a.file < b.file ? -1 : 1)), held, stale }
}

function reportDocument(document: InboxDocument, published: number, held: readonly Held[]): FileReport {
  const countOf = (fate: Held['fate']) => held.filter((each) => each.fate === fate).length
  const doubtful = held.filter(({ because }) => isDoubt(because)).length
  const lacking = held.filter(({ because }) => because in questions).length
  return {
    file: document.name,
    state: 'read',
    document: document.id,
    reason: '',
    facts: document.facts,
    grade: gradeOf({ read: published + doubtful, doubtful, lacking }),
    counts: {
      published,
      waiting: countOf('waiting'),
      refused: countOf('refused'),
      'no-indicator': countOf('no-indicator'),
    },
    unread: document.unread,
    question: questionOf(held),
  }
}

/** The fact that most numbers wait for; else the doubts that only a person can settle. */
function questionOf(held: readonly Held[]): string {
  const lacking = Object.entries(questions).map(([because, { ask, answer }]) => ({
    count: held.filter((each) => each.because === because).length,
    say: (count: number) => `${ask}${count} 个数字在等：${answer}`,
  }))
  const [most] = lacking.toSorted((a, b) => b.count - a.count)
  if (most && most.count > 0) return most.say(most.count)
  const doubtful = held.filter(({ because }) => isDoubt(because)).length
  return doubtful > 0 ? `${doubtful} 个数字存疑，请核对后用 --accept 或 --reject 决定` : ''
}

/** The counts of several files together. */
export const sumCounts = (files: readonly FileReport[]): FateCounts =>
  Object.fromEntries(
    fateCodes.map((fate) => [fate, files.reduce((sum, { counts }) => sum + counts[fate], 0)]),
  ) as FateCounts
