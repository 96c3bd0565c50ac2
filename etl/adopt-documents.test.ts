import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolder } from '../tests/support/data-folder.ts'
import { adoptDocuments } from './adopt-documents.ts'

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
