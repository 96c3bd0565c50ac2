import type { Feed } from '#data/catalog/feed.ts'
import type { Surroundings } from '../surroundings.ts'
import { FetchFailure } from './fetch-failure.ts'
import { type Answer, request } from './request.ts'
import { agent } from './robots.ts'

/** Asks for an address, not sooner after the last request to its host than `delay` seconds and the pause of the feed. */
type Ask = (url: URL, headers?: Readonly<Record<string, string>>, delay?: number) => Promise<Answer>

const attempts = 3
/** The longest, in milliseconds, that a host may make us wait within a visit. */
export const patience = 120_000
/** What may be otherwise a little later. */
export const passing = new Set([408, 425, 429, 500, 502, 503, 504])
const headers = { 'user-agent': `${agent} (official statistics with their evidence)`, accept: '*/*' }

/**
 * Asks again, and later each time, where that may help.
 * @param asked when each host was last asked, in milliseconds.
 */
export function createAsk(feed: Feed, asked: Map<string, number>, surroundings: Surroundings): Ask {
  const { now, sleep, signal } = surroundings

  async function askOnce(url: URL, sent: Readonly<Record<string, string>>): Promise<Answer | FetchFailure> {
    try {
      return await request(url, { headers: { ...headers, ...sent }, limits: feed.limits, signal })
    } catch (error) {
      if (error instanceof FetchFailure) return error
      throw error
    } finally {
      asked.set(url.host, now().getTime())
    }
  }

  async function pause(host: string, delay: number): Promise<void> {
    const last = asked.get(host) ?? Number.NEGATIVE_INFINITY
    const wait = last + 1000 * Math.max(feed.pauseSeconds, delay) - now().getTime()
    if (wait > 0) await sleep(wait)
  }

  return async (url, sent = {}, delay = 0) => {
    for (let attempt = 1; ; attempt++) {
      await pause(url.host, delay)
      const said = await askOnce(url, sent)
      if (!(said instanceof FetchFailure) && !passing.has(said.status)) return said
      await sleep(waitAfter(said, { attempt, pause: 1000 * feed.pauseSeconds, now: now() }))
    }
  }
}

interface Trying {
  readonly attempt: number
  readonly pause: number
  readonly now: Date
}

/**
 * How long to wait, in milliseconds, before asking again.
 * @throws FetchFailure where that is of no use.
 */
function waitAfter(said: Answer | FetchFailure, { attempt, pause, now }: Trying): number {
  const backOff = pause * 2 ** attempt
  if (said instanceof FetchFailure) {
    if (said.again && attempt < attempts) return backOff
    throw said
  }
  const wished = readRetryAfter(said.headers['retry-after'], now)
  const wait = wished ?? backOff
  if (attempt < attempts && wait <= patience) return wait
  const notBefore = wished === undefined ? undefined : new Date(now.getTime() + wished)
  throw new FetchFailure(`答 ${said.status}`, { notBefore })
}

/** What `Retry-After` says, seconds or a day and time, in milliseconds from now; undefined where it says nothing. */
function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  if (/^\s*\d+\s*$/.test(header)) return 1000 * Number(header)
  const time = Date.parse(header)
  return Number.isNaN(time) ? undefined : Math.max(0, time - now.getTime())
}
