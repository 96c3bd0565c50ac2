import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { openStore } from '#data/store/open-store.ts'
import { observation, source } from '#data/store/schema.ts'
import { dataFolder } from '../tests/support/data-folder.ts'
import { adoptDocuments } from './adopt-documents.ts'
import { build } from './build.ts'

const release = `2024年上半年软件业经济运行情况

来源：工业和信息化部  日期：2024-07-31

上半年，我国软件业务收入62350亿元，同比增长11.5%。

软件业利润总额7313亿元，同比增长15.1%。
`

function folderWith(document: string) {
  const folder = dataFolder({})
  mkdirSync(join(folder, 'inbox'))
  writeFileSync(join(folder, 'inbox', 'release.txt'), document)
  return folder
}

async function buildFrom(folder: string) {
  const out = join(folder, 'build', 'test.duckdb')
  return { out, report: await build({ dataFolder: folder, out, inputs: 'test' }) }
}

describe('a document in data/inbox', () => {
  test('is read by the next build, and the database holds the sentence and the place of each number', async () => {
    const { out, report } = await buildFrom(folderWith(release))
    expect(report.refusals).toEqual([])
    const store = await openStore(out)
    const rows = await store.db.select().from(observation).where(eq(observation.measure, 'level'))
    const [article] = await store.db.select().from(source).where(eq(source.id, 'inbox-release-01'))
    await store.close()
    expect(article).toMatchObject({ title: '2024年上半年软件业经济运行情况', published: '2024-07-31' })
    expect(rows).toMatchObject([
      { indicator: 'software_profit', period: '2024-01/2024-06', printed_value: '7313', line: 7 },
      { indicator: 'software_revenue', period: '2024-01/2024-06', printed_value: '62350', line: 5 },
    ])
    for (const { quote, printed_value, rule, trust } of rows) {
      expect(trust).toBe('quote')
      expect(quote).toContain(printed_value)
      expect(rule).not.toBeNull()
    }
  })

  test('names its issuers as the catalogue does, and one the catalogue does not know as it is', async () => {
    const folder = folderWith(release.replace('来源：工业和信息化部', '来源：工信部、国家发改委'))
    writeFileSync(join(folder, 'inbox', 'other.txt'), release.replace('工业和信息化部', '某某协会'))
    const { out } = await buildFrom(folder)
    const store = await openStore(out)
    const issuersOf = (id: string) => store.catalog.sources.get(id)?.issuers
    expect(issuersOf('inbox-release-01')).toEqual(['工业和信息化部', '国家发展和改革委员会'])
    expect(issuersOf('inbox-other-01')).toEqual(['某某协会'])
    expect(store.catalog.issuers.get('某某协会')?.name).toEqual({ zh: '某某协会', en: '某某协会' })
    await store.close()
  })

  test('that is no document stops the build with one line', async () => {
    const folder = folderWith('')
    await expect(buildFrom(folder)).rejects.toThrow(/release\.txt: 文件为空/)
  })
})

describe('adoptDocuments', () => {
  test('keeps figures and places of each article, and none of its words', async () => {
    const folder = folderWith(release)
    const files = [join(folder, 'inbox', 'release.txt')]
    const adopted = await adoptDocuments({
      files,
      dataFolder: folder,
      as: 'bulletin',
      via: '某通报 2024年第7期',
    })
    expect(adopted).toEqual({ articles: 1, figures: 4 })
    const figures = readFileSync(join(folder, 'observations', 'bulletin-01.csv'), 'utf8')
    const [header, first] = figures.split('\n')
    expect(header).toBe(
      'indicator,region,period,measure,value,unit,compared_to,of,status,qualifier,line,column,rule,implied',
    )
    expect(first).toMatch(/^software_revenue,CN,2024-01\/2024-06,level,62350,亿元,,,actual,,5,\d+,level,/)
    expect(figures).not.toMatch(/我国|同比/)
    const sources = readFileSync(join(folder, 'catalog', 'sources', 'bulletin.csv'), 'utf8')
    expect(sources).toContain(
      'bulletin-01,工业和信息化部,某通报 2024年第7期,2024年上半年软件业经济运行情况,,2024-07-31,reprint',
    )
  })

  test('writes nothing of an issuer that the catalogue does not list', async () => {
    const folder = folderWith(release.replace('工业和信息化部', '某某协会'))
    const files = [join(folder, 'inbox', 'release.txt')]
    await expect(
      adoptDocuments({ files, dataFolder: folder, as: 'bulletin', via: '某通报' }),
    ).rejects.toThrow(/bulletin-01 的发布机构「某某协会」不在 .*issuers\.json/)
    expect(existsSync(join(folder, 'observations', 'bulletin-01.csv'))).toBe(false)
  })

  test('does not write over figures that are there', async () => {
    const folder = folderWith(release)
    const options = {
      files: [join(folder, 'inbox', 'release.txt')],
      dataFolder: folder,
      as: 'bulletin',
      via: '某通报',
    }
    await adoptDocuments(options)
    await expect(adoptDocuments(options)).rejects.toThrow(/来源 bulletin-01 已在目录中/)
  })
})
