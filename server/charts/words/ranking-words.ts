import { groupBy } from '#data/model/group-by.ts'
import type { Language } from '#data/model/language.ts'
import { derivedWord } from '#data/wording/derived-names.ts'
import { listOf } from '#data/wording/list-text.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartWords } from '../chart-kind.ts'
import { breakClause, breakLine, measuresBreak } from '../points/breaks.ts'
import {
  addsUp,
  breaksSince,
  growthOf,
  isMixed,
  type Ranked,
  type Row,
  rank,
  whenOf,
} from '../points/ranked.ts'
import { footOf } from './foot.ts'
import { rankedLabels } from './number-labels.ts'
import { oddityLine, oddityReason } from './oddity-words.ts'
import { compilationsIn, sentence, subjectsOf, subtitleOf, withCompilation } from './words.ts'

const everywhere = { zh: '各地区', en: ' by region' }

const latestWords = { zh: '各省最新', en: 'latest of each' }

/** The words of a comparison of regions: in one period, or each at its own latest. */
export function describeRanking(data: ChartData): ChartWords {
  const { language, series } = data
  const ranked = rank(data)
  const subject = subjectsOf(series, language)
  const title = language === 'zh' ? everywhere.zh + subject : subject + everywhere.en
  if (!ranked) return { title, subtitle: '', foot: [], sentence: '' }
  return {
    title,
    subtitle: subtitleOf([
      whenIn(data, ranked),
      ...compilationsIn(series, language),
      rankedLabels(ranked, language).unit,
    ]),
    foot: [
      ...oldLine(data, ranked),
      ...otherSideLines(data, ranked),
      ...notesLines(data),
      ...growthLines(data, ranked),
      ...oddGrowthLines(data, ranked),
      ...footOf(data, everyRow(ranked)),
    ],
    sentence: sentenceOf(data, ranked),
  }
}

export const everyRow = ({ rows, nation }: Ranked) => (nation ? [...rows, nation] : rows)

function whenIn(data: ChartData, ranked: Ranked): string {
  const when = whenOf(data, ranked.period)
  if (!isMixed(ranked)) return when
  const { language } = data
  return language === 'zh' ? `${latestWords.zh}，截至${when}` : `${latestWords.en}, to ${when}`
}

function oldLine({ language }: ChartData, ranked: Ranked): string[] {
  if (!isMixed(ranked)) return []
  const newest = formatPeriod(ranked.period, language)
  return language === 'zh'
    ? [`各地区时期不同，逐行注明；早于${newest}的色浅，名次仅供参考`]
    : [
        `Regions are of different periods, each named; those before ${newest} are paler, ranks are a hint only`,
      ]
}

/** What stands under tiles of different periods. */
export function oldTilesLine({ language }: ChartData, ranked: Ranked): string[] {
  if (!isMixed(ranked)) return []
  const newest = formatPeriod(ranked.period, language)
  return language === 'zh'
    ? [`各地区时期不同，见方格提示与数据表；早于${newest}的色浅并画斜线`]
    : [
        `Regions are of different periods, named when pointed at and in the table; those before ${newest} are paler and hatched`,
      ]
}

/** Who stands before a declared change of 口径 that the newest is after, by change. */
function otherSideLines({ language }: ChartData, ranked: Ranked): string[] {
  const found = everyRow(ranked).flatMap((row) =>
    breaksSince(ranked, row).map((each) => ({ row, line: breakLine(each, language) })),
  )
  return [...groupBy(found, ({ line }) => line)].flatMap(([line, before]) => {
    const names = before.map(({ row }) => row.series.region.name[language])
    return [
      line,
      language === 'zh'
        ? `口径调整以前的（${names.length}，空心）不可与其余比较：${names.join('、')}`
        : `Before that break (${names.length}, hollow), not to be compared with the others: ${names.join(', ')}`,
    ]
  })
}

/** What to beware of in the levels of an indicator at any time. */
function notesLines({ series, language }: ChartData): string[] {
  const [first] = series
  if (!first || !measuresBreak(first)) return []
  return first.indicator.notes.filter(({ since }) => !since).map((note) => beware[language] + note[language])
}

const beware = { zh: '口径：', en: 'Scope: ' }

