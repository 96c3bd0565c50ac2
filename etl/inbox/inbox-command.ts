import { join } from 'node:path'
import { assemble } from '../build.ts'
import type { FactOptions } from '../facts/fact-options.ts'
import { factsOfOptions } from '../facts/facts-of-options.ts'
import { sayInboxFiles } from './say-inbox.ts'
import { decide, settleFacts } from './write-review.ts'

export interface InboxCommand {
  readonly dataFolder: string
  /** Numbers that a person finds right, and wrong: `DOC[:LINE[:COLUMN]]`. */
  readonly accept: readonly string[]
  readonly reject: readonly string[]
  /** The document that the facts are of. */
  readonly file: string | undefined
  readonly facts: FactOptions
}

/**
 * Reads the inbox and says what became of it; with decisions, writes them into `data/review` first.
 * @throws BadInput for a decision on what is not there.
 */
export async function inbox({ dataFolder, accept, reject, file, facts }: InboxCommand): Promise<string> {
  const { inbox: report, catalog } = await assemble({ dataFolder })
  const folder = join(dataFolder, 'review')
  const accepted = decide(report, folder, 'accept', accept).map(
    ({ file: name, count }) => `采信 ${name} 的 ${count} 个数字`,
  )
  const rejected = decide(report, folder, 'reject', reject).map(
    ({ file: name, count }) => `剔除 ${name} 的 ${count} 个数字`,
  )
  const settled =
    file === undefined
      ? []
      : [
          `记下 ${settleFacts(report, folder, file, factsOfOptions(facts, catalog)).file} 的 ${Object.values(
            facts,
          )
            .filter((value) => value !== undefined)
            .join('、')}`,
        ]
  const done = [...accepted, ...rejected, ...settled]
  if (done.length === 0) return sayInboxFiles(report)
  return `${done.join('\n')}\n已写入 ${folder}；运行 npm run etl -- build 生效，删去该行即撤销\n`
}
