import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readCatalog } from './read-catalog.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

type Entry = Record<string, unknown>

/** The real catalogue with one file changed. */
function catalogWith(file: string, change: (entries: Entry[]) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'))
  folders.push(folder)
  cpSync('data/catalog', folder, { recursive: true })
  const path = join(folder, file)
  const entries = JSON.parse(readFileSync(path, 'utf8')) as Entry[]
  writeFileSync(path, JSON.stringify(change(entries) ?? entries))
  return folder
}

const edit = (entries: Entry[], code: string, change: Entry) => {
  Object.assign(entries.find((entry) => entry['code'] === code) ?? {}, change)
}

describe('the catalogue', () => {
  const catalog = readCatalog('data/catalog')

  test('has the 34 provinces, each of the 31 of the mainland in one zone', () => {
    const provinces = [...catalog.regions.values()].filter(({ kind }) => kind === 'province')
    const zoned = [...catalog.regions.values()].flatMap(({ kind, members = [] }) =>
      kind === 'zone' ? members : [],
    )
    expect(provinces).toHaveLength(34)
    expect(zoned).toHaveLength(31)
    expect(new Set(zoned).size).toBe(31)
  })

  test('gives a part the unit of its whole', () => {
    for (const { code, unit, partOf } of catalog.indicators.values()) {
      if (partOf) expect([code, catalog.indicators.get(partOf)?.unit]).toEqual([code, unit])
    }
  })

  test('says how counted things are counted', () => {
    for (const { code, unit, counter } of catalog.indicators.values()) {
      expect([code, counter !== undefined]).toEqual([code, unit === 'count'])
    }
  })
})

describe('a catalogue that does not agree with itself stops with file and entry', () => {
  test('a duplicate alias', () => {
    const folder = catalogWith('indicators/software.json', (entries) => {
      edit(entries, 'software_profit', { aliases: ['软件业务收入'] })
    })
    expect(() => readCatalog(folder)).toThrow(
      /software\.json: 条目 software_profit 的名称或别名「软件业务收入」已属于 software_revenue/,
    )
  })

  test('an unknown unit', () => {
    const folder = catalogWith('indicators/telecom.json', (entries) =>
      edit(entries, 'telecom_revenue', { unit: 'EUR' }),
    )
    expect(() => readCatalog(folder)).toThrow(/telecom\.json: 条目 telecom_revenue 的单位 EUR/)
  })

  test('a dangling parent', () => {
    const folder = catalogWith('regions.json', (entries) => edit(entries, '520100', { parent: '999999' }))
    expect(() => readCatalog(folder)).toThrow(/regions\.json: 条目 520100 引用了不存在的地区 999999/)
  })

  test('a part of nothing, and a circle of parts', () => {
    const dangling = catalogWith('indicators/software.json', (entries) => {
      edit(entries, 'software_profit', { partOf: 'profits' })
    })
    expect(() => readCatalog(dangling)).toThrow(/software_profit 引用了不存在的指标 profits/)
    const circle = catalogWith('indicators/software.json', (entries) => {
      edit(entries, 'software_revenue', { partOf: 'software_product_revenue' })
    })
    expect(() => readCatalog(circle)).toThrow(/上级关系成环/)
  })

  test('a code that stands twice', () => {
    const folder = catalogWith('units.json', (entries) => [...entries, ...entries.slice(0, 1)])
    expect(() => readCatalog(folder)).toThrow(/units\.json: 条目 CNY 重复/)
  })

  test('a field that is misspelt, missing or of the wrong form', () => {
    const misspelt = catalogWith('regions.json', (entries) => edit(entries, '110000', { alias: ['京城'] }))
    expect(() => readCatalog(misspelt)).toThrow(/regions\.json: 第 \d+ 条（110000）.*alias/)
    const timeless = catalogWith('indicators/telecom.json', (entries) => {
      edit(entries, 'mobile_phone_penetration', { time: undefined })
    })
    expect(() => readCatalog(timeless)).toThrow(/mobile_phone_penetration 是比率或指数，须写明 time/)
  })

  test('a file that is no JSON, and a source with a broken date', () => {
    const broken = catalogWith('units.json', () => undefined)
    writeFileSync(join(broken, 'units.json'), '[{]')
    expect(() => readCatalog(broken)).toThrow(/units\.json: 不是合法的 JSON/)
    const undated = catalogWith('units.json', () => undefined)
    writeFileSync(
      join(undated, 'sources/more.csv'),
      'id,publisher,via,title,published,url,origin,compilation\nx-1,某局,,某通报,2024年,,repost,express\n',
    )
    expect(() => readCatalog(undated)).toThrow(/more\.csv:2 published/)
  })
})
