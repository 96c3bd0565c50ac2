import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { readDocument } from '../sources/read-document.ts'
import { factsOfName } from './facts-of-name.ts'
import { openKnownFigures } from './known-figures.ts'
import { readWithFacts } from './read-with-facts.ts'
import type { FactOptions } from './told-facts.ts'
import { factsOfOptions } from './told-facts.ts'

const catalog = readCatalog('data/catalog')
const lexicon = toLexicon(catalog)

async function read(text: string, facts: FactOptions, name = 'text.txt') {
  const document = { ...(await readDocument(Buffer.from(text), name)), id: 'text' }
  const given = { ...factsOfName(name), ...factsOfOptions(facts, catalog) }
  return readWithFacts(document, given, { lexicon, known: () => openKnownFigures([]) })
}

async function regions(text: string, facts: FactOptions) {
  const { articles } = await read(text, { date: '2024-06-28', ...facts })
  return articles.flatMap(({ rows }) => rows.map(({ indicator, region }) => `${indicator} ${region}`))
}

const national = '1—5月，我国软件业务收入49170亿元。\n\n软件业利润总额5772亿元。\n'
const guizhou = '贵州省软件业运行情况\n\n1—5月，软件业务收入320.5亿元。\n\n软件业利润总额12.3亿元。\n'
const untold = '1—5月，软件业务收入320.5亿元，居全国第18位。\n\n软件业利润总额12.3亿元。\n'

describe('a place that is given', () => {
  test('is where a text is of that names none', async () => {
    expect(await regions(untold, { region: '贵州' })).toEqual([
      'software_revenue 520000',
      'software_profit 520000',
    ])
  })

  test('is not where a text is of that opens with the nation', async () => {
    for (const facts of [{ region: '贵州' }, { issuer: '贵州省大数据发展管理局' }])
      expect(await regions(national, facts)).toEqual(['software_revenue CN', 'software_profit CN'])
  })

  test('that is the nation leaves a province its title', async () => {
    expect(await regions(guizhou, { region: 'CN' })).toEqual([
      'software_revenue 520000',
      'software_profit 520000',
    ])
  })

  test('yields to a city of its own in the title, not to another province', async () => {
    const city = guizhou.replace('贵州省', '贵阳市')
    expect(await regions(city, { region: '贵州' })).toContain('software_profit 520100')
    expect(await regions(city, { region: '四川' })).toContain('software_profit 510000')
  })

  test('as the place of the issuer yields to any region of the title', async () => {
    expect(await regions(guizhou, { issuer: '广东省工业和信息化厅' })).toContain('software_profit 520000')
  })
})

describe('the date in the name of a file', () => {
  const dated = '软件业运行情况\n\n来源：工业和信息化部  日期：2023-06-30\n\n1—5月，软件业务收入44000亿元。\n'

  test('stands below the date of the text', async () => {
    const { facts, articles } = await read(dated, {}, '2024-06-28-software.txt')
    expect(facts.date).toMatchObject({ value: '2023-06-30', origin: 'stated' })
    expect(articles[0]?.rows[0]?.period).toBe('2023-01/2023-05')
  })
})
