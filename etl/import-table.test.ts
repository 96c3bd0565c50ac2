import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolder } from '../tests/support/data-folder.ts'
import { importTable } from './import-table.ts'

const mapping = {
  fields: { indicator: '软件业务收入', region: { column: '地区' }, unit: '亿元' },
  values: [
    { column: '2022年', period: '2022' },
    { column: '2023年', period: '2023' },
  ],
}

async function imported(table: string, how: unknown = mapping) {
  const folder = dataFolder({})
  const paths = {
    table: join(folder, 'table.csv'),
    mapping: join(folder, 'mapping.json'),
    out: join(folder, 'out.csv'),
  }
  writeFileSync(paths.table, table)
  writeFileSync(paths.mapping, typeof how === 'string' ? how : JSON.stringify(how))
  await importTable({ ...paths, catalogFolder: 'data/catalog' })
  return readFileSync(paths.out, 'utf8').trim().split('\n').slice(1)
}

describe('importTable', () => {
  test('gives a row for every cell with a number, with names as codes', async () => {
    expect(await imported('地区,2022年,2023年\n东部地区,"88,663",103262\n东北,2499,—\n')).toEqual([
      'software_revenue,CN-EAST,2022,level,88663,亿元,,,actual,,2',
      'software_revenue,CN-EAST,2023,level,103262,亿元,,,actual,,2',
      'software_revenue,CN-NORTHEAST,2022,level,2499,亿元,,,actual,,3',
    ])
  })

  test.each([
    ['a column that is not there', '地区,2022年\n东部,1\n', mapping, /没有列「2023年」，有：地区、2022年/],
    [
      'a region that is unknown',
      '地区,2022年,2023年\n东方,1,2\n',
      mapping,
      /table\.csv:2 unknown-region：东方/,
    ],
    [
      'a unit that does not fit',
      '地区,2022年,2023年\n东部,1,2\n',
      { ...mapping, fields: { ...mapping.fields, unit: '万户' } },
      /unit-does-not-fit/,
    ],
    [
      'a mapping with a field that is none',
      '地区,2022年\n',
      { ...mapping, columns: [] },
      /mapping\.json: .*columns/,
    ],
    ['a mapping that is no JSON', '地区,2022年\n', '{', /mapping\.json: 读不出对照文件/],
  ])('%s stops with one line', async (_, table, how, message) => {
    await expect(imported(table, how)).rejects.toThrow(message)
  })

  test('a table that is not there stops with one line', async () => {
    const asked = { table: 'nowhere.csv', mapping: 'mapping.json', catalogFolder: 'data/catalog' }
    const folder = dataFolder({ 'mapping.json': JSON.stringify(mapping) })
    await expect(importTable({ ...asked, mapping: join(folder, 'mapping.json') })).rejects.toThrow(
      'nowhere.csv: 无法读取文件（ENOENT），请检查路径',
    )
  })
})
