import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { readDocument } from '../sources/read-document.ts'
import { extractDocument } from './extract-document.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

/** Each figure as indicator, region, period, measure and value; each refusal as its reason. */
async function read(sentence: string): Promise<string> {
  const text = `2024年1—4月业务运行情况\n发布时间：2024-05-30\n${sentence}\n`
  const { rows, refusals } = extractDocument(
    await readDocument(new TextEncoder().encode(text), 'text.txt'),
    lexicon,
  )
  const figures = rows.map((row) => [row.indicator, row.region, row.period, row.measure, row.value].join(' '))
  return [...figures, ...refusals.map(({ because }) => because)].join(' | ')
}

const someWords = [
  '重点城市',
  '主要城市',
  '全国重点城市',
  '重点城市方面，',
  '从中心城市看，',
  '在19个城市中，',
  '19个主要城市中，',
  '试点城市的',
]
const figures = ['5G基站200万个', '软件业务收入30000亿元，同比增长10%', '移动电话用户达5亿户']
const scoped = someWords.flatMap((words) => figures.map((figure) => [words, figure] as const))

describe('what is said of some places is not of the nation', () => {
  test.each(scoped)('%s%s', async (words, figure) => {
    expect(await read(`${words}${figure}。`)).not.toMatch(/ CN /)
  })

  test.each(['全球', '世界', '放眼全球，', '纵观世界，'])('nor what is said of %s', async (words) => {
    expect(await read(`${words}5G基站600万个，移动电话用户80亿户。`)).toBe('abroad | abroad')
  })

  test('a region that is named afterwards speaks for itself', async () => {
    expect(await read('重点城市软件业务收入30000亿元，全国软件业务收入38027亿元。')).toContain(
      'software_revenue CN 2024-01/2024-04 level 38027',
    )
  })
})

describe('what is said per head is not the count', () => {
  test.each(['每万人', '每百人', '每千人', '每百户', '平均每万人', '每平方公里'])('%s', async (words) => {
    for (const figure of ['拥有移动电话用户122户', '拥有26个5G基站', '的移动电话用户122户，同比增长3%'])
      expect(await read(`${words}${figure}。`)).not.toMatch(/(?:mobile_phone_users|base_stations_5g) /)
  })

  test('but an indicator of its own', async () => {
    expect(await read('每万人拥有5G基站26个。')).toBe('base_stations_5g_per_10k CN 2024-04 level 26')
  })
})

test.each([
  '新华社贵阳5月28日电',
  '新华社北京5月28日电（记者张三）',
  '北京5月28日电（记者 李四）',
  '本报上海5月28日讯',
  '中新网广州5月28日电',
])('%s tells where it was written, not of what', async (dateline) => {
  for (const pause of ['，', ' ', ''])
    expect(await read(`${dateline}${pause}1—4月，软件业务收入38027亿元。`)).toBe(
      'software_revenue CN 2024-01/2024-04 level 38027',
    )
})

describe('a year named in passing dates no figure', () => {
  const profit = 'software_profit CN 2024-01/2024-04 level 4314'

  test.each([
    '自2014年来，产业不断壮大。',
    '自2014年以来，产业不断壮大。',
    '自2019年5G商用以来，网络不断完善。',
    '从2019年6月发放牌照以来，网络不断完善。',
    '软件业务收入38027亿元，比2023年全年少。',
    '5G基站较2021年末有所增加。',
    '目前，5G基站达374.8万个。',
  ])('%s', async (words) => {
    expect(await read(`${words}软件业利润总额4314亿元。`)).toContain(profit)
  })

  test.each(['自2014年来', '自2014年以来', '自2019年5G商用以来', '去年以来', '目前'])(
    'and a flow right behind %s has no period',
    async (words) => {
      expect(await read(`${words}，软件业务收入38027亿元。`)).toMatch(/^(?:span-of-years|no-period)$/)
    },
  )
})

describe('what is built in a time is not all there are', () => {
  test.each(['今年以来，', '1—4月，', '4月份', '全年', '当年'])('%s', async (words) => {
    for (const verb of ['建成', '开通', '建成并开通'])
      expect(await read(`${words}${verb}5G基站30万个。`)).not.toMatch(/2024-0[45] level 30/)
    for (const verb of ['新增', '净增', '新建'])
      expect(await read(`${words}${verb}5G基站30万个。`)).toMatch(/net_add 30/)
  })

  test.each(['截至4月末，建成', '1—4月，累计建成', '4月，已建成'])(
    '%s says that it is all',
    async (words) => {
      expect(await read(`${words}5G基站374万个。`)).toBe('base_stations_5g CN 2024-04 level 374')
    },
  )
})