/** The first three, the last, and the nation. */
function sentenceOf(data: ChartData, ranked: Ranked): string {
  const { language, series } = data
  const { few, first, last, whole } = saidRows(data, ranked)
  const when = isMixed(ranked) ? latestWords[language] : whenOf(data, ranked.period)
  const what = subjectsOf(series.map(withCompilation), language)
  const count = ranked.rows.length
  const caution = breakClause(
    everyRow(ranked).flatMap((row) => breaksSince(ranked, row)),
    language,
  )
  if (language === 'zh') {
    const ends = last === '' ? '' : `，${count}个有数据的地区中最低的是${last}`
    return sentence(
      `${when}，${what}从高到低${few ? '依次' : '居前'}为${first}${ends}${[whole, caution]
        .filter(Boolean)
        .map((clause) => `；${clause}`)
        .join('')}`,
      language,
    )
  }
  const ends = last === '' ? '' : `; the lowest of ${count} regions with data is ${last}`
  return sentence(
    `${what}, ${when}, from the highest: ${first}${ends}${[whole, caution]
      .filter(Boolean)
      .map((clause) => `; ${clause}`)
      .join('')}`,
    language,
  ).trim()
}

/** Whose growth nobody printed, and whose of that lies across a change of 口径. */
function growthLines(data: ChartData, ranked: Ranked): string[] {
  const { language } = data
  const grown = everyRow(ranked).flatMap((row) => growthOf(data, row) ?? [])
  const derived = grown.filter(({ point }) => point.derived)
  if (derived.length === 0 || grown.length * 2 < everyRow(ranked).length) return []
  const namesOf = (rows: readonly Row[]) =>
    rows.map(({ series }) => series.region.name[language]).join(language === 'zh' ? '、' : ', ')
  const words = growthWords[language]
  const printed = grown.filter(({ point }) => !point.derived)
  const isFew = derived.length * 2 <= grown.length
  const who = isFew ? words.few(namesOf(derived)) : words.most(namesOf(printed))
  const across = namesOf(derived.filter(({ point }) => point.derived?.isAcrossBreak))
  return [who + (across === '' ? '' : words.across(across))]
}

const growthWords = {
  zh: {
    few: (names: string) => `同比为公布值；${names}没有公布，为推算（与上年同期的数值相除）`,
    most: (names: string) =>
      `同比为推算（与上年同期的数值相除），不是公布值${names === '' ? '' : `；${names}为公布值`}`,
    across: (names: string) => `；跨口径调整的可能与公布的同比相差很大：${names}`,
  },
  en: {
    few: (names: string) => `Growth is as published; derived (level over that of a year before) for ${names}`,
    most: (names: string) =>
      `Growth is derived (level over that of a year before), not published${names === '' ? '' : `; as published for ${names}`}`,
    across: (names: string) => `; across a break in series, and perhaps far from published growth: ${names}`,
  },
}

/** Which growth beside the levels bears ※, and why. */
function oddGrowthLines(data: ChartData, ranked: Ranked): string[] {
  const rows = everyRow(ranked)
  const grown = rows.flatMap((row) => growthOf(data, row) ?? [])
  if (grown.length * 2 < rows.length) return []
  return oddityLine(grown, data.language, { zh: '同比', en: 'Growth: ' })
}

/** Each as `北京（11,070亿元）`, with its period where they differ. */
function saidRows({ language }: ChartData, ranked: Ranked) {
  const { rows, nation } = ranked
  const labels = rankedLabels(ranked, language)
  const mixed = isMixed(ranked)
  const say = (row: Row) => {
    const said = [
      mixed ? formatPeriod(row.point.period, language) : '',
      labels.say(row),
      isStandIn(row) ? derivedWord[language] : '',
      oddityReason(row.point, language),
    ].filter(Boolean)
    const name = row.series.region.name[language]
    return language === 'zh' ? `${name}（${said.join('，')}）` : `${name} (${said.join(', ')})`
  }
  const few = rows.length <= 5
  return {
    few,
    first: listOf((few ? rows : rows.slice(0, 3)).map(say), language),
    last: few ? '' : rows.slice(-1).map(say).join(''),
    whole: nation ? say(nation) : '',
  }
}

/** Where nobody printed a level and a derived one stands among printed ones. */
const isStandIn = ({ series: { transform = 'none' }, point }: Row) =>
  transform === 'none' && point.derived !== null

/** `前三位合计占48%`: of a nation that the regions add up to, where the digits make the whole percent certain; else empty. */
export function topShareText(ranked: Ranked, language: Language): string {
  const { rows, nation } = ranked
  if (!nation || !addsUp(nation.series) || isMixed(ranked) || rows.length < 8) return ''
  const top = rows.slice(0, 3)
  const shareOf = (end: 'low' | 'high', whole: 'low' | 'high') => {
    const parts = top.map(({ point }) => point[end])
    const total = nation.point[whole]
    if (total === null || parts.includes(null)) return undefined
    return Math.round((100 * parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)) / total)
  }
  const [least, most] = [shareOf('low', 'high'), shareOf('high', 'low')]
  if (least === undefined || least !== most || least > 100) return ''
  return language === 'zh' ? `前三位合计占${least}%` : `top three ${least}%`
}
