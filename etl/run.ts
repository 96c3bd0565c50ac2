import { join, relative } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { BadInput } from '#data/model/bad-input.ts'
import { projectRoot } from '#data/project-root.ts'
import type { FactOptions } from './facts/told-facts.ts'

const root = relative(process.cwd(), projectRoot(import.meta.dirname)) || '.'
const dataFolder = join(root, 'data')
const published = join(dataFolder, 'build', 'youju.duckdb')

/** Each command reads its own modules when it runs: reading one line should not wait for the database. */
interface Command {
  readonly usage: string
  run(args: string[]): Promise<void>
}

const commands: Readonly<Record<string, Command>> = {
  build: {
    usage: 'build [--out F.duckdb] [--if-stale]   data/ 中的数值与目录 → 校验 → 发布为 DuckDB 文件',
    run: runBuild,
  },
  rollback: {
    usage:
      'rollback [快照] [--list] [--out F.duckdb]           退回上一版或所指的一版；--list 列出保留的各版',
    run: runRollback,
  },
  load: {
    usage:
      'load FILE.parquet|csv [--out F.duckdb] [--data 目录]   已是观测格式的几百万行 → 校验 → 发布（不核对数值之间的关系）',
    run: runLoad,
  },
  check: {
    usage: 'check                                        数值之间的全部矛盾；有未说明的硬性矛盾时以 1 结束',
    run: runCheck,
  },
  extract: {
    usage:
      'extract FILE… [--out F.csv] [--doc ID] [--date D] [--issuer 机构] [--region 地区] [--indicator 指标] [--unit 单位] [--period 时期] [--compilation 统计类别] [--explain]   文件中的数字 → 带出处的观测（CSV），未读出的列在标准错误',
    run: runExtract,
  },
  inbox: {
    usage:
      'inbox [文件 --date D --issuer 机构 --region 地区 --indicator 指标 --unit 单位 --period 时期 --compilation 统计类别] [--accept 文件[:行[:列]]] [--reject 文件[:行[:列]]]   收件箱中每个文件的结果、待定的数字与要回答的问题；选项写入 data/review',
    run: runInbox,
  },
  review: {
    usage:
      'review [--port N] [--data 目录] [--out F.duckdb]   审读：在本机的网页上决定收件箱里存疑的数字（用 npm run review 打开）',
    run: runReview,
  },
  import: {
    usage: 'import TABLE --mapping M.json [--out F.csv]   表格按对照文件 → 观测（CSV）',
    run: runImport,
  },
  adopt: {
    usage:
      'adopt FILE… --as ID --via 名称               文件中的数字收入 data/observations（只留数字与位置）',
    run: runAdopt,
  },
  pull: {
    usage:
      'pull [名称…] [--watch] [--status]           data/catalog/feeds.json 中的站点 → data/inbox；--watch 按时取、建库、发布',
    run: runPull,
  },
  render: {
    usage: 'render FILE.csv                              每条观测 → 公报那样的一句话，一行一句',
    run: runRender,
  },
}

/** The options that tell a fact of a document. */
const factOptions = {
  date: { type: 'string' },
  issuer: { type: 'string' },
  region: { type: 'string' },
  compilation: { type: 'string' },
  indicator: { type: 'string' },
  period: { type: 'string' },
  unit: { type: 'string' },
} as const satisfies { readonly [Name in keyof FactOptions]-?: { readonly type: 'string' } }

async function runExtract(args: string[]): Promise<void> {
  const options = {
    out: { type: 'string' },
    doc: { type: 'string' },
    explain: { type: 'boolean' },
    ...factOptions,
  } as const
  const { values, positionals: files } = parseCommand('extract', { args, options, allowPositionals: true })
  if (files.length === 0) throw new BadInput(`缺少文件。用法：npm run etl -- ${commands['extract']?.usage}`)
  if (values.doc !== undefined && files.length > 1)
    throw new BadInput('--doc 只用于一个文件；多个文件各以文件名为号')
  if (values.explain && values.out !== undefined)
    throw new BadInput('--explain 写的是说明，不是观测行，不能与 --out 同用；说明可用 > 文件 保存')
  const { extractFiles } = await import('./extract-files.ts')
  const { out, doc, explain = false, ...facts } = values
  await extractFiles({ files, dataFolder, out, doc, explain, facts })
}

