import { describe, expect, test } from 'vitest'
import { openRealApi } from '../support/real-api.ts'
import { readArchive } from './readers/read-zip.ts'
import { queryFile } from './readers/with-file.ts'

const { ask, get } = await openRealApi()
const query = 'indicator=software_revenue&region=CN,110000'

async function open(more = '') {
  const response = await get(`/api/v1/export/zip?question=series&${query}${more}`)
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

  test('explains itself in both languages: each file, the question, the units, the codes, how to cite', async () => {
    const files = await open()
    const readMe = files.get('读我.txt')?.text ?? ''
    for (const name of files.keys()) if (name !== '读我.txt') expect(readMe).toContain(name)
    for (const words of [
      '指标：软件业务收入',
      'Indicator: Software business revenue',
      '1 亿元 = 10^8 元',
      '[DS/OL]',
    ])
      expect(readMe).toContain(words)
    expect(readMe).toMatch(/cumulative：.+\r\n/)
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
