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
  const done = [
    ...decide(report, folder, 'accept', accept).map((each) => `采信 ${each.file} 的 ${each.count} 个数字`),
    ...decide(report, folder, 'reject', reject).map((each) => `剔除 ${each.file} 的 ${each.count} 个数字`),
  ]
  if (file !== undefined) {
    const settled = settleFacts(report, folder, file, factsOfOptions(facts, catalog))
    const values = Object.values(facts).filter((value) => value !== undefined)
    done.push(`记下 ${settled.file} 的 ${values.join('、')}`)
  }
  if (done.length === 0) return sayInboxFiles(report)
  return `${done.join('\n')}\n已写入 ${folder}；运行 npm run etl -- build 生效，删去该行即撤销\n`
}
