import { type FactName, factNames, factOrigins } from '#data/model/document-facts.ts'
import { doubts } from '#data/model/doubt.ts'
import { type FateCounts, fateCodes, fates, grades } from '#data/model/inbox.ts'
import { refusalReasons } from '#data/model/observation.ts'
import { refusedBecause } from '../extract/refusal.ts'
import type { Because, FileReport, Held, InboxReport } from './inbox.ts'
import { sumCounts } from './report-inbox.ts'

const number = (count: number) => count.toLocaleString('en-US')

/** 已发布 12 + 待定 3 + 拒收 1 + 目录外 2 = 18. */
function sayCounts(counts: FateCounts): string {
  const all = fateCodes.reduce((sum, fate) => sum + counts[fate], 0)
  const parts = fateCodes.map((fate) => `${fates[fate].zh} ${number(counts[fate])}`)
  return `${parts.join(' + ')} = ${number(all)} 个数字`
}

function sayFiles(files: readonly FileReport[]): string {
  const countOf = (state: FileReport['state']) => files.filter((file) => file.state === state).length
  const same = countOf('same')
  const read = `已读 ${countOf('read')}${same > 0 ? ` + 内容相同 ${same}` : ''} + 未能读取 ${countOf('unreadable')}`
  return `${read} = ${files.length} 个文件`
}

/** The inbox in the report of a build: both accounts, the files that gave nothing, the questions; nothing where it is empty. */
export function sayInbox({ files, stale }: InboxReport): string[] {
  if (files.length === 0 && stale.length === 0) return []
  const unreadable = files.filter(({ state }) => state === 'unreadable')
  const asking = files.filter(({ question }) => question.zh !== '')
  const advice = asking.length > 0 ? `（${asking.length} 个文件有待定的数字，详见 npm run etl -- inbox）` : ''
  return [
    `收件  ${sayFiles(files)}`,
    ...unreadable.map(({ file, reason }) => `      ${file}：${reason.zh}`),
    `      ${sayCounts(sumCounts(files))}${advice}`,
    ...stale.map((line) => `      ${line}`),
  ]
}

/** Every file of the inbox with what became of it, then both accounts. */
export function sayInboxFiles(report: InboxReport): string {
  const { files, stale } = report
  return [
    ...files.flatMap((file) => sayFile(file, report)),
    `合计  ${sayFiles(files)}`,
    `      ${sayCounts(sumCounts(files))}`,
    ...(stale.length > 0 ? ['失效  不再对应任何数字的决定：', ...stale.map((line) => `      ${line}`)] : []),
    '',
  ].join('\n')
}

/** One file of the inbox with what became of it. */
export const sayInboxFile = (file: FileReport, report: InboxReport): string =>
  sayFile(file, report).join('\n')

function sayFile(file: FileReport, { held }: InboxReport): string[] {
  if (file.state === 'unreadable') return [`${file.file}  未能读取：${file.reason.zh}`, '']
  if (file.state === 'same') return [`${file.file}  与 ${file.reason.zh} 内容相同，只读一次`, '']
  return [
    `${file.file}  ${file.document}  ${file.grade ? grades[file.grade].zh : ''}`,
    `      ${sayCounts(file.counts)}`,
    ...sayFacts(file),
    ...file.unread.map(({ zh }) => `      未读：${zh}`),
    ...sayReasons(held.filter(({ document }) => document === file.document)),
    ...(file.question.zh ? [`      问：${file.question.zh}`] : []),
    '',
  ]
}

const sayFacts = ({ facts }: FileReport) =>
  Object.entries(facts).map(
    ([name, { value, origin }]) =>
      `      ${factNames[name as FactName].zh}：${value}（${factOrigins[origin].zh}）`,
  )

const reasons: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...refusalReasons, ...refusedBecause }),
  ...Object.entries(doubts).map(([code, { zh }]) => [code, zh] as const),
  ['rejected', '人工剔除'],
  ['lacks-date', '缺日期'],
  ['lacks-place', '缺地区'],
  ['lacks-period', '缺时期'],
  ['lacks-indicator', '缺指标'],
  ['lacks-unit', '缺单位'],
  ['lacks-compilation', '缺统计类别'],
])

/** Why a number is not published, in Chinese. */
export const sayBecause = (because: Because): string => reasons.get(because) ?? because

/** The doubtful and the waiting one by one; the refused counted by reason. */
function sayReasons(held: readonly Held[]): string[] {
  const waiting = held.filter(({ fate }) => fate === 'waiting')
  const counts = new Map<string, number>()
  for (const { fate, because } of held.filter((each) => each.fate !== 'waiting')) {
    const key = `${fates[fate].zh}：${sayBecause(because)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [
    ...waiting.map((each) => `      待定 ${sayHeld(each)}`),
    ...[...counts].map(([key, count]) => `      ${key} ${count} 个`),
  ]
}

/** 第 12 行第 8 列 偏离走势：…「…」. */
function sayHeld({ line, column, because, detail, quote, row }: Held): string {
  const place = column > 0 ? `${line}:${column}` : String(line)
  const read = row
    ? `${row.indicator} ${row.region} ${row.period} ${row.measure} ${row.value}${row.unit}`
    : ''
  const why = detail ? `${sayBecause(because)}（${detail}）` : sayBecause(because)
  return [place, read, why, `「${quote}」`].filter(Boolean).join('  ')
}
