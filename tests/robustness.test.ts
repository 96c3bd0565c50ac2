import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { toLexicon } from '#etl/extract/lexicon.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import { pdfFile } from './support/pdf-file.ts'
import { runEtl } from './support/run-etl.ts'
import { wordFile, wordParagraph } from './support/word-file.ts'

const catalog = readCatalog('data/catalog')
const lexicon = toLexicon(catalog)
const indicators = [...catalog.indicators.values()].map(({ name }) => name.zh)
const regions = [...catalog.regions.values()].map(({ name }) => name.zh)

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

const patterns: Readonly<Record<string, Pattern>> = {
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
}

async function secondsFor(text: string, name: string): Promise<number> {
  const start = performance.now()
  extractDocument(await readDocument(Buffer.from(text), name), lexicon)
  return (performance.now() - start) / 1000
}

describe('a megabyte takes no more than its share of time', () => {
  test.each(Object.entries(patterns))(
    '%s',
    async (_, pattern) => {
      const small = await secondsFor(pattern(1e5), 'small.txt')
      const large = await secondsFor(pattern(1e6), 'large.txt')
      expect(large).toBeLessThan(25 * Math.max(small, 0.05))
      expect(large).toBeLessThan(25)
    },
    60_000,
  )

  test.each(['md', 'html'])(
    'as .%s',
    async (ending) => {
      for (const name of [
        'links that never close',
        'tags that never close',
        'pipes',
        'random words and signs',
      ]) {
        const small = await secondsFor(`# 软件\n\n${patterns[name]?.(1e5)}`, `small.${ending}`)
        const large = await secondsFor(`# 软件\n\n${patterns[name]?.(1e6)}`, `large.${ending}`)
        expect(large, name).toBeLessThan(25 * Math.max(small, 0.05))
      }
    },
    60_000,
  )
})

const noise = Uint8Array.from({ length: 50_000 }, (_, i) => (i * i * 31 + (i >> 3) * 17 + i) % 256)
const word = wordFile(wordParagraph(['2024年，我国软件业务收入137276亿元，同比增长10%。']))
const pdf = pdfFile([[{ text: '2024年，我国软件业务收入137276亿元，同比增长10%。', x: 50, y: 700 }]])

interface Broken {
  readonly what: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly says: string
}

const broken: readonly Broken[] = [
  { what: 'an empty file', name: 'empty.txt', bytes: new Uint8Array(), says: '文件为空' },
  { what: 'random bytes', name: 'noise.txt', bytes: noise, says: '不是文本文件' },
  { what: 'random bytes called .docx', name: 'noise.docx', bytes: noise, says: '' },
  { what: 'random bytes called .pdf', name: 'noise.pdf', bytes: noise, says: '' },
  {
    what: 'a program called .txt',
    name: 'program.txt',
    bytes: readFileSync(process.execPath).subarray(0, 200_000),
    says: '',
  },
  {
    what: 'a broken Word file',
    name: 'cut.docx',
    bytes: word.subarray(0, word.length / 2),
    says: '文件不完整',
  },
  { what: 'a broken PDF', name: 'cut.pdf', bytes: pdf.subarray(0, 300), says: '' },
]

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** A folder of its own with one file in it. */
function folderWith(name: string, bytes: Uint8Array): { folder: string; file: string; out: string } {
  const folder = mkdtempSync(join(tmpdir(), 'youju-robust-'))
  folders.push(folder)
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return { folder, file, out: join(folder, 'out.csv') }
}

async function refusesWith(
  message: string,
  name: string,
  { folder, file, out }: ReturnType<typeof folderWith>,
) {
  const { code, stdout, stderr } = await runEtl('extract', file, '--out', out)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*\n$/)
  expect(stderr).toContain(name)
  expect(stderr).toContain(message)
  expect(readdirSync(folder)).toEqual([name])
}

describe.concurrent('npm run etl -- extract', () => {
  test.each(broken)(
    'says in one line what is wrong with $what and writes nothing',
    async ({ name, bytes, says }) => refusesWith(says, name, folderWith(name, bytes)),
    30_000,
  )

  test('refuses a file of more than 100 MB', async () => {
    const place = folderWith('huge.txt', Buffer.from('软件业务收入'))
    truncateSync(place.file, 101 * 1024 * 1024)
    await refusesWith('超过上限 100 MB', 'huge.txt', place)
  }, 30_000)

  test('leaves the rows of last time where one of the files is bad', async () => {
    const place = folderWith('noise.txt', noise)
    writeFileSync(place.out, 'rows of last time')
    const good = join(place.folder, 'good.txt')
    writeFileSync(good, '2024年，我国软件业务收入137276亿元。')
    const { code } = await runEtl('extract', good, place.file, '--out', place.out)
    expect(code).toBe(2)
    expect(readFileSync(place.out, 'utf8')).toBe('rows of last time')
    expect(readdirSync(place.folder).sort()).toEqual(['good.txt', 'noise.txt', 'out.csv'])
  }, 30_000)

  test('reads a text that was cut inside a character up to the cut', async () => {
    const text = Buffer.from('2024年，我国软件业务收入137276亿元，同比增长10%。')
    const { file, out } = folderWith('cut.txt', text.subarray(0, -1))
    const { code } = await runEtl('extract', file, '--out', out)
    expect(code).toBe(0)
    expect(readFileSync(out, 'utf8').trim().split('\n')).toHaveLength(3)
  }, 30_000)
})
