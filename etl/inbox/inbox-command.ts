import { join } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import { type DocumentFacts, type FactName, factNames } from '#data/model/document-facts.ts'
import { isDoubt } from '#data/model/doubt.ts'
import { assemble } from '../build.ts'
import { type FactOptions, factsOfOptions } from '../facts/told-facts.ts'
import type { FileReport, Held, InboxReport } from './inbox.ts'
import { addLines, type ReviewAction, type ReviewLine } from './review.ts'
import { sayInboxFile, sayInboxFiles } from './say-inbox.ts'

interface InboxCommand {
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

/** Lines for the decisions of one document. */
interface Planned {
  readonly file: FileReport
  readonly lines: readonly ReviewLine[]
}

/**
 * Decisions of a person on waiting numbers, as lines of `data/review/<document>.csv`. Nothing is written.
 * @param targets `DOC`, `DOC:LINE` or `DOC:LINE:COLUMN`, where DOC is a file of the inbox or the id of its content.
 * @throws BadInput for a target that names no waiting number.
 */
function planDecisions(
  report: InboxReport,
  action: Exclude<ReviewAction, 'fact' | 'mend'>,
  targets: readonly string[],
): Planned[] {
  return targets.map((target) => {
    const { file, line, column } = find(report, target)
    const held = report.held.filter(
      (each) =>
        each.document === file.document &&
        (line === undefined || each.line === line) &&
        (column === undefined || each.column === column) &&
        isOpen(each, action, line !== undefined),
    )
    if (held.length === 0)
      throw new BadInput(`${target} 没有可以决定的数字；待定的数字见 npm run etl -- inbox`)
    return { file, lines: held.map((each) => toLine(each, action)) }
  })
}

/** What was read may be accepted; a number named by its line may be rejected, read or not. */
const isOpen = ({ row, because, fate }: Held, action: ReviewAction, isNamed: boolean) =>
  action === 'accept'
    ? row !== undefined && isDoubt(because)
    : fate === 'waiting' && (isNamed || isDoubt(because))

const toLine = ({ line, column, row, quote }: Held, action: ReviewAction): ReviewLine => ({
  action,
  ...row,
  line,
  column,
  quote,
})

/**
 * Facts of a document that a person knows, as such lines.
 * @throws BadInput for a target that names no file that was read.
 */
function planFacts(report: InboxReport, target: string, facts: DocumentFacts): Planned {
  const lines = Object.entries(facts).map(
    ([fact, { value }]): ReviewLine => ({ action: 'fact', fact, value }),
  )
  return { file: find(report, target).file, lines }
}

/**
 * Writes all that is planned below a folder.
 * @throws BadInput for a number that is decided twice; nothing is written then.
 */
function writeReview(folder: string, planned: readonly Planned[]): void {
  checkOnce(planned)
  for (const { file, lines } of planned) addLines(join(folder, `${file.document}.csv`), lines)
}

function checkOnce(planned: readonly Planned[]): void {
  const places = new Set<string>()
  for (const { file, lines } of planned)
    for (const { line, column, value } of lines.filter(({ action }) => action !== 'fact')) {
      const place = [file.file, line, column, value].join(':')
      if (places.has(place))
        throw new BadInput(`${file.file} 第 ${line} 行的 ${value} 有两个决定，请只留一个`)
      places.add(place)
    }
}

/**
 * A file of the inbox by its name, with or without its folder, or by the id of its content.
 * @throws BadInput where there is none.
 */
function findFile({ files }: InboxReport, target: string): FileReport {
  const name = target.replace(inboxPath, '')
  const file = files.find((each) => each.file === name || (each.document !== '' && each.document === name))
  if (file) return file
  throw new BadInput(`收件箱中没有文件 ${name}；可写文件名或其编号（doc-…），见 npm run etl -- inbox`)
}

function find({ files }: InboxReport, target: string) {
  const [name = '', line, column] = splitTarget(target.replaceAll('：', ':').replace(inboxPath, ''))
  const read = files.filter(({ document }) => document !== '')
  const file = read.find((each) => each.file === name || each.document === name)
  if (!file)
    throw new BadInput(`收件箱中没有读出的文件 ${name}；可写文件名或其编号（doc-…），见 npm run etl -- inbox`)
  return { file, line: toNumber(line), column: toNumber(column) }
}

/** What a shell puts before the name when it completes it. */
const inboxPath = /^(?:.*\/)?data\/inbox\//

const splitTarget = (target: string) => /^(.*?)(?::(\d+))?(?::(\d+))?$/.exec(target)?.slice(1) ?? [target]
const toNumber = (text: string | undefined) => (text === undefined ? undefined : Number(text))
