import type { Feed } from '#data/catalog/feed.ts'
import type { Pulled } from './pulling.ts'
import type { State } from './state.ts'

/** What a visit brought: a line for the feed, and one below it for each document and each problem. */
export function sayPulled({ name }: Feed, pulled: Pulled, state: State): string[] {
  const { laid, unchanged, left, problems, notes, failed } = pulled
  const head = [
    ...(failed === undefined ? [`新 ${laid.length} 份`, `未变 ${unchanged} 份`] : [`未成：${failed}`]),
    ...(failed === undefined && problems.length > 0 ? [`未取到 ${problems.length} 份`] : []),
    ...(left > 0 ? [`还有 ${left} 份下次再取`] : []),
  ].join('，')
  return [
    `${name}  ${head}；上次成功 ${sayTime(state.feeds[name]?.succeeded)}`,
    ...laid.map((file) => `  收到 ${file}`),
    ...problems.map((problem) => `  未取 ${problem}`),
    ...notes.map((note) => `  注意 ${note}`),
  ]
}

/** A line for each feed: whether it is visited unasked, its last success, what came, and what went wrong since. */
export function sayStatus(feeds: readonly Feed[], { feeds: states, documents }: State): string[] {
  const all = Object.values(documents)
  return feeds.map(({ name, enabled, every }) => {
    const state = states[name]
    const count = all.filter(({ feed }) => feed === name).length
    return [
      `${name}  ${enabled ? `每 ${every}` : '未启用'}`,
      `上次成功 ${sayTime(state?.succeeded)}`,
      `已收 ${count} 份`,
      ...(state?.problem === undefined ? [] : [`${sayTime(state.tried)} 未成：${state.problem}`]),
    ].join('，')
  })
}

/** A moment as the operator's clock shows it. */
const sayTime = (time: string | undefined) =>
  time === undefined ? '从未' : new Date(time).toLocaleString('sv-SE').slice(0, 16)