async function runInbox(args: string[]): Promise<void> {
  const options = {
    accept: { type: 'string', multiple: true },
    reject: { type: 'string', multiple: true },
    ...factOptions,
  } as const
  const { values, positionals } = parseCommand('inbox', { args, options, allowPositionals: true })
  const [file, ...more] = positionals
  const { accept = [], reject = [], ...facts } = values
  const hasFacts = Object.values(facts).some((value) => value !== undefined)
  if (more.length > 0 || (hasFacts && file === undefined))
    throw new BadInput(`选项与文件不符。用法：npm run etl -- ${commands['inbox']?.usage}`)
  const { inbox } = await import('./inbox/inbox-command.ts')
  process.stdout.write(await inbox({ dataFolder, accept, reject, file, facts }))
}

async function runReview(args: string[]): Promise<void> {
  const options = { port: { type: 'string' }, data: { type: 'string' }, out: { type: 'string' } } as const
  const { values } = parseCommand('review', { args, options })
  const { port = '8788', data = dataFolder, out = published } = values
  if (!/^\d{1,5}$/.test(port)) throw new BadInput(`--port ${port} 应是端口号，如 8788`)
  const { hashInputs } = await import('./hash-inputs.ts')
  const { serveReview } = await import('./review/review-command.ts')
  const { address } = await serveReview({
    ...{ dataFolder: data, out, pages: join(root, 'data', 'build', 'review'), port: Number(port) },
    inputs: () => hashInputs([data, join(root, 'etl')]),
  })
  process.stdout.write(`审读  ${address}\n      只在本机可用；地址里的口令只对这一次有效，按 Ctrl C 结束\n`)
}

async function runImport(args: string[]): Promise<void> {
  const options = { mapping: { type: 'string' }, out: { type: 'string' } } as const
  const { values, positionals } = parseCommand('import', { args, options, allowPositionals: true })
  const [table, ...more] = positionals
  if (table === undefined || more.length > 0 || values.mapping === undefined)
    throw new BadInput(`需要一个表格和一个对照文件。用法：npm run etl -- ${commands['import']?.usage}`)
  const { importTable } = await import('./import-table.ts')
  await importTable({
    table,
    mapping: values.mapping,
    catalogFolder: join(dataFolder, 'catalog'),
    out: values.out,
  })
}

async function runAdopt(args: string[]): Promise<void> {
  const options = { as: { type: 'string' }, via: { type: 'string' } } as const
  const { values, positionals: files } = parseCommand('adopt', { args, options, allowPositionals: true })
  const { as, via } = values
  if (files.length === 0 || as === undefined || via === undefined)
    throw new BadInput(`缺少文件、--as 或 --via。用法：npm run etl -- ${commands['adopt']?.usage}`)
  const { adoptDocuments } = await import('./adopt-documents.ts')
  const { articles, figures } = await adoptDocuments({ files, dataFolder, as, via })
  process.stdout.write(`收入 ${articles} 篇文章的 ${figures} 个数字\n`)
}

async function runRender(args: string[]): Promise<void> {
  const {
    positionals: [file, ...more],
  } = parseCommand('render', { args, allowPositionals: true })
  if (file === undefined || more.length > 0)
    throw new BadInput(`需要一个文件。用法：npm run etl -- ${commands['render']?.usage}`)
  const { renderFile } = await import('./render/render-file.ts')
  const sentences = renderFile(file, join(dataFolder, 'catalog'))
  process.stdout.write(sentences.map((sentence) => `${sentence}\n`).join(''))
}

