import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { dataFolder } from '../../tests/support/data-folder.ts'
import type { CatalogQuestion } from './answers.ts'
import { writeCatalog } from './write-catalog.ts'

const catalogFolder = () => join(dataFolder({}), 'catalog')

const sites: CatalogQuestion = {
  kind: 'indicator',
  code: 'low_altitude_sites',
  zh: '低空通信站点',
  en: 'Low-altitude communication sites',
  topic: '5g',
  indicatorKind: 'stock',
  unit: 'count',
  counter: '个',
  aggregation: 'sum',
  definition: '为低空飞行器提供通信的站点。',
}

/** A file as the formatter of the project would write it. */
const formatted = (file: string) =>
  execFileSync(
    process.execPath,
    [resolve('node_modules/@biomejs/biome/bin/biome'), 'format', '--stdin-file-path=indicators.json'],
    { input: readFileSync(file, 'utf8'), encoding: 'utf8' },
  )

const textsOf = (folder: string) =>
  readdirSync(join(folder, 'indicators')).map((name) =>
    readFileSync(join(folder, 'indicators', name), 'utf8'),
  )

test.each(['software_revenue', 'software_revenue_per_capita', 'base_stations_5g', 'telecom_revenue', 'gdp'])(
  'another word of %s stands where the formatter would have it, and the catalogue knows it',
  (indicator) => {
    const folder = catalogFolder()
    const file = writeCatalog(folder, { kind: 'alias', indicator, phrase: '甲乙丙丁的说法' })
    expect(readCatalog(folder).indicators.get(indicator)?.aliases.at(-1)).toBe('甲乙丙丁的说法')
    expect(formatted(file)).toBe(readFileSync(file, 'utf8'))
  },
)

test('a new indicator stands at the end of the file of its topic, as the formatter would have it', () => {
  const folder = catalogFolder()
  const file = writeCatalog(folder, sites)
  expect(file).toBe(join(folder, 'indicators', 'network-5g.json'))
  expect(readCatalog(folder).indicators.get('low_altitude_sites')).toMatchObject({
    name: { zh: '低空通信站点' },
    unit: 'count',
    counter: '个',
    kind: 'stock',
  })
  expect(formatted(file)).toBe(readFileSync(file, 'utf8'))
})

test.each([
  [
    'a word that another indicator has',
    { kind: 'alias', indicator: 'telecom_revenue', phrase: '软件业务收入' },
    '已属于',
  ],
  ['an indicator that is none', { kind: 'alias', indicator: 'no_such', phrase: '某种说法' }, '不在目录中'],
  ['a code that is taken', { ...sites, code: 'gdp' }, 'gdp 重复'],
  ['a code that is none', { ...sites, code: 'Low Altitude' }, 'code'],
  ['a unit that is none', { ...sites, unit: 'dou' }, 'dou'],
  ['a topic that is none', { ...sites, topic: 'weather' }, 'weather'],
] as const)('%s is refused in one line, and nothing is written', (_, question, says) => {
  const folder = catalogFolder()
  const before = textsOf(folder)
  let message = ''
  try {
    writeCatalog(folder, question as CatalogQuestion)
  } catch (error) {
    message = error instanceof Error ? error.message : ''
  }
  expect(message).toContain(says)
  expect(message).not.toContain('\n')
  expect(textsOf(folder)).toEqual(before)
})
