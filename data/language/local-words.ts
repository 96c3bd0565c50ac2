import local from './vocabulary/local.json' with { type: 'json' }

/** A word as it stands in a simplified text, and the word of the mainland that it becomes. */
export interface LocalWord {
  readonly start: number
  readonly end: number
  readonly word: string
}

/** Characters that no simplified text has and hardly any text in traditional ones does without. */
const traditional = /[國業電億萬來發時網資訊產數據體營戶頻點雲機]/

const longestFirst = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join('|')
const anywhere = new RegExp(longestFirst(Object.keys(local.anywhere)), 'g')
const all: Readonly<Record<string, string>> = { ...local.anywhere, ...local.traditional }

/** 年增11.6% is 同比增长11.6%, but not in 今年增 or 2023年增; 年减 likewise. */
const moves = String.raw`(?:(?<![\d今去全上每同当本前明近按])(?:年|月)[增减]|按[年月][增升减跌降])(?=[\d约近逾超达]|百分之)`
/** 利润总额3726亿元，升11.6%. */
const bareMoves = String.raw`(?<=[,;])[升跌](?=\d)`
/** 前三季 without 度. */
const seasons = '前[三3]季(?!度)'
/** 3.8兆元, 1兆4504亿元, where the text is Taiwan's: 10¹². */
const trillion = String.raw`(?<=[\d一二三四五六七八九十])兆(?=美?元|\d{1,4}亿)`
const everywhere = new RegExp(
  `${longestFirst(Object.keys(all))}|${moves}|${bareMoves}|${seasons}|${trillion}`,
  'g',
)

const named = (words: readonly string[], meant: string) =>
  Object.fromEntries(words.map((word) => [word, meant]))

const moved: Readonly<Record<string, string>> = {
  ...named(['年增', '按年增', '按年升'], '同比增长'),
  ...named(['年减', '按年减', '按年跌', '按年降'], '同比下降'),
  ...named(['月增', '按月增', '按月升'], '环比增长'),
  ...named(['月减', '按月减', '按月跌', '按月降'], '环比下降'),
  ...named(['升'], '增长'),
  ...named(['跌'], '下降'),
  ...named(['前三季', '前3季'], '前三季度'),
}

/**
 * The words of Taiwan and Hong Kong in a text, with those of the mainland.
 * Words that mean something else on the mainland (软体, 宽频) count only where the text is in traditional characters;
 * 兆 is 10¹² only where such a word stands beside it.
 * @param text as it is printed
 * @param simplified the same with simplified characters and small letters, in which the places count
 */
export function findLocalWords(text: string, simplified: string): LocalWord[] {
  const isTraditional = traditional.test(text)
  const found = [...simplified.matchAll(isTraditional ? everywhere : anywhere)]
  const isTaiwans = found.some(({ 0: words }) => words !== '兆')
  return found.flatMap(({ 0: words, index: start }) => {
    const word = words === '兆' ? (isTaiwans ? '万亿' : undefined) : (all[words] ?? moved[words])
    return word === undefined ? [] : [{ start, end: start + words.length, word }]
  })
}
