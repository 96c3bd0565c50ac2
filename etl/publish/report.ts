import { refusalReasons } from '#data/model/observation.ts'
import type { Checked } from '../check/check-figures.ts'
import type { Finding } from '../check/settle.ts'
import { sayInbox } from '../inbox/say-inbox.ts'
import { isRolledBack, loadedFrom, sayUndone, type Undone } from './published.ts'
import type { Publication } from './to-tables.ts'

export interface BuildReport extends Publication {
  readonly snapshot: string
  readonly out: string
  readonly undone: Undone | undefined
}

/** What was read, refused and published, for a person. */
export function renderReport({
  catalog,
  checked,
  counts,
  inbox,
  observations,
  refusals,
  snapshot,
  out,
  undone,
}: BuildReport): string {
  const struck = refusals.filter(({ reason }) => reason === 'corrected-away')
  const refused = refusals.filter(({ reason }) => reason !== 'corrected-away')
  const different = (key: 'indicator' | 'region') => new Set(observations.map((each) => each[key])).size
  return [
    `读取  ${catalog.sources.size} 个来源的 ${number(counts.read)} 个数值`,
    `更正  剔除 ${struck.length} 个，补入 ${counts.added} 个（data/corrections）`,
    `拒收  ${refused.length} 个`,
    ...refused.map(
      ({ file, line, reason, detail }) => `      ${file}:${line} ${refusalReasons[reason]}：${detail}`,
    ),
    ...sayInbox(inbox),
    sayChecked(checked),
    `发布  ${number(observations.length)} 个数值，${different('indicator')} 个指标，${different('region')} 个地区`,
    `快照  ${snapshot} → ${out}`,
    ...sayUndone(undone, snapshot),
  ].join('\n')
}

/**
 * Why a database that is not stale stays as it is.
 * @param inputs those that it says.
 */
export function renderKept(out: string, inputs: string): string {
  const file = loadedFrom(inputs)
  const back = 'npm run etl -- build'
  if (file !== undefined) return `数据库由 etl load 载入（${file}），保持不变：${out}；${back} 改回 data/`
  return isRolledBack(inputs)
    ? `数据库是退回的一版，数据、目录和程序未变，保持不变：${out}；${back} 重新发布现有数据`
    : `数据库已是最新：${out}`
}

/** How many figures were held against each other, and with what outcome. */
export function sayChecked({ claims, findings }: Checked): string {
  const count = (state: Finding['state']) => findings.filter((each) => each.state === state).length
  const open = count('open')
  const advice = open > 0 ? '（详见 npm run etl -- check）' : ''
  return `校验  ${number(claims)} 处，不符 ${findings.length} 处：口径调整 ${count('break')}，已核对 ${count('acknowledged')}，未说明 ${open}${advice}`
}

const number = (count: number) => count.toLocaleString('en-US')
