import { join } from 'node:path'
import { type FactName, factNames } from '#data/model/document-facts.ts'
import { assemble } from '../build.ts'
import { type FactOptions, factsOfOptions } from '../facts/told-facts.ts'
import { sayInboxFile, sayInboxFiles } from './say-inbox.ts'
import { findFile, type Planned, planDecisions, planFacts, writeReview } from './write-review.ts'

export interface InboxCommand {
  readonly dataFolder: string
  /** Numbers that a person finds right, and wrong: `DOC[:LINE[:COLUMN]]`. */
  readonly accept: readonly string[]
  readonly reject: readonly string[]
  /** The document that the facts are of; without facts, the one that is asked about. */
  readonly file: string | undefined
  readonly facts: FactOptions
}

/**
 * Reads the inbox and says what became of it; with decisions, writes them into `data/review`.
 * @throws BadInput for a decision on what is not there; nothing is written then.
 */
export async function inbox({ dataFolder, accept, reject, file, facts }: InboxCommand): Promise<string> {
  const { inbox: report, catalog } = await assemble({ dataFolder })
  const accepted = planDecisions(report, 'accept', accept)
  const rejected = planDecisions(report, 'reject', reject)
  const told = factsOfOptions(facts, catalog)
  const isAsked = file !== undefined && Object.keys(told).length === 0
  const known = file === undefined || isAsked ? [] : [planFacts(report, file, told)]
  const planned = [...accepted, ...rejected, ...known]
  if (planned.length === 0)
    return isAsked ? sayInboxFile(findFile(report, file), report) : sayInboxFiles(report)
  const folder = join(dataFolder, 'review')
  writeReview(folder, planned)
  const done = [
    ...accepted.map((each) => `采信 ${sayNumbers(each)}`),
    ...rejected.map((each) => `剔除 ${sayNumbers(each)}`),
    ...known.map(({ file, lines }) => `记下 ${file.file} 的${lines.map(sayFact).join('、')}`),
  ]
  return `${done.join('\n')}\n已写入 ${folder}；运行 npm run etl -- build 生效，删去该行即撤销\n`
}

const sayFact = ({ fact, value }: Planned['lines'][number]) =>
  `${factNames[fact as FactName]?.zh ?? fact} ${value}`

const sayNumbers = ({ file, lines }: Planned) => `${file.file} 的 ${lines.length} 个数字`
