import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import ora from 'ora'
import { BadInput } from '#data/model/bad-input.ts'
import { build } from './build.ts'
import { hashInputs } from './hash-inputs.ts'
import { isCurrent } from './is-current.ts'
import { renderReport } from './publish/report.ts'

const root = relative(process.cwd(), join(import.meta.dirname, '..')) || '.'
const dataFolder = join(root, 'data')

interface Command {
  readonly usage: string
  run(args: string[]): Promise<void>
}

const commands: Readonly<Record<string, Command>> = {
  build: {
    usage: 'build [--out F.duckdb] [--if-stale]   data/ 中的数值与目录 → 校验 → 发布为 DuckDB 文件',
    run: runBuild,
  },
}

async function runBuild(args: string[]): Promise<void> {
  const { values } = parseOptions(args)
  const out = values.out ?? join(dataFolder, 'build', 'youju.duckdb')
  const inputs = hashInputs([dataFolder, join(root, 'etl')])
  if (values['if-stale'] && (await isCurrent(out, inputs))) {
    process.stdout.write(`数据库已是最新：${out}\n`)
    return
  }
  const progress = ora({ isSilent: !process.stderr.isTTY }).start()
  const onStage = (stage: string) => {
    progress.text = stage
  }
  try {
    const report = await build({ dataFolder, out, inputs, onStage })
    progress.stop()
    process.stdout.write(`${renderReport(report)}\n`)
  } finally {
    progress.stop()
  }
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({ args, options: { out: { type: 'string' }, 'if-stale': { type: 'boolean' } } })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new BadInput(`参数有误（${message}）。用法：npm run etl -- ${commands['build']?.usage}`)
  }
}

async function main([name = '', ...args]: string[]): Promise<void> {
  const command = commands[name]
  if (!command) {
    const usages = Object.values(commands).map(({ usage }) => `  npm run etl -- ${usage}`)
    throw new BadInput(`${name ? `没有命令 ${name}` : '缺少命令'}。可用：\n${usages.join('\n')}`)
  }
  await command.run(args)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
