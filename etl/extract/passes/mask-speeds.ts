import type { Catalog } from '#data/catalog/catalog.ts'
import { isWord, type Quantity, type Token, wordOf } from '#data/language/token.ts'
import type { Source } from './pass.ts'

/**
 * Turns speeds that belong to a name back into words: 50Mbps及以上用户 are not the users, and their number is not
 * what is counted.
 */
export function maskSpeeds(tokens: readonly Token[], { text, lexicon }: Source): Token[] {
  const { units } = lexicon.catalog
  const named: Token[] = []
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    if (isScope(tokens[at - 1], token, text)) {
      named[named.length - 1] = wordOf('transparent', { start: tokens[at - 1]?.start ?? 0, end: token.end })
      return
    }
    const last = named.at(-1)
    const isSpeed = isNaming(token, next, units) || (token.kind === 'text' && beginsWithSpeed(text, token))
    if (isSpeed) named.push({ kind: 'text', speed: true, start: token.start, end: token.end })
    else if (token.kind === 'text' && last?.kind === 'text' && last.end === token.start)
      named[named.length - 1] = { ...last, end: token.end }
    else named.push(token)
  })
  return named
}

/** 500万元以上项目: which are counted, not how much. */
const isScope = (before: Token | undefined, { start, end }: Token, text: string) =>
  before?.kind === 'quantity' &&
  before.unit === '元' &&
  before.qualifier === '>' &&
  before.end === start &&
  text.slice(start, end) === '项目'

/** A speed that a noun runs on from. */
function isNaming(token: Token, next: Token | undefined, units: Catalog['units']): boolean {
  if (token.kind !== 'quantity' || next?.start !== token.end) return false
  const isUser = next.kind === 'indicator' || isWord(next, 'carrier')
  if (isGigabyte(token)) return isUser
  const isNoun = isUser || next.kind === 'text' || isWord(next, 'of') || isWord(next, 'transparent')
  return isSpeedUnit(token, units) && isNoun
}

/** 1G以上 is read as gigabytes. */
const isGigabyte = ({ scale, unit }: Quantity) => scale === '' && unit === 'GB'
const isSpeedUnit = ({ scale, unit }: Quantity, units: Catalog['units']) =>
  scale === '' && units.get('Gbps')?.words[unit] !== undefined

/** 50M以上, with a letter that is no unit. */
function beginsWithSpeed(text: string, { start }: Token): boolean {
  speed.lastIndex = start
  return speed.test(text)
}

const speed = /\d+(?:\.\d+)?(?:[mgt]bps|m|g及?以上)/y
