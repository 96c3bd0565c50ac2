import { join, relative } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { BadInput } from '#data/model/bad-input.ts'
import { projectRoot } from '#data/project-root.ts'
import type { FactOptions } from './facts/told-facts.ts'

const root = relative(process.cwd(), projectRoot(import.meta.dirname)) || '.'
const dataFolder = join(root, 'data')
const published = join(dataFolder, 'build', 'youju.duckdb')
/** What decides what is published from a folder of data. */
const inputsIn = (data: string) => [data, join(root, 'etl')]

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const texts = { type: 'string', multiple: true } as const

/** The options that tell a fact of a document. */
const factOptions = {
  date: text,
  issuer: text,
  region: text,
  compilation: text,
  indicator: text,
  period: text,
  unit: text,
} satisfies { readonly [Name in keyof FactOptions]-?: typeof text }

interface Command {
  readonly usage: string
  run(args: string[]): Promise<void>
}

type Options = NonNullable<ParseArgsConfig['options']>
/** What stands on the command line beside the name of a command. */
interface Given<Named extends Options> {
  readonly values: ReturnType<typeof parseArgs<{ args: string[]; options: Named }>>['values']
  readonly words: readonly string[]
  /** The complaint that the words do not fit the command. */
  wrong(what: string): BadInput
}

/**
 * A command by its usage, its options, and whether it takes words besides. Each reads its own modules when it runs: reading
 * one line should not wait for the database.
 */
function command<const Named extends Options>(
  usage: string,
  { allowPositionals = false, ...options }: { readonly options: Named; readonly allowPositionals?: boolean },
  run: (given: Given<Named>) => Promise<void>,
): Command {
  const wrong = (what: string) => new BadInput(`${what}。用法：npm run etl -- ${usage}`)
  const parse = (args: string[]) => {
    try {
      return parseArgs({ args, allowPositionals, ...options })
    } catch (cause) {
      throw wrong(`参数有误（${cause instanceof Error ? cause.message : String(cause)}）`)
    }
  }
  return {
    usage,
    run: async (args) => {
      const { values, positionals: words } = parse(args)
      await run({ values, words, wrong })
    },
  }
}

