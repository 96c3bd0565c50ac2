import { connect } from 'node:net'

/*
 * Asks one question after the other on each of so many connections, for so long, and prints what came of it as JSON.
 * A process of its own, on bare sockets, so that it takes as little as can be from the server that it measures.
 * usage: load.ts PORT CONNECTIONS SECONDS < paths
 */

const [port, connections, seconds] = process.argv.slice(2).map(Number)
const paths = (await new Response(process.stdin as unknown as ReadableStream).text()).split('\n')
let next = 0
let answered = 0
let bytes = 0
const until = performance.now() + 1000 * (seconds ?? 1)
const waits: number[] = []

const headEnd = Buffer.from('\r\n\r\n')

/** The length of the first whole answer in the buffer; undefined while it is not whole. */
function wholeOf(buffer: Buffer): number | undefined {
  const end = buffer.indexOf(headEnd)
  if (end < 0) return undefined
  const head = buffer.toString('latin1', 0, end)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`${head}\n${buffer.toString('utf8', end)}`)
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) {
    const whole = end + 4 + Number(length)
    return buffer.length >= whole ? whole : undefined
  }
  return buffer.subarray(-5).toString('latin1') === '0\r\n\r\n' ? buffer.length : undefined
}

const askOn = () =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(port ?? 0, '127.0.0.1')
    let parts: Buffer[] = []
    let asked = 0
    const ask = () => {
      asked = performance.now()
      if (asked > until) {
        socket.destroy()
        return resolve()
      }
      socket.write(`GET ${paths[next++ % paths.length]} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    }
    socket.setNoDelay(true).on('connect', ask).on('error', reject)
    socket.on('data', (data) => {
      parts.push(data)
      try {
        const whole = wholeOf(parts.length === 1 ? data : Buffer.concat(parts))
        if (whole === undefined) return
        answered++
        bytes += whole
        waits.push(performance.now() - asked)
        parts = []
        ask()
      } catch (error) {
        reject(error)
      }
    })
  })

const began = performance.now()
await Promise.all(Array.from({ length: connections ?? 1 }, askOn))
const took = (performance.now() - began) / 1000
const { user, system } = process.cpuUsage()
waits.sort((a, b) => a - b)
const result = {
  answered,
  perSecond: answered / took,
  bytes: bytes / answered,
  processor: (user + system) / 1000 / answered,
  median: waits[waits.length >> 1],
  isRepeating: next > paths.length,
}
process.stdout.write(JSON.stringify(result))
