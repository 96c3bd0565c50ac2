import type { Context } from 'hono'
import type { Store } from '#data/store/open-store.ts'
import { gone, notFound, type Problem, quoted } from './errors.ts'
import { dayInBeijing, findVersion } from './queries/read-versions.ts'

/** Routes that can be asked about a day instead. */
const takeDays = ['series', 'compare', 'observations', 'latest', 'standing', 'targets', 'export']

/**
 * Why a version that was asked for cannot answer: 410 with the address that can where it was published once, else 404.
 * @param store of the current version, which knows the history.
 */
export async function whyNotKept(store: Store, id: string, c: Context): Promise<Problem> {
  const field = c.req.query('snapshot') === undefined ? 'cursor' : 'snapshot'
  const version = await findVersion(store, id)
  if (!version) return noSuchVersion(id, field)
  const day = dayInBeijing(version.published_at)
  const was = `版本 ${id}（${version.published_at} 发布）已没有可用的文件`
  if (field === 'cursor')
    return gone(`${was}，这一页无法接续；请从第一页重新开始：${addressOf(c, {})}`, field)
  return gone(`${was}；${instead(c, day)}`, field)
}

/** 404: neither the history nor the folder of versions has it. */
export const noSuchVersion = (id: string, field: string): Problem =>
  notFound(`没有版本${quoted(id)}；全部版本见 /api/v1/versions`, field)

/** What answers now, and how far that is the answer of then: a day leaves out what came later, and what was corrected since stays so. */
function instead(c: Context, day: string): string {
  if (c.req.query('asOf') !== undefined)
    return `asOf 的答案不随版本变化（后来补入的更早的文件和 etl load 除外），可直接用 ${addressOf(c, {})}`
  if (takeDays.some((route) => c.req.path.startsWith(`/api/v1/${route}`)))
    return `最接近的是 asOf=${day}，按现在的数据、只用那天及以前发布的文件回答，与那一版未必相同：${addressOf(c, { asOf: day })}`
  return `此接口没有 asOf，只能按现在的数据回答，与那一版未必相同：${addressOf(c, {})}`
}

/** The address of a request without its version and page. */
function addressOf(c: Context, added: Readonly<Record<string, string>>): string {
  const address = new URL(c.req.url)
  for (const name of ['snapshot', 'cursor']) address.searchParams.delete(name)
  for (const [name, value] of Object.entries(added)) address.searchParams.set(name, value)
  return address.pathname + address.search.replaceAll('%2C', ',')
}
