import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { extractFiles } from '#etl/extract-files.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import { asMarkup, pathological } from './support/pathological.ts'
import { pdfFile } from './support/pdf-file.ts'
import { runEtl } from './support/run-etl.ts'
import { wordFile, wordParagraph } from './support/word-file.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))

/** What stands behind a text that tempts; nothing before it may keep it from being read. */
const statement = '2024年，我国软件业务收入137276亿元，同比增长10%。'

const sizes = [1e3, 2e4]
const asText = Object.keys(pathological).map((name) => [name, 'txt'] as const)

describe('whatever comes before it, a plain statement is read', () => {
  test.each([...asText, ...asMarkup])('%s, as .%s', async (name, ending) => {
    for (const bytes of sizes) {
      const last = ending === 'html' ? `<p>${statement}</p>` : statement
      const text = `# 软件\n\n${pathological[name]?.(bytes)}\n\n${last}\n`
      const { rows } = extractDocument(await readDocument(Buffer.from(text), `a.${ending}`), lexicon)
      expect(rows.slice(-2).map(({ period, value, unit }) => [period, value, unit])).toEqual([
        ['2024', '137276', '亿元'],
        ['2024', '10', '%'],
      ])
    }
  })
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

/** Where a program and the packages it uses may speak. */
const mouths = () => [
  vi.spyOn(process.stdout, 'write'),
  vi.spyOn(process.stderr, 'write'),
  ...(['log', 'info', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level)),
]

const extract = (out: string, ...files: readonly string[]) => extractFiles({ files, dataFolder: 'data', out })

async function refusesWith(
  message: string,
  name: string,
  { folder, file, out }: ReturnType<typeof folderWith>,
) {
  const spies = mouths()
  const refusal: unknown = await extract(out, file).then(
    () => undefined,
    (error) => error,
  )
  const said = spies.flatMap(({ mock }) => mock.calls)
  vi.restoreAllMocks()
  expect(said).toEqual([])
  expect(refusal).toBeInstanceOf(BadInput)
  const { message: line } = refusal as BadInput
  expect(line).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*$/)
  expect(line).toContain(name)
  expect(line).toContain(message)
  expect(readdirSync(folder)).toEqual([name])
}

describe('extraction', () => {
  test.each(broken)(
    'says in one line what is wrong with $what and writes nothing',
    async ({ name, bytes, says }) => refusesWith(says, name, folderWith(name, bytes)),
  )

  test('says on standard error what of a file it did not read, and reads the rest', async () => {
    const { file, out } = folderWith('a.md', Buffer.from('2024年，我国软件业务收入~~130000~~137276亿元。'))
    const [, stderr] = mouths()
    await extract(out, file)
    const said = stderr?.mock.calls.join('')
    vi.restoreAllMocks()
    expect(said).toBe(`${file}:1: 划去的文字 1 处未读：130000\n`)
    expect(readFileSync(out, 'utf8')).toContain('137276,亿元')
  })

  test.each([101, 3000])('refuses a file of %i MB', async (megabytes) => {
    const place = folderWith('huge.txt', Buffer.from('软件业务收入'))
    truncateSync(place.file, megabytes * 1024 * 1024)
    await refusesWith('超过上限 100 MB', 'huge.txt', place)
  })

  test('leaves the rows of last time where one of the files is bad', async () => {
    const place = folderWith('noise.txt', noise)
    writeFileSync(place.out, 'rows of last time')
    const good = join(place.folder, 'good.txt')
    writeFileSync(good, '2024年，我国软件业务收入137276亿元。')
    await expect(extract(place.out, good, place.file)).rejects.toThrow(BadInput)
    expect(readFileSync(place.out, 'utf8')).toBe('rows of last time')
    expect(readdirSync(place.folder).sort()).toEqual(['good.txt', 'noise.txt', 'out.csv'])
  })

  test('reads a text that was cut inside a character up to the cut', async () => {
    const { file, out } = folderWith('cut.txt', Buffer.from(statement).subarray(0, -1))
    await extract(out, file)
    expect(readFileSync(out, 'utf8').trim().split('\n')).toHaveLength(3)
  })

  test('as a command ends with 2 and that one line, whatever the package for PDF would say', async () => {
    const { folder, file, out } = folderWith('cut.pdf', pdf.subarray(0, 300))
    const { code, stdout, stderr } = await runEtl('extract', file, '--out', out)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^[^\n]*cut\.pdf[^\n]*[\u4e00-\u9fff][^\n]*\n$/)
    expect(readdirSync(folder)).toEqual(['cut.pdf'])
  })
})
