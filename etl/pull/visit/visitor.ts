import type { Feed } from '#data/catalog/feed.ts'
import type { Surroundings } from '../surroundings.ts'
import { createAsk, passing, patience } from './ask.ts'
import { FetchFailure } from './fetch-failure.ts'
import { isPrivateHost } from './private-addresses.ts'
import type { Answer } from './request.ts'
import { type Robots, readRobots } from './robots.ts'

/** By which a host tells whether something has changed. */
export interface Validators {
  readonly etag?: string | undefined
  readonly modified?: string | undefined
}

export interface Fetched {
  readonly kind: 'fetched'
  /** Where it was in the end. */
  readonly url: string
  readonly body: Uint8Array
  /** text/html, without its parameters. */
  readonly type: string
  readonly validators: Validators
  /** Where it has moved for good. */
  readonly moved: string | undefined
}

export interface Visitor {
  /**
   * Fetches an address of the feed politely, unless it is as it was.
   * @throws FetchFailure with the reason; what the signal says when it stops.
   */
  visit(address: string, known?: Validators): Promise<Fetched | { readonly kind: 'unchanged' }>
}

/** What is known of hosts, for all feeds of a round. */
export interface Hosts {
  /** When each was last asked, in milliseconds. */
  readonly asked: Map<string, number>
  readonly robots: Map<string, Promise<Robots>>
}

export const newHosts = (): Hosts => ({ asked: new Map(), robots: new Map() })

const mostHops = 5
const redirects = new Set([301, 302, 303, 307, 308])
const forGood = new Set([301, 308])

/** Visits the hosts of a feed, and no others. */
export function createVisitor(feed: Feed, { asked, robots }: Hosts, surroundings: Surroundings): Visitor {
  const ask = createAsk(feed, asked, surroundings)

  async function visit(address: string, known: Validators = {}) {
    let url = checkAddress(address, feed)
    let moved: string | undefined
    for (let hop = 0; hop <= mostHops; hop++) {
      const answer = await askAllowed(url, conditions(known))
      if (answer.status === 304) return { kind: 'unchanged' } as const
      if (answer.status === 200) return { ...toFetched(url, answer), moved }
      url = checkAddress(targetOf(answer, url), feed)
      if (forGood.has(answer.status)) moved = url.href
    }
    throw new FetchFailure(`转了 ${mostHops} 次还没有到`)
  }

  async function askAllowed(url: URL, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const { isAllowed, delay } = await robotsOf(url)
    if (!isAllowed(url)) throw new FetchFailure('robots.txt 不许取')
    if (1000 * delay > patience) throw new FetchFailure(`robots.txt 要求每次间隔 ${delay} 秒，不取`)
    return ask(url, headers, delay)
  }

  function robotsOf({ origin }: URL): Promise<Robots> {
    const reading = robots.get(origin) ?? readRobots(origin, fetchRobots)
    robots.set(origin, reading)
    return reading
  }

  async function fetchRobots(url: URL): Promise<string | undefined> {
    const { status, body } = await ask(url)
    if (passing.has(status)) throw new FetchFailure(`答 ${status}`)
    return status === 200 ? new TextDecoder().decode(body) : undefined
  }

  return { visit }
}

/**
 * An address that may be asked.
 * @throws FetchFailure for any other.
 */
function checkAddress(address: string, { hosts, url: start }: Feed): URL {
  if (!URL.canParse(address)) throw new FetchFailure(`地址 ${address} 有误`)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchFailure(`${url.protocol} 不是网页地址，不取`)
  if (url.username || url.password) throw new FetchFailure('地址里有用户名，不取')
  if (!hosts.includes(url.host)) throw new FetchFailure(`主机 ${url.host} 不在 hosts 中，不取`)
  if (isPrivateHost(url) && !isPrivateHost(new URL(start)))
    throw new FetchFailure(`${url.host} 是内部地址，不取`)
  url.hash = ''
  return url
}

/** Where an answer sends us; a failure where it sends us nowhere. */
function targetOf({ status, headers }: Answer, from: URL): string {
  const { location } = headers
  if (!redirects.has(status) || location === undefined) throw new FetchFailure(`答 ${status}`)
  return URL.canParse(location, from) ? new URL(location, from).href : location
}

const conditions = ({ etag, modified }: Validators) => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(modified === undefined ? {} : { 'if-modified-since': modified }),
})

const toFetched = ({ href }: URL, { headers, body }: Answer): Omit<Fetched, 'moved'> => ({
  kind: 'fetched',
  url: href,
  body,
  type: headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '',
  validators: { etag: headers.etag, modified: headers['last-modified'] },
})
