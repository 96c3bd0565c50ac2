import { BadInput } from '#data/model/bad-input.ts'
import { type Refusal, type RefusalReason, refusalReasons } from '#data/model/observation.ts'
import { sayUndone, type Undone } from '../publish/published.ts'

/** The rows that are refused for one reason. */
export interface RefusedRows {
  readonly reason: RefusalReason
  readonly rows: number
  /** The first of them. */
  readonly examples: readonly Refusal[]
}

export interface LoadReport {
  readonly file: string
  readonly out: string
  readonly snapshot: string
  readonly rows: number
  readonly sources: number
  readonly published: number
  readonly refused: readonly RefusedRows[]
  /** How many refused rows are kept in the database. */
  readonly kept: number
  readonly undone: Undone | undefined
}

/** What was read, refused and published, for a person. */
export function renderLoadReport({
  file,
  out,
  snapshot,
  rows,
  sources,
  published,
  refused,
  kept,
  undone,
}: LoadReport): string {
  const all = countRefused(refused)
  return [
    `读取  ${file} 的 ${number(rows)} 行，${number(sources)} 个来源`,
    `拒收  ${number(all)} 行${all > kept ? `（前 ${number(kept)} 行存入数据库，其余只计数）` : ''}`,
    ...sayRefused(refused),
    '校验  未做：etl load 不核对数值之间的关系；要核对，用 data/observations 与 npm run etl -- build',
    `发布  ${number(published)} 个数值`,
    `快照  ${snapshot} → ${out}`,
    ...sayUndone(undone, snapshot),
  ].join('\n')
}

/** @throws BadInput where more than half of the rows are refused: then something is wrong with all of them. */
export function stopWhereMostAreRefused(file: string, rows: number, refused: readonly RefusedRows[]): void {
  const all = countRefused(refused)
  if (all * 2 <= rows) return
  const much = all === rows ? '全部' : '过半'
  throw new BadInput(
    [
      `${file} 的 ${number(rows)} 行${much}被拒收（${number(all)} 行），没有发布；原来的数据库没有动`,
      ...sayRefused(refused),
    ].join('\n'),
  )
}

const countRefused = (refused: readonly RefusedRows[]) => refused.reduce((sum, { rows }) => sum + rows, 0)

const sayRefused = (refused: readonly RefusedRows[]) =>
  refused.flatMap(({ reason, rows, examples }) => [
    `      ${refusalReasons[reason]} ${number(rows)} 行，例如`,
    ...examples.map(({ file, line, detail }) => `        ${file}:${line} ${detail}`),
  ])

const number = (count: number) => count.toLocaleString('en-US')
