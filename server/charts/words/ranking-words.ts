import type { ChartData, ChartTable, ChartWords } from '../chart-kind.ts'
import { type Ranked, type Row, rank, whenOf } from '../points/ranked.ts'
import { footOf } from './foot.ts'
import { numberLabels } from './number-labels.ts'
import { cellOf } from './time-table.ts'
import { printedText } from './value-text.ts'
import { listOf, sentence, statusWords, subjectsOf, subtitleOf } from './words.ts'

const everywhere = { zh: '各地区', en: ' by region' }

/** The words of a comparison of regions in one period. */
export function describeRanking(data: ChartData): ChartWords {
  const { language, series } = data
  const ranked = rank(data)
  const subject = subjectsOf(series, language)
  const title = language === 'zh' ? everywhere.zh + subject : subject + everywhere.en
  if (!ranked) return { title, subtitle: '', foot: [], sentence: '', table: { columns: [], rows: [] } }
  const { period, rows, nation } = ranked
  const total = nation
    ? `${nation.series.region.name[language]}${language === 'zh' ? '' : ': '}${printedText(nation.point, nation.series, language)}`
    : ''
  return {
    title,
    subtitle: subtitleOf([whenOf(data, period), numberLabels(rows, language, 'wide').unit, total]),
    foot: footOf(data, nation ? [...rows, nation] : rows),
    sentence: sentenceOf(data, ranked),
    table: tableOf(data, ranked),
  }
}

/** The first three, the last, and the nation. */
function sentenceOf(data: ChartData, { period, rows, nation }: Ranked): string {
  const { language, series } = data
  const say = ({ series: each, point }: Row) => {
    const value = printedText(point, each, language)
    return language === 'zh' ? `${each.region.name.zh}（${value}）` : `${each.region.name.en} (${value})`
  }
  const [when, what] = [whenOf(data, period), subjectsOf(series, language)]
  const few = rows.length <= 5
  const first = listOf((few ? rows : rows.slice(0, 3)).map(say), language)
  const last = few ? '' : rows.slice(-1).map(say).join('')
  const whole = nation ? say(nation) : ''
  if (language === 'zh') {
    const ends = last === '' ? '' : `，${rows.length}个有数据的地区中最低的是${last}`
    return sentence(
      `${when}，${what}从高到低${few ? '依次' : '居前'}为${first}${ends}${whole === '' ? '' : `；${whole}`}`,
      language,
    )
  }
  const ends = last === '' ? '' : `; the lowest of ${rows.length} regions with data is ${last}`
  return sentence(
    `${what}, ${when}, from the highest: ${first}${ends}${whole === '' ? '' : `; ${whole}`}`,
    language,
  ).trim()
}

const headings = {
  zh: { rank: '位次', region: '地区', status: '状态', final: '正式' },
  en: { rank: 'Rank', region: 'Region', status: 'Status', final: 'Final' },
}

function tableOf(data: ChartData, { rows, nation }: Ranked): ChartTable {
  const { language, series } = data
  const words = headings[language]
  const shown = new Set([...rows, ...(nation ? [nation] : [])].map((row) => row.series))
  const line = (rankText: string, { series: each, point }: Row) => [
    rankText,
    each.region.name[language],
    printedText(point, each, language),
    statusWords[point.status][language] || words.final,
  ]
  return {
    columns: [
      { label: words.rank, align: 'end' },
      { label: words.region, align: 'start' },
      { label: subjectsOf(series, language), align: 'end' },
      { label: words.status, align: 'start' },
    ],
    rows: [
      ...rows.map((row, index) => line(String(index + 1), row)),
      ...(nation ? [line('—', nation)] : []),
      ...series
        .filter((each) => !shown.has(each))
        .map((each) => ['—', each.region.name[language], cellOf(data, each, undefined), '—']),
    ],
  }
}
