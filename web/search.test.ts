import { expect, test } from 'vitest'
import { findEntries } from './search.ts'

const softwareRevenue = {
  code: 'software_revenue',
  name: { zh: '软件业务收入', en: 'Software business revenue' },
  aliases: ['软件业收入'],
  pinyin: 'ruan jian ye wu shou ru|ruan jian ye shou ru',
}
const softwareProduct = {
  code: 'software_product_revenue',
  name: { zh: '软件产品收入', en: 'Software product revenue' },
  aliases: [],
  pinyin: 'ruan jian chan pin shou ru',
}
const stations = {
  code: 'base_stations_5g',
  name: { zh: '5G基站', en: '5G base stations' },
  aliases: ['5G基站数'],
  pinyin: '5g ji zhan',
}
const entries = [softwareProduct, softwareRevenue, stations]
const find = (typed: string) => findEntries(entries, typed).map(({ code }) => code)

test('nothing typed finds everything in its order', () => {
  expect(find('  ')).toEqual(entries.map(({ code }) => code))
})

test.each([
  ['汉字', '业务收入'],
  ['another name', '软件业收入'],
  ['initials', 'rjywsr'],
  ['full pinyin', 'ruanjianyewu'],
  ['initials and syllables mixed', 'ruanjyws'],
  ['initials of another name', 'rjysr'],
  ['initials from the middle', 'ywsr'],
  ['English', 'business'],
  ['the code', 'software_revenue'],
  ['capital letters', 'Software Business'],
  ['full-width letters', 'ＲＪＹＷ'],
  ['a question mark behind it', '软件业务收入？'],
  ['quotation marks', '“软件业务收入”'],
])('%s finds the indicator', (_, typed) => {
  expect(find(typed)[0]).toBe('software_revenue')
})

test('several words must all match', () => {
  expect(find('软件 产品')).toEqual(['software_product_revenue'])
})

test('a syllable may not be skipped', () => {
  expect(find('rjsr')).toEqual([])
})

test('letters and digits in a name can be typed as they stand', () => {
  expect(find('5gjz')).toEqual(['base_stations_5g'])
})

test('a name that begins with the words stands before one that contains them', () => {
  expect(
    findEntries([{ ...stations, name: { zh: '移动5G基站', en: '' } }, stations], '5G基站').map(
      ({ name }) => name.zh,
    ),
  ).toEqual(['5G基站', '移动5G基站'])
})

test('a place is found by its full name', () => {
  const guizhou = {
    code: '520000',
    name: { zh: '贵州', en: 'Guizhou' },
    fullName: '贵州省',
    aliases: [],
    pinyin: 'gui zhou',
  }
  expect(findEntries([...entries, guizhou], '贵州省').map(({ code }) => code)).toEqual(['520000'])
})
