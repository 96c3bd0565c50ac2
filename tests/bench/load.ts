import { fork } from 'node:child_process'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'

const thisFile = fileURLToPath(import.meta.url)

/** What is asked of a server, again and again. */
export interface Load {
  readonly port: number
  /** Asked in turn by all connections together; each may be asked only once. */
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly connections: number
  /** Counted, after a tenth as long that is not. */
  readonly seconds: number
}

export interface Measured {
  /** All that were given, those of the beginning too. */
  readonly answers: number
  /** Answers a second. */
  readonly rate: number
  /** Milliseconds from question to answer: the median, and what one in a hundred takes longer than. */
  readonly median: number
  readonly p99: number
  /** Bytes of an answer's body, on average. */
  readonly size: number
}

/**
 * Asks over keep-alive connections, each again as soon as it is answered, from a process of its own, so that asking
 * costs the server nothing.
 * @throws when an answer is not 200.
 */
export function measure(load: Load): Promise<Measured> {
  const child = fork(thisFile, { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('message', (measured) => resolve(measured as Measured))
    child.once('exit', (code) => code && reject(new Error(`the load ended with ${code}`)))
    child.send(load)
  })
}

if (process.argv[1] === thisFile) {
  process.once('message', async (load) => {
    process.send?.(await run(load as Load))
    process.disconnect()
  })
}

interface Tally {
  times: number[]
  bytes: number
}

async function run({ port, paths, headers = {}, connections, seconds }: Load): Promise<Measured> {
  const lines = Object.entries({ Host: `localhost:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  let asked = 0
  const next = () => requests[asked++ % requests.length] ?? ''
  const ended = { at: Number.POSITIVE_INFINITY }
  let tally: Tally = { times: [], bytes: 0 }
  let answers = 0
  const running = Array.from({ length: connections }, () =>
    askOn(port, next, (time, bytes) => {
      answers++
      tally.times.push(time)
      tally.bytes += bytes
      return performance.now() < ended.at
    }),
  )
  await sleep(seconds / 10)
  tally = { times: [], bytes: 0 }
  const start = performance.now()
  ended.at = start + 1000 * seconds
  await Promise.all(running)
  const { times, bytes } = tally
  const sorted = Float64Array.from(times).sort()
  return {
    answers,
    rate: (1000 * times.length) / (performance.now() - start),
    median: sorted[sorted.length >> 1] ?? Number.NaN,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    size: bytes / times.length,
  }
}

const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds))

/** Asks on one connection until `onAnswer`, told the milliseconds and the bytes of the body, says to stop. */
function askOn(
  port: number,
  next: () => string,
  onAnswer: (time: number, bytes: number) => boolean,
): Promise<void> {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  return new Promise((resolve, reject) => {
    let asked = 0
    let reader = createReader()
    const ask = () => {
      reader = createReader()
      asked = performance.now()
      socket.write(next())
    }
    const take = (chunk: Buffer) => {
      const bytes = reader(chunk)
      if (bytes === undefined) return
      if (onAnswer(performance.now() - asked, bytes)) return ask()
      socket.destroy()
      resolve()
    }
    socket.on('data', (chunk) => {
      try {
        take(chunk)
      } catch (error) {
        reject(error)
      }
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('the server hung up')))
    socket.once('connect', ask)
  })
}

/** Takes the bytes of one answer as they come; gives the length of its body once it is whole. */
function createReader() {
  let head = ''
  let body: number | undefined
  let missing = 0
  return (chunk: Buffer): number | undefined => {
    let come = chunk.length
    if (body === undefined) {
      const before = head.length
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return undefined
      body = lengthOf(head.slice(0, end))
      missing = body
      come = before + chunk.length - end - 4
    }
    missing -= come
    return missing > 0 ? undefined : body
  }
}

function lengthOf(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) throw new Error(`answered by\n${head}`)
  return Number(length)
}
