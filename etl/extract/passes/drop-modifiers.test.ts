import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import modifiers from '#data/language/vocabulary/modifiers.json' with { type: 'json' }
import { readDocument } from '../../sources/read-document.ts'
import { extractDocument } from '../extract-document.ts'

const catalog = readCatalog('data/catalog')
const lexicon = toLexicon(catalog)

async function read(sentence: string): Promise<string> {
  const text = `2024年1—4月业务运行情况\n发布时间：2024-05-30\n${sentence}\n`
  const { rows, refusals } = extractDocument(
    await readDocument(new TextEncoder().encode(text), 'text.txt'),
    lexicon,
  )
  const figures = rows.map((row) =>
    [row.indicator, row.region, row.measure, row.value, row.of].join(' ').trim(),
  )
  return [...figures, ...refusals.map(({ because }) => because)].join(' | ')
}

const { any, ...own } = modifiers
const bound = Object.entries(own).flatMap(([modifier, codes]) =>
  codes.map((code) => [modifier, code] as const),
)
const narrowing = ['农村', '公共', '城市', '企业自建', '边远地区']

describe('a modifier before a known name', () => {
  test.each(bound)('%s leaves %s what it is', async (modifier, code) => {
    const name = catalog.indicators.get(code)?.name.zh
    expect(await read(`${modifier}${name}达374万。`)).toMatch(new RegExp(`^${code} CN|^unit-does-not-fit`))
  })

  test.each(any)('%s leaves any name what it is', async (modifier) => {
    expect(await read(`${modifier}5G基站374万个。`)).toBe('base_stations_5g CN level 374')
  })

  test.each(narrowing)('%s says of which part: refused, and the name a candidate', async (modifier) => {
    expect(await read(`${modifier}5G基站374万个。`)).toBe('unknown-subject')
  })

  test('通信 before another name is no such modifier', async () => {
    expect(await read('通信软件业务收入374亿元。')).toBe('unknown-subject')
  })
})

test.each([
  ['移动电话用户17.4亿户，其中81.3%为4G用户。', 'mobile_4g_users CN share_pct 81.3 mobile_phone_users'],
  ['移动电话用户17.4亿户，50.2%是5G用户。', 'mobile_5g_users CN share_pct 50.2 mobile_phone_users'],
  ['5G用户占移动电话用户比重由上年末的46.6%增至50%。', 'mobile_5g_users CN share_pct 50 mobile_phone_users'],
  ['累计建成并开通5G基站374万个。', 'base_stations_5g CN level 374'],
  ['移动互联网接入流量3000万G。', 'mobile_internet_traffic CN level 3000'],
  ['移动互联网接入流量3000万GB。', 'mobile_internet_traffic CN level 3000'],
])('%s', async (sentence, figure) => {
  expect((await read(sentence)).split(' | ')).toContain(figure)
})

test.each(['均', '都', '双双'])('one bound that two regions %s pass holds for each', async (each) => {
  expect(await read(`江苏、广东软件业务收入${each}超2000亿元。`)).toBe(
    'software_revenue 320000 level 2000 | software_revenue 440000 level 2000',
  )
})
