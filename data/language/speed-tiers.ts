import type { Lexicon } from './lexicon.ts'
import { type IndicatorToken, nameOf } from './token.ts'

/**
 * Broadband users by the speed of their access, however a text puts it: 速率在100Mbps及以上的固定互联网宽带接入用户,
 * 1000Mbps及以上的, 1000M以上接入速率用户. Not ports, packages or networks of that speed.
 */
const tier =
  /(?:(?:接入|下行|网络)?(?:速率|带宽)(?:在|达到|达|为)?)?(?:(?<speed>1000?)m(?:bps|bit\/s|b\/s)?|(?<word>[百千])兆)(?:及以上|以上)的?(?:接入)?(?:速率)?的?(?:固定)?(?:互联网)?(?:宽带)?(?:接入)?(?:用户(?:总数|数|规模)?|者)?(?!(?:的|接入|速率)*(?:光纤|端口|套餐|小区|网络|光网|城市|家庭|固定|互联网|宽带|[\u4e00-\u9fff]{0,4}端口))/y
/** What a tier may begin with. */
export const tierFirst = new Set('接下网速带1百千')
/** A name of each tier that the catalogue has. */
const [hundred, thousand] = ['100mbps及以上用户', '1000mbps及以上用户']
const names: Readonly<Record<string, string>> = { 100: hundred, 百: hundred, 1000: thousand, 千: thousand }

/** The users of a speed tier that are named at `start`. */
export function scanSpeedTier(text: string, start: number, lexicon: Lexicon): IndicatorToken | undefined {
  if (!tierFirst.has(text[start] ?? '')) return undefined
  tier.lastIndex = start
  const { speed, word } = tier.exec(text)?.groups ?? {}
  const entry = lexicon.find(names[speed ?? word ?? ''] ?? '')
  return entry && nameOf(entry, { start, end: tier.lastIndex })
}
