import { isDoubt } from '#data/model/doubt.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type FateCounts, fateCodes, gradeOf, noNumbers } from '#data/model/inbox.ts'
import type { Text } from '#data/model/language.ts'
import type { FileReport, Held, InboxDocument, InboxReport, InboxRow } from './inbox.ts'
import type { InboxReading } from './read-inbox.ts'

/** What each missing fact is asked as, and how it is answered. */
const questions = {
  'lacks-date': {
    ask: { zh: '这份文件是哪一天发布的？', en: 'On which day was this file issued?' },
    answer: { zh: '--date 2024-05-20（只知年份时 --date 2024）', en: '--date 2024-05-20 (or only the year)' },
  },
  'lacks-place': {
    ask: { zh: '“全省”“我市”指哪里？', en: 'Which place is meant by “the province” or “our city”?' },
    answer: {
      zh: '--region 520000 或 --issuer 贵州省通信管理局',
      en: '--region 520000, or --issuer with the name of its office',
    },
  },
  'lacks-period': {
    ask: { zh: '表中的数值是什么时期的？', en: 'Of which period are the values of the table?' },
    answer: {
      zh: '--period 2024 或 --period 2024-01/2024-05',
      en: '--period 2024, or --period 2024-01/2024-05',
    },
  },
  'lacks-indicator': {
    ask: { zh: '表中的数值是哪个指标？', en: 'Of which indicator are the values of the table?' },
    answer: {
      zh: '--indicator 软件业务收入（或其代码 software_revenue）',
      en: '--indicator software_revenue',
    },
  },
  'lacks-unit': {
    ask: { zh: '表中数值的单位是什么？', en: 'What is the unit of the values of the table?' },
    answer: { zh: '--unit 亿元', en: '--unit with the unit as it is printed in Chinese' },
  },
  'lacks-compilation': {
    ask: {
      zh: '表中的数值是快报还是年报？',
      en: 'Are the values of the table express statistics or those of the annual report?',
    },
    answer: {
      zh: '--compilation annual 或 --compilation express',
      en: '--compilation annual, or --compilation express',
    },
  },
} as const satisfies Record<string, Readonly<Record<'ask' | 'answer', Text>>>

const nothing: Text = { zh: '', en: '' }

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
      question: nothing,
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
    reason: nothing,
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
function questionOf(held: readonly Held[]): Text {
  const lacking = Object.entries(questions).map(([because, question]) => ({
    count: held.filter((each) => each.because === because).length,
    ...question,
  }))
  const [most] = lacking.toSorted((a, b) => b.count - a.count)
  if (most && most.count > 0) return sayQuestion(most)
  const doubtful = held.filter(({ because }) => isDoubt(because)).length
  if (doubtful === 0) return nothing
  return {
    zh: `${doubtful} 个数字存疑，请核对后用 --accept 或 --reject 决定`,
    en: `${numbers(doubtful)} in doubt: check, then decide with --accept or --reject`,
  }
}

const sayQuestion = ({ count, ask, answer }: { count: number; ask: Text; answer: Text }): Text => ({
  zh: `${ask.zh}${count} 个数字在等：${answer.zh}`,
  en: `${ask.en} ${numbers(count)} waiting: ${answer.en}`,
})

const numbers = (count: number) => (count === 1 ? '1 number' : `${count} numbers`)

/** The counts of several files together. */
export const sumCounts = (files: readonly FileReport[]): FateCounts =>
  Object.fromEntries(
    fateCodes.map((fate) => [fate, files.reduce((sum, { counts }) => sum + counts[fate], 0)]),
  ) as FateCounts
