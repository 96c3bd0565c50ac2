import { describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openRealApi, unhurried } from '../support/real-api.ts'
import { readArchive } from './readers/read-zip.ts'
import { queryFile } from './readers/with-file.ts'

const { ask, current, get } = await openRealApi()
const query = 'indicator=software_revenue&region=CN,110000'

async function open(more = '', headers = {}) {
  const response = await get(`/api/v1/export/zip?question=series&${query}${more}`, headers)
  expect(response.status).toBe(200)
  return readArchive(new Uint8Array(await response.arrayBuffer()))
}

describe('an archive', () => {
  test('holds what a newcomer needs, under names that Windows reads', async () => {
    const files = await open()
    expect([...files.keys()]).toEqual([
      '数据.csv',
      '来源.csv',
      'metadata.json',
      '引用.txt',
      '引用.bib',
      '读我.txt',
    ])
    expect([...files.values()].every(({ isUtf8 }) => isUtf8)).toBe(true)
    const english = await open('&lang=en')
    expect([...english.keys()]).toEqual([
      'data.csv',
      'sources.csv',
      'metadata.json',
      'citation.txt',
      'citation.bib',
      'README.txt',
    ])
  })

  test.each([
    ['zh', '读我.txt', ['指标：软件业务收入', '口径：全年', '1 亿元 = 10^8 元'], /cumulative：.+\r\n/],
    [
      'en',
      'README.txt',
      ['Indicator: Software business revenue', 'Basis: Whole year', '1 亿元 = 10^8 yuan'],
      /cumulative: .+\r\n/,
    ],
  ] as const)(
    'explains itself in the language asked for (%s): each file, the question, the units, the codes, how to cite',
    async (language, name, said, codes) => {
      const files = await open(`&basis=year&lang=${language}`)
      const readMe = files.get(name)?.text ?? ''
      for (const words of [...said, ...files.keys(), '[DS/OL]'])
        if (words !== name) expect(readMe).toContain(words)
      expect(readMe).toMatch(codes)
    },
  )

  test('in English has no Chinese but names of documents and units as printed', async () => {
    const files = await open('&lang=en')
    const isChinese = (line: string) => /\p{Script=Han}/u.test(line)
    const lines = (files.get('README.txt')?.text ?? '').split('\r\n').filter(isChinese)
    expect(lines).toEqual([expect.stringMatching(/^ {2}CNY: yuan; 1 万亿元 = 10\^12 yuan/)])
    const { sources: _, units: __, ...metadata } = JSON.parse(files.get('metadata.json')?.text ?? '')
    expect(JSON.stringify(metadata)).not.toMatch(/\p{Script=Han}/u)
    const [data = ''] = (files.get('citation.txt')?.text ?? '').split('\r\n')
    expect(data).toMatch(/^Youju\. Series .+\[DS\/OL\]\. \(\d{4}-\d{2}-\d{2}\)\[accessed /)
    expect(files.get('data.csv')?.text).toContain('Ministry of Industry and Information Technology')
  })

  test('is cited by the version that answers the same, whatever the request calls the host', async () => {
    const { snapshot } = (await ask('/indicators')) as { snapshot: string }
    const path = `/api/v1/series?${query}&snapshot=${snapshot}`
    const files = await open('', { Host: 'elsewhere.example' })
    for (const name of ['引用.txt', '引用.bib', '读我.txt', 'metadata.json'])
      expect(files.get(name)?.text).toContain(path)
    expect([...files.values()].some(({ text }) => text.includes('elsewhere'))).toBe(false)
    expect((await get(path)).status).toBe(200)
  })

  test('is cited under the address that the operator gives', async () => {
    const settings = { ...unhurried, publicUrl: 'https://youju.example.cn' }
    const app = createApp({ current, pagesFolder: 'none', settings })
    const response = await app.request(`/api/v1/export/zip?question=series&${query}`)
    const files = await readArchive(new Uint8Array(await response.arrayBuffer()))
    expect(files.get('引用.txt')?.text).toContain(
      `. https://youju.example.cn/api/v1/series?${query}&snapshot=`,
    )
  })

  test('is dated by the day its version was published, or by that asked for, and says the latter once', async () => {
    const published = await current.use(async ({ snapshot }) => snapshot.published_at)
    const ofVersion = await open()
    expect(new Set([...ofVersion.values()].map(({ date }) => date))).toEqual(
      new Set([published.slice(0, 16)]),
    )
    const ofDay = await open('&asOf=2024-06-30')
    expect(ofDay.get('引用.txt')?.text).toContain('(2024-06-30)')
    expect(ofDay.get('读我.txt')?.text.match(/截至/g)).toHaveLength(1)
    expect(ofDay.get('数据.csv')?.date).toBe('2024-06-30T15:59')
  })

  test('without numbers is dated and cited all the same', async () => {
    const files = await open('&measure=contribution_pp&basis=year')
    expect(files.get('引用.txt')?.text).toMatch(/\[DS\/OL\]\. \(\d{4}-\d{2}-\d{2}\)/)
    expect(files.get('读我.txt')?.text).toContain('行数：0')
  })

  test('lists the sources of all its numbers, and cites each', async () => {
    const files = await open()
    const { sources } = (await ask(`/series?${query}`)) as { sources: { id: string; title: string }[] }
    const text = files.get('来源.csv')?.text ?? ''
    const rows = await queryFile(Buffer.from(text), 'read_csv(FILE, header = true, all_varchar = true)')
    const ids = sources.map(({ id }) => id).sort()
    expect(rows.map((row) => row['source']).sort()).toEqual(ids)
    const [citations = '', bibtex = ''] = ['引用.txt', '引用.bib'].map((name) => files.get(name)?.text)
    for (const { id, title } of sources) {
      expect(citations).toContain(title)
      expect(bibtex).toContain(`@misc{${id},`)
    }
  })

  test('tells a program the same', async () => {
    const metadata = JSON.parse((await open()).get('metadata.json')?.text ?? '')
    const { series } = (await ask(`/series?${query}`)) as { series: { points: unknown[] }[] }
    expect(metadata.rows).toBe(series.flatMap(({ points }) => points).length)
    expect(metadata.question).toBe('series')
    expect(metadata.columns.map(({ id }: { id: string }) => id)).toContain('value')
  })
})