async function runPull(args: string[]): Promise<void> {
  const options = { watch: { type: 'boolean' }, status: { type: 'boolean' } } as const
  const { values, positionals: names } = parseCommand('pull', { args, options, allowPositionals: true })
  const { watch = false, status = false } = values
  const pulling = await import('./pull/pull-command.ts')
  const build = () => runBuild(['--if-stale'])
  process.exitCode = await pulling.runPull({ dataFolder, names, watch, status, build })
}

async function runBuild(args: string[]): Promise<void> {
  const options = { out: { type: 'string' }, 'if-stale': { type: 'boolean' } } as const
  const { values } = parseCommand('build', { args, options })
  const { out = published } = values
  const { hashInputs } = await import('./hash-inputs.ts')
  const inputs = () => hashInputs([dataFolder, join(root, 'etl')])
  const { build, buildIfStale } = await import('./build.ts')
  const { renderKept, renderReport } = await import('./publish/report.ts')
  const report = await withProgress((onStage) =>
    values['if-stale']
      ? buildIfStale({ dataFolder, out, onStage }, inputs)
      : build({ dataFolder, out, inputs: inputs(), onStage }),
  )
  process.stdout.write(`${'kept' in report ? renderKept(out, report.kept) : renderReport(report)}\n`)
}

async function runLoad(args: string[]): Promise<void> {
  const options = { out: { type: 'string' }, data: { type: 'string' } } as const
  const { values, positionals } = parseCommand('load', { args, options, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new BadInput(`需要一个文件。用法：npm run etl -- ${commands['load']?.usage}`)
  const { out = published, data = dataFolder } = values
  const { load } = await import('./load/load.ts')
  const { renderLoadReport } = await import('./load/load-report.ts')
  const report = await withProgress((onStage) => load({ file, dataFolder: data, out, onStage }))
  process.stdout.write(`${renderLoadReport(report)}\n`)
}

async function runRollback(args: string[]): Promise<void> {
  const options = { out: { type: 'string' }, list: { type: 'boolean' } } as const
  const { values, positionals } = parseCommand('rollback', { args, options, allowPositionals: true })
  const [id, ...more] = positionals
  const { out = published, list = false } = values
  if (more.length > 0 || (list && id !== undefined))
    throw new BadInput(`只能退回一版。用法：npm run etl -- ${commands['rollback']?.usage}`)
  const { listVersions, rollBack } = await import('./publish/roll-back.ts')
  process.stdout.write(`${await (list ? listVersions(out) : rollBack(out, id))}\n`)
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

async function runCheck(args: string[]): Promise<void> {
  parseCommand('check', { args })
  const { assemble } = await import('./build.ts')
  const { sayFinding } = await import('./check/say-finding.ts')
  const { stopsBuild } = await import('./inbox/judge-inbox.ts')
  const { sayChecked } = await import('./publish/report.ts')
  const { catalog, checked } = await assemble({ dataFolder })
  const lines = checked.findings.map((finding) => sayFinding(finding, catalog))
  process.stdout.write([...lines, sayChecked(checked), ''].join('\n'))
  if (checked.findings.some(stopsBuild)) process.exitCode = 1
}

function parseCommand<const Config extends ParseArgsConfig>(name: string, config: Config) {
  try {
    return parseArgs(config)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new BadInput(`参数有误（${message}）。用法：npm run etl -- ${commands[name]?.usage}`)
  }
}

const helpWords = ['--help', '-h']

async function main([name = '', ...args]: string[]): Promise<void> {
  const asksHelp = [name, ...args].some((word) => helpWords.includes(word)) || name === 'help'
  const wanted = name === 'help' ? args[0] : name
  const command = wanted !== undefined && Object.hasOwn(commands, wanted) ? commands[wanted] : undefined
  if (asksHelp) process.stdout.write(`用法：\n${sayUsages(command ? [command] : Object.values(commands))}\n`)
  else if (command) await command.run(args)
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
