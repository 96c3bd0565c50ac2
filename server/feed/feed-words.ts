import type { Language } from '#data/model/language.ts'

/** What a reader of the feed is told around the names and numbers. */
export interface FeedWords {
  readonly title: string
  readonly subtitle: (documents: number, most: number) => string
  readonly and: string
  readonly titleOfFigures: (issuers: string, title: string, date: string) => string
  readonly figures: (count: number, isAll: boolean) => string
  readonly more: (count: number) => string
  readonly revised: (line: string) => string
  readonly wasAndIs: (before: string, now: string) => string
  readonly from: (source: string) => string
  readonly fromNow: (before: string, now: string) => string
  readonly manyChanges: string
  readonly counts: (added: number, revised: number, removed: number) => string
  readonly overdue: (release: string, period: string) => string
  readonly expected: (earliest: string, latest: string) => string
  readonly learned: (lag: { earliest: number; latest: number; observed: number }) => string
  readonly notHere: string
}

const several = (count: number, one: string) =>
  `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`

export const feedWords: Readonly<Record<Language, FeedWords>> = {
  zh: {
    title: '有据：新增、修订的数字和逾期未见的发布',
    subtitle: (documents, most) =>
      `最多列最新的${most}条；数据库第一版里的一切都是新的，只列其中最新的${documents}份文件。`,
    and: '、',
    titleOfFigures: (issuers, title, date) => `${issuers}：${title}${date && `（${date}）`}`,
    figures: (count, isAll) => `新增${count.toLocaleString('en-US')}个${isAll ? '' : '以上'}数字：`,
    more: (count) => `另有${count.toLocaleString('en-US')}个，见来源页。`,
    revised: (line) => `修订：${line}`,
    wasAndIs: (before, now) => `原为${before}，现为${now}。`,
    from: (source) => `来源：${source}。`,
    fromNow: (before, now) => `原来源：${before}；现来源：${now}。`,
    manyChanges: '一次发布了大量改动',
    counts: (added, revised, removed) =>
      `新增${added.toLocaleString('en-US')}个、修订${revised.toLocaleString('en-US')}个、删去${removed.toLocaleString('en-US')}个事实，数目太多，不逐条列出。`,
    overdue: (release, period) => `逾期未见：${release}，${period}`,
    expected: (earliest, latest) => `按以往规律应在${earliest}至${latest}之间发布。`,
    learned: ({ earliest, latest, observed }) =>
      `最近${observed}次已知发布日在期末后第${earliest}—${latest}天。`,
    notHere: '本数据库中还没有：可能推迟发布，也可能尚未收入。',
  },
  en: {
    title: 'Youju: new and revised figures, and releases that are overdue',
    subtitle: (documents, most) =>
      `The newest ${most} entries at most. In the first version of a database everything is new: its newest ${documents} documents are listed.`,
    and: ', ',
    titleOfFigures: (issuers, title, date) => `${issuers}: ${title}${date && ` (${date})`}`,
    figures: (count, isAll) => `${several(count, 'new figure')}${isAll ? '' : ' or more'}:`,
    more: (count) => `${several(count, 'more figure')} on the page of the source.`,
    revised: (line) => `Revised: ${line}`,
    wasAndIs: (before, now) => `Was ${before}, is now ${now}.`,
    from: (source) => `Source: ${source}.`,
    fromNow: (before, now) => `Source before: ${before}; now: ${now}.`,
    manyChanges: 'Very many changes were published at once',
    counts: (added, revised, removed) =>
      `${several(added, 'fact')} added, ${revised.toLocaleString('en-US')} revised, ${removed.toLocaleString('en-US')} removed: too many to be listed one by one.`,
    overdue: (release, period) => `Overdue: ${release}, ${period}`,
    expected: (earliest, latest) =>
      `Going by the past it should have come between ${earliest} and ${latest}.`,
    learned: ({ earliest, latest, observed }) =>
      `The last ${observed} known days of issue were ${earliest} to ${latest} days after the end of the period.`,
    notHere: 'It is not in this database: it may be late, or may not have been collected yet.',
  },
}
