import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { createAnswerCache } from '#server/answer-cache.ts'
import { createApp } from '#server/app.ts'
import { onlyStore, openCurrentStore } from '#server/current-store.ts'
import { listen } from '#server/listen.ts'
import { defaultSettings } from '#server/settings.ts'
import { warm } from '#server/warm.ts'
import { buildDatabase } from '../support/built-database.ts'
import { buildPages } from '../support/built-pages.ts'
import { type Measured, measure } from './load.ts'

/** Repeated answers over a socket, against the yardstick: a route of Hono alone that sends the same bytes. */
const least = 0.5
const connections = 8
const seconds = 1
/** Taken in turn, so that what else runs on the machine slows both alike; the median of each counts. */
const rounds = 5

const paths = ['/api/v1/series?indicator=software_revenue&basis=cumulative', '/api/v1/latest', '/']
const accepted = ['identity', 'br']

if (process.send) await serve()
else await compare()

/** The server, in a process of its own as in use: the product on one port, the yardstick on another. */
async function serve(): Promise<void> {
  const answers = createAnswerCache(defaultSettings.answerBytes)
  const pagesFolder = await buildPages()
  const over = (current: Parameters<typeof createApp>[0]['current']) =>
    createApp({ current, pagesFolder, answers })
  const current = await openCurrentStore(await buildDatabase(), {
    warm: (store) => warm(over(onlyStore(store))),
    forget: answers.forget,
  })
  const app = over(current)
  const bare = new Hono()
  for (const [at, path] of paths.entries()) {
    for (const encoding of accepted) {
      const answer = await app.request(path, { headers: { 'Accept-Encoding': encoding } })
      const body = new Uint8Array(await answer.arrayBuffer())
      const type = answer.headers.get('Content-Type') ?? ''
      const headers = {
        'Content-Type': type,
        'Content-Encoding': answer.headers.get('Content-Encoding') ?? 'identity',
      }
      bare.get(`/${at}/${encoding}`, (c) => c.body(body, 200, headers))
    }
  }
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.(user + system)
  })
  const place = { host: '127.0.0.1', port: 0 }
  process.send?.([(await listen(app.fetch, place)).port, (await listen(bare.fetch, place)).port])
}

interface Round extends Measured {
  /** Microseconds of the server's processor time an answer. */
  readonly cost: number
}

async function compare(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), { execArgv: ['--import', 'tsx'] })
  const [product, yardstick] = await replyOf<[product: number, yardstick: number]>(server)
  const round = async (port: number, path: string, encoding: string): Promise<Round> => {
    const before = await processorTime(server)
    const load = { port, paths: [path], connections, seconds, headers: { 'Accept-Encoding': encoding } }
    const measured = await measure(load)
    return { ...measured, cost: ((await processorTime(server)) - before) / measured.answers }
  }
  print(`\nrepeated answers, ${connections} connections, beside a bare Hono route with the same bytes\n`)
  let worst = Number.POSITIVE_INFINITY
  for (const [at, path] of paths.entries()) {
    for (const encoding of accepted) {
      const ours: Round[] = []
      const bare: Round[] = []
      for (let time = 0; time < rounds; time++) {
        ours.push(await round(product, path, encoding))
        bare.push(await round(yardstick, `/${at}/${encoding}`, encoding))
      }
      const share = middle(ours, 'rate') / middle(bare, 'rate')
      const cost = middle(ours, 'cost') / middle(bare, 'cost')
      worst = Math.min(worst, share)
      print(
        `${share.toFixed(2)} of the answers a second, ${cost.toFixed(2)} times the processor time: ${path} ${encoding}, ${middle(ours, 'size')} bytes, ${middle(ours, 'rate').toFixed(0)}/s, median ${middle(ours, 'median').toFixed(2)} ms; bare ${middle(bare, 'rate').toFixed(0)}/s`,
      )
    }
  }
  server.kill()
  print(`\nat worst ${worst.toFixed(2)} of the bare route (at least ${least})`)
  if (worst < least) print('too slow, unless something else ran beside it')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function processorTime(server: ChildProcess): Promise<number> {
  const reply = replyOf<number>(server)
  server.send('processor time')
  return reply
}

function replyOf<Reply>(server: ChildProcess): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) => reject(new Error(`the server ended with ${code}`))
    server.once('exit', fail)
    server.once('message', (reply) => {
      server.off('exit', fail)
      resolve(reply as Reply)
    })
  })
}

function middle(rounds: readonly Round[], name: keyof Round): number {
  const sorted = rounds.map((round) => round[name]).sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
