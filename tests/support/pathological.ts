import { readCatalog } from '#data/catalog/read-catalog.ts'

/*
 * Texts that tempt a reader to look at everything again and again. The tests read them short, for what comes out; the
 * benchmark reads them long, for how the time grows.
 */

const { indicators: entries, regions: places } = readCatalog('data/catalog')
const indicators = [...entries.values()].map(({ name }) => name.zh)
const regions = [...places.values()].map(({ name }) => name.zh)

/** A text of about so many bytes. */
type Pattern = (bytes: number) => string

const repeat =
  (text: string): Pattern =>
  (bytes) =>
    text.repeat(Math.ceil(bytes / Buffer.byteLength(text)))

/** Draws from words, or from all Chinese characters, the same ones every time. */
const mixed =
  (words?: readonly string[]): Pattern =>
  (bytes) => {
    let state = 1
    const parts: string[] = []
    for (let length = 0; length < bytes; length += Buffer.byteLength(parts.at(-1) ?? '')) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
      const share = state / 0x8000_0000
      const word = words?.[Math.floor(share * words.length)]
      parts.push(word ?? String.fromCharCode(0x4e00 + Math.floor(share * 20_000)))
    }
    return parts.join('')
  }

const grammar =
  '1,234 56.7 % 亿元 分别 同比 增长 下降 和 、 ， 。 占 的 （ ） 较 2024年 1—4月 万 个百分点'.split(' ')

/** Each by what it is made of. */
export const pathological: Readonly<Record<string, Pattern>> = {
  'digits only': repeat('7'),
  'digits with commas': repeat('123,'),
  'ten thousands': repeat('万'),
  'hundred millions': repeat('亿'),
  'numerals in words': repeat('一百二十'),
  'per cent in words': repeat('百分之'),
  增长: repeat('增长'),
  spaces: (bytes) => `软${' '.repeat(bytes)}件`,
  'wide spaces': (bytes) => `软${'　'.repeat(bytes / 3)}件`,
  'list commas': repeat('、'),
  'list of unknown words': repeat('啊、'),
  'parentheses in parentheses': (bytes) => `${'（'.repeat(bytes / 6)}1%${'）'.repeat(bytes / 6)}`,
  'parentheses that never close': repeat('（'),
  'parentheses that never opened': repeat('）'),
  'titles in titles': (bytes) => `${'《'.repeat(bytes / 6)}${'》'.repeat(bytes / 6)}`,
  'one line without punctuation': repeat('软件业务收入同比增长十分明显'),
  'digits between characters': repeat('3软5件'),
  'per cent signs': repeat('%'),
  'middle dots': repeat('·'),
  'chains of ranges': repeat('1—'),
  'months without end': repeat('1—4月'),
  'years without end': repeat('2024年'),
  'one indicator': repeat('软件业务收入'),
  'all indicators': repeat(indicators.join('、')),
  'all regions': repeat(regions.join('、')),
  'regions run together': repeat(regions.join('')),
  分别为: repeat('分别为'),
  'a list of numbers': repeat('1.5亿元、'),
  'lists of regions': repeat('北京、上海分别增长1%、2%，'),
  'random characters': mixed(),
  'random words and signs': mixed([...indicators, ...regions, ...grammar]),
  'one character a line': repeat('软\n'),
  'lines like a table': repeat('软件  12  13\n'),
  pipes: repeat('|'),
  'links that never close': repeat('[软]('),
  'tags that never close': repeat('<b '),
  'dollar signs': repeat('$1'),
  stars: repeat('*软'),
  'white lines': (bytes) => `软件${'\n'.repeat(bytes)}`,
  'a number that never ends': repeat('1,'),
  'half parentheses': repeat('('),
  'empty parentheses': repeat('()'),
  'titles that never close': repeat('《'),
  'a list of one region': repeat('北京、'),
  'a list of one indicator': repeat('软件业务收入、'),
  'ones in words': repeat('一'),
  'amounts without indicator': repeat('3亿元、'),
  'shares of nothing': repeat('占'),
  'statements with their growth': repeat('软件业务收入3亿元（增长3%）。'),
  'years and dashes': repeat('2024-'),
  'Latin letters': repeat('a'),
}

/** Those that readers of marks may stumble over, each as a file of marks: its name, and the ending of the file. */
export const asMarkup = [
  'links that never close',
  'tags that never close',
  'pipes',
  'random words and signs',
].flatMap((name) => ['md', 'html'].map((ending) => [name, ending] as const))
