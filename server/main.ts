import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import { projectRoot } from '#data/project-root.ts'
import { UnusableDatabase } from '#data/store/unusable-database.ts'
import { createAnswerCache } from './answer-cache.ts'
import { createApp } from './app.ts'
import {
  type CurrentStore,
  type Lending,
  onlyStore,
  openCurrentStore,
  type StoreHooks,
} from './current-store.ts'
import { sweepSpools } from './exports/pieces/spool.ts'
import { type Listening, listen } from './listen.ts'
import { indexFile } from './page-files.ts'
import { notBuilt } from './pages.ts'
import { createRasterizer } from './pictures/rasterizer.ts'
import { readSettings } from './settings.ts'
import { warm } from './warm.ts'

const root = relative(process.cwd(), projectRoot(import.meta.dirname))
const defaultPort = '8787'
const ownDatabase = join(root, 'data', 'build', 'youju.duckdb')

const howToBuild = (file: string) =>
  file === ownDatabase
    ? '请先运行 npm start，或只构建数据库：npm run etl -- build'
    : `请检查路径，或构建一份：npm run etl -- build --out ${file}`

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new BadInput(`PORT=${text} 不是端口号，应为 1 到 65535 的整数，例如 PORT=${defaultPort}`)
}

/** @throws BadInput when neither the file nor a version kept of it can be opened: who holds it or what it is, and what to do. */
async function openDatabase(file: string, hooks: StoreHooks): Promise<CurrentStore> {
  try {
    return await openCurrentStore(file, hooks)
  } catch (cause) {
    const isMissing = cause instanceof UnusableDatabase && cause.reason === 'missing'
    throw isMissing ? new BadInput(`没有数据库 ${file}。${howToBuild(file)}`, { cause }) : cause
  }
}

async function openSocket(
  app: ReturnType<typeof createApp>,
  host: string | undefined,
  port: number,
): Promise<Listening> {
  try {
    return await listen(app.fetch, { host, port })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE') {
      throw new BadInput(`端口 ${port} 已被占用，请换一个：PORT=${port + 1} npm start`, { cause })
    }
    throw new BadInput(
      `无法在 ${host ?? 'localhost'}:${port} 上监听（${code ?? cause}），请检查 HOST 与 PORT`,
      { cause },
    )
  }
}

async function main(): Promise<void> {
  const port = readPort(process.env['PORT'] || defaultPort)
  const host = process.env['HOST'] || undefined
  const pagesFolder = process.env['PAGES'] || join(root, 'web', 'dist')
  const settings = readSettings(process.env)
  const answers = createAnswerCache(settings.answerBytes)
  const rasterizer = createRasterizer()
  const appOver = (current: Lending) => createApp({ current, pagesFolder, settings, answers, rasterizer })
  await sweepSpools((path, reason) => process.stderr.write(`${path} 是以前留下的，删不掉（${reason}）\n`))
  const database = process.env['DATABASE'] || ownDatabase
  const current = await openDatabase(database, {
    warm: (store) => warm(appOver(onlyStore(store))),
    forget: answers.forget,
  })
  const listening = await openSocket(appOver(current), host, port).catch(async (error) => {
    await current.close()
    throw error
  })
  const stop = async () => {
    await listening.close()
    await rasterizer.close()
    await current.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  if (!existsSync(join(pagesFolder, indexFile)))
    process.stderr.write(
      process.env['PAGES']
        ? `PAGES=${pagesFolder} 里没有 ${indexFile}，请检查路径（API 可用）\n`
        : `${notBuilt}（API 可用）\n`,
    )
  process.stdout.write(`有据已就绪：http://${addressOf(host)}:${listening.port}\n`)
}

const addressOf = (host = 'localhost') => (host.includes(':') ? `[${host}]` : host)

try {
  await main()
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