const commands: Readonly<Record<string, Command>> = {
  build: command(
    'build [--out F.duckdb] [--if-stale]   data/ 中的数值与目录 → 校验 → 发布为 DuckDB 文件',
    { options: { out: text, 'if-stale': flag } },
    ({ values: { out, 'if-stale': isOnlyIfStale } }) => runBuild(out, isOnlyIfStale),
  ),
  rollback: command(
    'rollback [快照] [--list] [--out F.duckdb]           退回上一版或所指的一版；--list 列出保留的各版',
    { options: { out: text, list: flag }, allowPositionals: true },
    async ({ values: { out = published, list = false }, words: [id, ...more], wrong }) => {
      if (more.length > 0 || (list && id !== undefined)) throw wrong('只能退回一版')
      const { listVersions, rollBack } = await import('./publish/roll-back.ts')
      process.stdout.write(`${await (list ? listVersions(out) : rollBack(out, id))}\n`)
    },
  ),
  load: command(
    'load FILE.parquet|csv [--out F.duckdb] [--data 目录]   已是观测格式的几百万行 → 校验 → 发布（不核对数值之间的关系）',
    { options: { out: text, data: text }, allowPositionals: true },
    async ({ values: { out = published, data = dataFolder }, words: [file, ...more], wrong }) => {
      if (file === undefined || more.length > 0) throw wrong('需要一个文件')
      const { load } = await import('./load/load.ts')
      const { renderLoadReport } = await import('./load/load-report.ts')
      const report = await withProgress((onStage) => load({ file, dataFolder: data, out, onStage }))
      process.stdout.write(`${renderLoadReport(report)}\n`)
    },
  ),
  check: command(
    'check                                        数值之间的全部矛盾；有未说明的硬性矛盾时以 1 结束',
    { options: {} },
    async () => {
      const { assemble } = await import('./build.ts')
      const { sayFinding } = await import('./check/say-finding.ts')
      const { stopsBuild } = await import('./inbox/judge-inbox.ts')
      const { sayChecked } = await import('./publish/report.ts')
      const { catalog, checked } = await assemble({ dataFolder })
      const lines = checked.findings.map((finding) => sayFinding(finding, catalog))
      process.stdout.write([...lines, sayChecked(checked), ''].join('\n'))
      if (checked.findings.some(stopsBuild)) process.exitCode = 1
    },
  ),
  extract: command(
    'extract FILE… [--out F.csv] [--doc ID] [--date D] [--issuer 机构] [--region 地区] [--indicator 指标] [--unit 单位] [--period 时期] [--compilation 统计类别] [--explain]   文件中的数字 → 带出处的观测（CSV），未读出的列在标准错误',
    { options: { out: text, doc: text, explain: flag, ...factOptions }, allowPositionals: true },
    async ({ values: { out, doc, explain = false, ...facts }, words: files, wrong }) => {
      if (files.length === 0) throw wrong('缺少文件')
      if (doc !== undefined && files.length > 1)
        throw new BadInput('--doc 只用于一个文件；多个文件各以文件名为号')
      if (explain && out !== undefined)
        throw new BadInput('--explain 写的是说明，不是观测行，不能与 --out 同用；说明可用 > 文件 保存')
      const { extractFiles } = await import('./extract-files.ts')
      await extractFiles({ files, dataFolder, out, doc, explain, facts })
    },
  ),
  inbox: command(
    'inbox [文件 --date D --issuer 机构 --region 地区 --indicator 指标 --unit 单位 --period 时期 --compilation 统计类别] [--accept 文件[:行[:列]]] [--reject 文件[:行[:列]]]   收件箱中每个文件的结果、待定的数字与要回答的问题；选项写入 data/review',
    { options: { accept: texts, reject: texts, ...factOptions }, allowPositionals: true },
    async ({ values: { accept = [], reject = [], ...facts }, words: [file, ...more], wrong }) => {
      const hasFacts = Object.values(facts).some((value) => value !== undefined)
      if (more.length > 0 || (hasFacts && file === undefined)) throw wrong('选项与文件不符')
      const { inbox } = await import('./inbox/inbox-command.ts')
      process.stdout.write(await inbox({ dataFolder, accept, reject, file, facts }))
    },
  ),
  review: command(
    'review [--port N] [--data 目录] [--out F.duckdb]   审读：在本机的网页上决定收件箱里存疑的数字（用 npm run review 打开）',
    { options: { port: text, data: text, out: text } },
    async ({ values: { port = '8788', data = dataFolder, out = published } }) => {
      if (!/^\d{1,5}$/.test(port)) throw new BadInput(`--port ${port} 应是端口号，如 8788`)
      const { hashInputs } = await import('./hash-inputs.ts')
      const { serveReview } = await import('./review/review-command.ts')
      const { address } = await serveReview({
        ...{ dataFolder: data, out, pages: join(root, 'data', 'build', 'review'), port: Number(port) },
        inputs: () => hashInputs(inputsIn(data)),
      })
      process.stdout.write(
        `审读  ${address}\n      只在本机可用；地址里的口令只对这一次有效，按 Ctrl C 结束\n`,
      )
    },
  ),
  import: command(
    'import TABLE --mapping M.json [--out F.csv]   表格按对照文件 → 观测（CSV）',
    { options: { mapping: text, out: text }, allowPositionals: true },
    async ({ values: { mapping, out }, words: [table, ...more], wrong }) => {
      if (table === undefined || more.length > 0 || mapping === undefined)
        throw wrong('需要一个表格和一个对照文件')
      const { importTable } = await import('./import-table.ts')
      await importTable({ table, mapping, catalogFolder: join(dataFolder, 'catalog'), out })
    },
  ),
  adopt: command(
    'adopt FILE… --as ID --via 名称               文件中的数字收入 data/observations（只留数字与位置）',
    { options: { as: text, via: text }, allowPositionals: true },
    async ({ values: { as, via }, words: files, wrong }) => {
      if (files.length === 0 || as === undefined || via === undefined) throw wrong('缺少文件、--as 或 --via')
      const { adoptDocuments } = await import('./adopt-documents.ts')
      const { articles, figures } = await adoptDocuments({ files, dataFolder, as, via })
      process.stdout.write(`收入 ${articles} 篇文章的 ${figures} 个数字\n`)
    },
  ),
  pull: command(
    'pull [名称…] [--watch] [--status]           data/catalog/feeds.json 中的站点 → data/inbox；--watch 按时取、建库、发布',
    { options: { watch: flag, status: flag }, allowPositionals: true },
    async ({ values: { watch = false, status = false }, words: names }) => {
      const { runPull } = await import('./pull/pull-command.ts')
      const build = () => runBuild(published, true)
      process.exitCode = await runPull({ dataFolder, names, watch, status, build })
    },
  ),
  render: command(
    'render FILE.csv                              每条观测 → 公报那样的一句话，一行一句',
    { options: {}, allowPositionals: true },
    async ({ words: [file, ...more], wrong }) => {
      if (file === undefined || more.length > 0) throw wrong('需要一个文件')
      const { renderFile } = await import('./render/render-file.ts')
      const sentences = renderFile(file, join(dataFolder, 'catalog'))
      process.stdout.write(sentences.map((sentence) => `${sentence}\n`).join(''))
    },
  ),
}

async function runBuild(out = published, isOnlyIfStale = false): Promise<void> {
  const { hashInputs } = await import('./hash-inputs.ts')
  const inputs = () => hashInputs(inputsIn(dataFolder))
  const { build, buildIfStale } = await import('./build.ts')
  const { renderKept, renderReport } = await import('./publish/report.ts')
  const report = await withProgress((onStage) =>
    isOnlyIfStale
      ? buildIfStale({ dataFolder, out, onStage }, inputs)
      : build({ dataFolder, out, inputs: inputs(), onStage }),
  )
  process.stdout.write(`${'kept' in report ? renderKept(out, report.kept) : renderReport(report)}\n`)
}

/** Does work that tells its stages, which a terminal shows. */
async function withProgress<Result>(
  work: (onStage: (stage: string) => void) => Promise<Result>,
): Promise<Result> {
  const { default: ora } = await import('ora')
  const progress = ora({ isSilent: !process.stderr.isTTY }).start()
  try {
    return await work((stage) => {
      progress.text = stage
    })
  } finally {
    progress.stop()
  }
}

const helpWords = ['--help', '-h']

async function main([name = '', ...args]: string[]): Promise<void> {
  const asksHelp = [name, ...args].some((word) => helpWords.includes(word)) || name === 'help'
  const wanted = name === 'help' ? args[0] : name
  const chosen = wanted !== undefined && Object.hasOwn(commands, wanted) ? commands[wanted] : undefined
  if (asksHelp) process.stdout.write(`用法：\n${sayUsages(chosen ? [chosen] : Object.values(commands))}\n`)
  else if (chosen) await chosen.run(args)
  else
    throw new BadInput(
      `${name ? `没有命令 ${name}` : '缺少命令'}。可用：\n${sayUsages(Object.values(commands))}`,
    )
}

const sayUsages = (some: readonly Command[]) =>
  some.map(({ usage }) => `  npm run etl -- ${usage}`).join('\n')

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
