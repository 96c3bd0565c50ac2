import type { Lexicon } from '#data/language/lexicon.ts'
import type { RegionToken, Token } from '#data/language/token.ts'
import { endOfList } from '../find-run.ts'
import type { Source } from './pass.ts'

/**
 * Makes one place of the leaders that are told together: 「居前5名的北京、广东、江苏、山东、浙江共完成19432亿元」
 * is of the five taken as one, not of each.
 */
export function groupTopN(tokens: readonly Token[], { text, lexicon }: Source): Token[] {
  const gathered: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const end = endOfList(tokens, at, isRegion)
    const list = tokens.slice(at, end)
    const group = groupOf(list.filter(isRegion), text, lexicon)
    for (const token of group ? [group] : list) gathered.push(token)
    at = end
  }
  return gathered
}

const isRegion = (token: Token | undefined): token is RegionToken => token?.kind === 'region'

/** As far around the list its words may reach. */
const reach = 20
const numerals = '一二三四五六七八九十'
const before = /前([\d一二三四五六七八九十]+)[名位]?的?(?:省份|省市|地区)?(?:为|是|有)?$/
const after = /^(?:等?[\d一二三四五六七八九十]*[个省市](?:份|市|\(市\)|\(区、市\))?)?(?:共|合计|总计)/

/** The group of so many leaders, where the catalogue knows one. */
function groupOf(members: readonly RegionToken[], text: string, lexicon: Lexicon): RegionToken | undefined {
  const [first, last] = [members[0], members.at(-1)]
  if (!first || !last || members.length < 2) return undefined
  if (!after.test(text.slice(last.end, last.end + reach))) return undefined
  const [, count = ''] = before.exec(text.slice(Math.max(0, first.start - reach), first.start)) ?? []
  const numeral = numerals[members.length - 1] ?? ''
  if (count !== numeral && count !== String(members.length)) return undefined
  const region = lexicon.find(`前${numeral}省市`)?.region
  return region === undefined
    ? undefined
    : { kind: 'region', codes: [region], start: first.start, end: last.end }
}
