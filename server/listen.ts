import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { answerUnparsed } from './answer-unparsed.ts'

/** A server that takes requests. */
export interface Listening {
  readonly port: number
  /** Takes no new request, lets the running ones end, for fifteen seconds at most. */
  close(): Promise<void>
}

interface Place {
  /** Undefined is this machine only, by both of its addresses. */
  readonly host: string | undefined
  /** 0 takes any that is free. */
  readonly port: number
}

/** `localhost` is 127.0.0.1 for some programs and ::1 for others. */
const loopback = ['127.0.0.1', '::1'] as const

/**
 * Serves an app.
 * @throws the error of the socket, when the address is taken or not ours.
 */
export async function listen(
  fetch: Parameters<typeof getRequestListener>[0],
  place: Place,
): Promise<Listening> {
  const listener = getRequestListener(fetch)
  const create = () => createServer(listener).on('clientError', answerUnparsed)
  const [first, second] = place.host === undefined ? loopback : [place.host]
  const server = await open(create(), first, place.port)
  const { port } = server.address() as AddressInfo
  const servers = [server]
  try {
    if (second !== undefined) servers.push(await open(create(), second, port))
  } catch (error) {
    if (!hasNoSuchAddress(error)) {
      await shut(server)
      throw error
    }
  }
  return { port, close: async () => void (await Promise.all(servers.map(shut))) }
}

const hasNoSuchAddress = (error: unknown) =>
  error instanceof Error && 'code' in error && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(error.code))

function open(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

/** Longer than a question may take. */
const patience = 15_000

function shut(server: Server): Promise<void> {
  const giveUp = setTimeout(() => server.closeAllConnections(), patience)
  // A connection whose last answer has been sent would else be kept for the next question.
  const letGo = setInterval(() => server.closeIdleConnections(), 50)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(giveUp)
      clearInterval(letGo)
      resolve()
    })
  })
}
