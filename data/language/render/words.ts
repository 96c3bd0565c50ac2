import { afterQualifiers } from '../scanned-number.ts'
import comparisons from '../vocabulary/comparisons.json' with { type: 'json' }
import directions from '../vocabulary/directions.json' with { type: 'json' }
import lists from '../vocabulary/lists.json' with { type: 'json' }
import nouns from '../vocabulary/nouns.json' with { type: 'json' }
import particles from '../vocabulary/particles.json' with { type: 'json' }
import qualifiers from '../vocabulary/qualifiers.json' with { type: 'json' }
import statuses from '../vocabulary/statuses.json' with { type: 'json' }

/** A word that the grammar reads in this sense: what is written can be read back. */
function from(list: readonly string[], word: string): string {
  if (!list.includes(word)) throw new Error(`「${word}」不在词表中：${list.join('、')}`)
  return word
}

/** The words of which sentences are made, each out of the list by which it is read. */
export const words = {
  grows: from(directions.up, '增长'),
  falls: from(directions.down, '下降'),
  increases: from(directions.up, '增加'),
  decreases: from(directions.down, '减少'),
  rises: from(directions.up, '提高'),
  slows: from(directions.down, '回落'),
  widens: from(directions.up, '扩大'),
  narrows: from(directions.down, '收窄'),
  above: from(directions.up, '高'),
  below: from(directions.down, '低'),
  adds: from(directions.netUp, '净增'),
  loses: from(directions.netDown, '净减'),
  level: from(directions.level, '持平'),
  nearlyLevel: `基本${from(directions.level, '持平')}`,
  onYear: from(comparisons.yearAgo, '同比'),
  thanLastYear: from(comparisons.yearAgo, '比上年'),
  overLastYear: from(comparisons.yearAgo, '较上年'),
  overSamePeriod: from(comparisons.yearAgo, '较上年同期'),
  thanYearEnd: from(comparisons.yearEnd, '比上年末'),
  overYearEnd: from(comparisons.yearEnd, '较上年末'),
  onMonth: from(comparisons.monthAgo, '环比'),
  over: from(comparisons.than, '较'),
  than: from(comparisons.than, '比'),
  same: from(comparisons.same, '同期'),
  growth: from(nouns.growth, '增速'),
  decline: from(nouns.decline, '降幅'),
  takes: from(lists.opensWhole, '占'),
  share: from(nouns.share, '比重'),
  shareAlone: from(nouns.share, '占比'),
  pulls: from(nouns.contribution, '拉动'),
  is: from(particles.particle, '为'),
  reaches: from(particles.particle, '达'),
  of: from(particles.of, '的'),
  respectively: from(lists.respectively, '分别'),
  and: from(lists.and, '和'),
  comma: from(lists.and, '、'),
  all: '均为',
  aims: from(statuses.target, '力争'),
  until: from(statuses.until, '到'),
  expected: from(statuses.expected, '预计'),
  preliminary: from(statuses.preliminary, '初步核算'),
  about: from(qualifiers['~'], '约'),
  aboutAfter: from(Object.keys(afterQualifiers), '左右'),
  moreThan: from(qualifiers['>'], '超'),
  exceeds: from(qualifiers['>'], '超过'),
  nearly: from(qualifiers['<'], '近'),
  atLeastCounted: from(qualifiers['>='], '不少于'),
  atLeastMeasured: from(qualifiers['>='], '不低于'),
  atMost: from(qualifiers['<='], '不超过'),
} as const

export const isShareWord = (word: string) => nouns.share.includes(word)
