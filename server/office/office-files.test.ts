import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../tests/exports/readers/read-xlsx.ts'
import { chartData } from '../../tests/support/chart-series.ts'
import { about, drawnByOffice, kindIds, officeChart, software } from '../../tests/support/office-charts.ts'
import { allOf, faultsOf, openOffice } from '../../tests/support/office-file.ts'
import { writeDocx } from './write-docx.ts'
import { writePptx } from './write-pptx.ts'

const writers = { pptx: writePptx, docx: writeDocx }
const formats = Object.keys(writers) as (keyof typeof writers)[]
const charts = kindIds.map((kind) => officeChart(kind))
const textOf = (file: ReturnType<typeof openOffice>, path: string) => {
  const root = file.xml(path)
  return [...allOf(root, 'a:t'), ...allOf(root, 'w:t')].map(({ text }) => text).join('\n')
}

describe.each(formats)('a %s of every kind', (format) => {
  const written = writers[format](charts, about)
  const opened = written.then(openOffice)

  test('keeps every rule of the Open XML SDK', async () => {
    expect(await faultsOf(await written, format)).toEqual([])
  })

  test('holds nothing but well-formed XML, pictures and workbooks', async () => {
    const { paths, xml } = await opened
    const others = paths.filter((path) => !/\.(xml|rels)$/.test(path))
    expect(new Set(others.map((path) => posix.extname(path)))).toEqual(new Set(['.png', '.xlsx']))
    for (const path of paths.filter((each) => !others.includes(each)))
      expect(xml(path).children).toHaveLength(1)
  })

  test('has a part for every relation, and a type for every part', async () => {
    const { paths, xml } = await opened
    const types = xml('[Content_Types].xml')
    const named = allOf(types, 'Override').map(({ attributes }) => attributes['PartName']?.slice(1))
    const endings = allOf(types, 'Default').map(({ attributes }) => `.${attributes['Extension']}`)
    expect(named.filter((path) => !paths.includes(path ?? ''))).toEqual([])
    const endingOf = (path: string) => path.slice(path.lastIndexOf('.'))
    expect(paths.filter((path) => !named.includes(path) && !endings.includes(endingOf(path)))).toEqual([])
    for (const path of paths.filter((each) => each.endsWith('.rels'))) {
      const folder = posix.join(posix.dirname(path), '..')
      const targets = allOf(xml(path), 'Relationship').map(({ attributes }) =>
        posix.join(folder, attributes['Target'] ?? ''),
      )
      expect(targets.length).toBeGreaterThan(0)
      expect(targets.filter((target) => !paths.includes(target))).toEqual([])
    }
  })

  test('draws five kinds itself, each with its workbook, and has a picture of the others', async () => {
    const { paths } = await opened
    expect(paths.filter((path) => /\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(drawnByOffice.length)
    expect(paths.filter((path) => path.endsWith('.xlsx'))).toHaveLength(drawnByOffice.length)
    expect(paths.filter((path) => path.endsWith('.png'))).toHaveLength(kindIds.length - drawnByOffice.length)
  })

  test('has the same bytes each time', async () => {
    const again = await writers[format](charts, about)
    expect(Buffer.from(again).equals(Buffer.from(await written))).toBe(true)
  })

  test('tells no other time than that of the data', async () => {
    const { xml } = await opened
    expect(allOf(xml('docProps/core.xml'), 'dcterms:created').map(({ text }) => text)).toEqual([
      '2026-09-01T02:00:00Z',
    ])
  })

  test('takes any text as text', async () => {
    const hostile = '<script>&"]]>\u0001\uFFFE\uD800{}'
    const data = chartData([
      { ...software, indicator: { ...software.indicator, name: { zh: hostile, en: hostile } } },
    ])
    const chart = officeChart('trend', data, { caption: hostile, sentence: hostile, address: hostile })
    const file = await writers[format]([chart], { ...about, title: hostile })
    expect(await faultsOf(file, format)).toEqual([])
    const { paths, xml, read } = openOffice(file)
    const path = format === 'pptx' ? 'ppt/slides/slide1.xml' : document
    expect(textOf(openOffice(file), path)).toContain('<script>&"]]>{}')
    for (const part of paths.filter((each) => /\.(xml|rels)$/.test(each))) xml(part)
    const workbook = paths.find((each) => each.endsWith('.xlsx')) ?? ''
    expect((await readWorkbook(read(workbook))).get('Sheet1')?.[0]?.[1]).toBe('<script>&"]]>{}')
  })
})

const document = 'word/document.xml'

describe('a presentation', () => {
  const opened = writePptx(charts, about).then(openOffice)

  test('is 16:9 with a chart a slide, and the table behind it where it has no room beside a picture', async () => {
    const { xml } = await opened
    const presentation = xml('ppt/presentation.xml')
    expect(allOf(presentation, 'p:sldSz')[0]?.attributes).toEqual({ cx: '12192000', cy: '6858000' })
    const ids = allOf(presentation, 'p:sldId').map(({ attributes }) => Number(attributes['id']))
    expect(ids.length).toBeGreaterThanOrEqual(kindIds.length)
    expect(Math.min(...ids)).toBeGreaterThanOrEqual(256)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has on each slide title, subtitle, cautions and source', async () => {
    const text = textOf(await opened, 'ppt/slides/slide1.xml')
    const { title, subtitle, foot } = officeChart('trend').words
    for (const line of [title, subtitle, ...foot]) expect(text).toContain(line)
  })

  test('sets a long title smaller, so that it stays on its line', async () => {
    const caption = '软件业务收入和电信业务收入'.repeat(4)
    const { xml } = openOffice(await writePptx([officeChart('trend', undefined, { caption })], about))
    const [run] = allOf(xml('ppt/slides/slide1.xml'), 'a:rPr')
    expect((Number(run?.attributes['sz']) / 100) * caption.length).toBeLessThan(872)
  })

  test('says in the notes the sentence, the documents, the address and the date of the data', async () => {
    const text = textOf(await opened, 'ppt/notesSlides/notesSlide1.xml')
    for (const line of [
      officeChart('trend').sentence,
      '工业和信息化部《软件业经济运行情况》，2026-08-28',
      '网址：https://youju.example/regions?kind=x&group=provinces',
      '数据日期：2026-09-01',
      '数据版本：68245a6bf7672a9c',
    ])
      expect(text).toContain(line)
  })

  test('describes its charts for who does not see them', async () => {
    const { xml } = await opened
    const said = allOf(xml('ppt/slides/slide1.xml'), 'p:cNvPr').flatMap(
      ({ attributes }) => attributes['descr'] ?? [],
    )
    expect(said).toEqual([officeChart('trend').sentence])
  })

  test('has the numbers of a picture beside it, to be edited', async () => {
    const { paths, xml } = await opened
    const slides = paths.filter((path) => /slides\/slide\d+\.xml$/.test(path))
    const tables = slides.flatMap((path) => allOf(xml(path), 'a:tbl'))
    for (const kind of kindIds.filter((each) => !drawnByOffice.includes(each))) {
      const cells = officeChart(kind).table.rows.at(-1) ?? []
      expect(tables.some((table) => table.text.includes(cells.join('')))).toBe(true)
    }
  })
})

describe('a document', () => {
  const opened = writeDocx(charts, about).then(openOffice)

  test('is an A4 page with the margins of official documents', async () => {
    const [section] = allOf((await opened).xml(document), 'w:sectPr')
    const millimetres = (name: string, key: string) =>
      Math.round((Number(allOf(section ?? none, name)[0]?.attributes[key]) / 1440) * 254) / 10
    expect([millimetres('w:pgSz', 'w:w'), millimetres('w:pgSz', 'w:h')]).toEqual([210, 297])
    expect(['w:top', 'w:bottom', 'w:left', 'w:right'].map((key) => millimetres('w:pgMar', key))).toEqual([
      37, 35, 28, 26,
    ])
  })

  test('is set in 仿宋 of 三号 with 28 points between lines and two characters before the first', async () => {
    const styles = allOf((await opened).xml('word/styles.xml'), 'w:style')
    const lead = styles.find(({ attributes }) => attributes['w:styleId'] === 'Lead') ?? none
    expect(allOf(lead, 'w:rFonts')[0]?.attributes['w:eastAsia']).toBe('仿宋_GB2312')
    expect(allOf(lead, 'w:sz')[0]?.attributes['w:val']).toBe('32')
    expect(allOf(lead, 'w:spacing')[0]?.attributes).toMatchObject({ 'w:line': '560', 'w:lineRule': 'exact' })
    expect(allOf(lead, 'w:ind')[0]?.attributes['w:firstLineChars']).toBe('200')
  })

  test('counts its figures and tables by fields of Word', async () => {
    const fields = allOf((await opened).xml(document), 'w:fldSimple')
    const numbers = (word: string) =>
      fields
        .filter(({ attributes }) => attributes['w:instr'] === ` SEQ ${word} \\* ARABIC `)
        .map(({ text }) => text)
    const expected = kindIds.map((_, at) => String(at + 1))
    expect([numbers('图'), numbers('表')]).toEqual([expected, expected])
  })

  test('has every row of every table, heads that stand again, and numbers at the right', async () => {
    const root = (await opened).xml(document)
    const tables = allOf(root, 'w:tbl')
    const { rows, columns } = officeChart('trend').table
    const [first] = tables
    expect(allOf(first ?? none, 'w:tr')).toHaveLength(rows.length + 1)
    for (const table of tables) expect(allOf(table, 'w:tblHeader')).toHaveLength(1)
    const cells = allOf(allOf(first ?? none, 'w:tr')[1] ?? none, 'w:tc')
    expect(cells.map(({ text }) => text)).toEqual(rows[0])
    expect(cells.map((cell) => allOf(cell, 'w:jc')[0]?.attributes['w:val'] === 'right')).toEqual(
      columns.map(({ align }) => align === 'end'),
    )
  })

  test('describes its charts and pictures, each with a number of its own', async () => {
    const drawings = allOf((await opened).xml(document), 'wp:docPr').map(({ attributes }) => attributes)
    expect(drawings.map(({ descr }) => descr)).toEqual(charts.map(({ sentence }) => sentence))
    expect(new Set(drawings.map(({ id }) => id)).size).toBe(kindIds.length)
  })

  test('is English where its data are', async () => {
    const data = chartData([software], { language: 'en' })
    const text = textOf(openOffice(await writeDocx([officeChart('trend', data)], about)), document)
    for (const word of ['Figure', 'Table', 'Period', 'Source: ']) expect(text).toContain(word)
    expect(text.replace(/软件业经济运行情况|数字经济运行图表/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

const none = { name: '', attributes: {}, children: [], text: '' }
