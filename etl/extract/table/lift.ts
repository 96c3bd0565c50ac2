import {
  type IndicatorToken,
  isWord,
  type PeriodToken,
  type RegionToken,
  type Token,
} from '#data/language/token.ts'
import type { Roles } from '../roles.ts'
import { noNames } from '../roles-builder.ts'

/** The words of a heading, apart from those that name what it is compared with or a share of. */
export interface Lifted {
  readonly tokens: readonly Token[]
  readonly base: PeriodToken | undefined
  readonly whole: Roles['whole']
}

/** Takes 比2022年末 and 占软件业务收入 out of the words of a heading. */
export function lift(tokens: readonly Token[]): Lifted {
  const { rest, base } = liftBase(tokens)
  return { base, ...liftWhole(rest) }
}

function liftBase(tokens: readonly Token[]): { rest: readonly Token[]; base: PeriodToken | undefined } {
  const at = tokens.findIndex((token, i) => isWord(token, 'than') && tokens[i + 1]?.kind === 'period')
  const base = at < 0 ? undefined : tokens[at + 1]
  if (base?.kind !== 'period') return { rest: tokens, base: undefined }
  const end = isWord(tokens[at + 2], 'same') ? at + 3 : at + 2
  return { rest: [...tokens.slice(0, at), ...tokens.slice(end)], base }
}

const opens = (token: Token) => isWord(token, 'opensWhole') || isWord(token, 'contribution')

function liftWhole(tokens: readonly Token[]): Pick<Lifted, 'tokens' | 'whole'> {
  const opener = tokens.findIndex(opens)
  if (opener < 0 || !tokens.some((token) => isWord(token, 'share') || isWord(token, 'contribution')))
    return { tokens, whole: undefined }
  const behind = tokens.slice(opener + 1)
  const end = behind.findIndex((token) => isWord(token, 'share') || isWord(token, 'up'))
  const named = (end < 0 ? behind : behind.slice(0, end)).filter((token) => isName(token))
  if (named.length === 0) return { tokens, whole: undefined }
  const whole = {
    ...noNames(),
    indicators: named.filter(isIndicator),
    regions: named.filter(isRegion),
    home: named.find((token) => token.kind === 'home'),
    general: named.some((token) => isWord(token, 'whole')),
  }
  const isKept = (token: Token) => !named.includes(token) && !(token === tokens[opener] && isPlainIn(token))
  return { tokens: tokens.filter(isKept), whole }
}

const isIndicator = (token: Token): token is IndicatorToken => token.kind === 'indicator'
const isRegion = (token: Token): token is RegionToken => token.kind === 'region'
const isName = (token: Token) =>
  (isIndicator(token) && token.codes.length > 0) ||
  isRegion(token) ||
  token.kind === 'home' ||
  isWord(token, 'whole')

/** 在…中占比: 在 itself says nothing; 占 does. */
const isPlainIn = (token: Token) => !isWord(token, 'share') && !isWord(token, 'contribution')
