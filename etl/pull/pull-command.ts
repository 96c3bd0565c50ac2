import { join } from 'node:path'
import type { Feed } from '#data/catalog/feed.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { readFeeds } from '#data/catalog/read-feeds.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { pullRound } from './pull-round.ts'
import { sayStatus } from './say.ts'
import { readState } from './state.ts'
import { realSurroundings } from './surroundings.ts'
import { watch } from './watch.ts'

export interface PullCommand {
  readonly dataFolder: string
  /** Which feeds to visit; those that are enabled when empty. */
  readonly names: readonly string[]
  readonly status: boolean
  readonly watch: boolean
  readonly build: () => Promise<void>
}

/**
 * What `etl pull` does. Ends in order on SIGINT and SIGTERM.
 * @returns the exit code: 1 when no feed could be visited, or when it was told to stop before the end.
 * @throws BadInput for a broken file, a feed there is not, or none to visit.
 */
export async function runPull(command: PullCommand): Promise<number> {
  const inbox = join(command.dataFolder, 'inbox')
  const feeds = () => chosen(allFeeds(command.dataFolder), command.names)
  if (command.status) {
    const all = allFeeds(command.dataFolder)
    for (const line of sayStatus(all, readState(inbox))) process.stdout.write(`${line}\n`)
    return 0
  }
  const first = feeds()
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stopping.abort())
  const surroundings = realSurroundings(stopping.signal)
  try {
    if (command.watch) {
      await watch({ feeds, inbox, build: command.build, surroundings })
      return 0
    }
    return (await pullRound({ feeds: first, inbox, surroundings })) === first.length ? 1 : 0
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    surroundings.say('已停止；没有写完的都未留下')
    return 1
  }
}

function allFeeds(dataFolder: string): Feed[] {
  const folder = join(dataFolder, 'catalog')
  return readFeeds(folder, readCatalog(folder))
}

function chosen(feeds: readonly Feed[], names: readonly string[]): Feed[] {
  const unknown = names.find((name) => !feeds.some((feed) => feed.name === name))
  const known = feeds.map(({ name }) => name).join('、')
  if (unknown !== undefined) throw new BadInput(`feeds.json 中没有 ${unknown}；有：${known}`)
  const found = feeds.filter(({ name, enabled }) => (names.length > 0 ? names.includes(name) : enabled))
  if (found.length === 0)
    throw new BadInput(
      `feeds.json 中没有启用的站点；请写明名称（${known}），或核对后把它的 enabled 改为 true`,
    )
  return found
}
