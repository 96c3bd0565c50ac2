import robotsParser from 'robots-parser'
import { FetchFailure } from './fetch-failure.ts'

/** As robots.txt may name us. */
export const agent = 'youju'

/** What a host lets us do. */
export interface Robots {
  isAllowed(url: URL): boolean
  /** Seconds between two requests that it asks for. */
  readonly delay: number
}

const allowAll: Robots = { isAllowed: () => true, delay: 0 }

/**
 * The rules of a host, as RFC 9309 has it: without a robots.txt everything is allowed, with one out of reach nothing.
 * @param fetchText gives robots.txt, undefined where there is none.
 */
export async function readRobots(
  origin: string,
  fetchText: (url: URL) => Promise<string | undefined>,
): Promise<Robots> {
  const url = new URL('/robots.txt', origin)
  const text = await fetchText(url).catch((error: unknown) => {
    if (!(error instanceof FetchFailure)) throw error
    throw new FetchFailure(`robots.txt 取不到（${error.message}），不取`, { notBefore: error.notBefore })
  })
  if (text === undefined) return allowAll
  const rules = robotsParser(url.href, text)
  return {
    isAllowed: ({ href }) => rules.isAllowed(href, agent) ?? true,
    delay: rules.getCrawlDelay(agent) ?? 0,
  }
}
