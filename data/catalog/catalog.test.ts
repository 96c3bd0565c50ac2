import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { unnamedIssuer } from '#data/model/issuer.ts'
import { sourceColumns } from '#data/model/source.ts'
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

describe('the sources', () => {
  const { sources, issuers } = readCatalog('data/catalog')
  const all = [...sources.values()]

  test('are issued by offices, institutes, people or media, never by a repository or a script', () => {
    for (const { zh, en } of [...issuers.values()].map(({ name }) => name)) {
      expect(zh).not.toMatch(/仓库|脚本|数据表|整理/)
      expect(en).not.toMatch(/github|repositor|script/i)
    }
  })

  test('name no repository as what they were read from', () => {
    for (const { carrier } of all) expect(carrier).not.toMatch(/仓库|脚本|github/i)
  })

  test('have titles without our remarks', () => {
    for (const { title } of all) expect(title).not.toMatch(/转载|转述|整理|确认|仅取|缺失|图表/)
  })

  test('have issuers each of which some source names', () => {
    const named = new Set(all.flatMap((source) => source.issuers))
    const idle = [...issuers.keys()].filter((name) => !named.has(name))
    expect(idle).toEqual([unnamedIssuer])
  })

  test('are originals only where they were read on a page of the issuer', () => {
    const elsewhere = all.filter(({ origin, carrier }) => origin === 'primary' && carrier !== '')
    expect(elsewhere).toEqual([])
  })

  test('speak for the place of their issuers, and for none where these are of several', () => {
    expect(sources.get('reg-002')?.place).toBe('CN')
    expect(sources.get('web-096')?.place).toBe('320000')
    expect(sources.get('web-121')).toMatchObject({ place: '' })
    expect(sources.get('web-121')?.issuers).toHaveLength(4)
  })

  test('say of the national tables that their date is the day they were read', () => {
    for (const id of ['reg-001', 'reg-002', 'reg-003', 'reg-004', 'reg-019', 'reg-020']) {
      expect(sources.get(id)?.dating).toBe('read')
    }
  })
})

describe('a catalogue that does not agree with itself stops with file and entry', () => {
  test('a lead that is no indicator', () => {
    const folder = catalogWith('topics.json', (entries) => {
      edit(entries, 'telecom', { leads: ['no_such'] })
    })
    expect(() => readCatalog(folder)).toThrow(
      /topics\.json: 条目 telecom 的 leads 引用了不存在的指标 no_such/,
    )
  })

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
      `${sourceColumns.join(',')}\nx-1,国家统计局,,某通报,,2024年,issue,,repost,express\n`,
    )
    expect(() => readCatalog(undated)).toThrow(/more\.csv:2 published/)
  })

  /** The real catalogue with one source more: its issuers, and its date with what that is. */
  function withSource(issuers: string, date: string): string {
    const folder = catalogWith('units.json', () => undefined)
    const lines = [sourceColumns.join(','), `x-1,${issuers},,某通报,,${date},,repost,express`]
    writeFileSync(join(folder, 'sources/more.csv'), lines.join('\n'))
    return folder
  }

  test('an issuer that is not listed', () => {
    expect(() => readCatalog(withSource('国家统计局;某局', '2024-01-31,issue'))).toThrow(
      /more\.csv: 条目 x-1 的发布机构「某局」不在 issuers\.json 中/,
    )
  })

  test.each(['2024-01,issue', '2024-01-31,month', ',bound', '2024,'])(
    'a date that is not written as what it is said to be: %s',
    (date) => {
      expect(() => readCatalog(withSource('国家统计局', date))).toThrow(/more\.csv:2 dating/)
    },
  )

  test('an issuer of nowhere', () => {
    const folder = catalogWith('issuers.json', (entries) => {
      Object.assign(entries[0] ?? {}, { place: '999999' })
    })
    expect(() => readCatalog(folder)).toThrow(/issuers\.json: 条目 工业和信息化部 的 place 999999/)
  })
})
