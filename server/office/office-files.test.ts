import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../tests/exports/readers/read-xlsx.ts'
import { chartData, chartSeries } from '../../tests/support/chart-series.ts'
import { about, drawnByOffice, kindIds, officeChart, software } from '../../tests/support/office-charts.ts'
import { allOf, type Element, openOffice } from '../../tests/support/office-file.ts'
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
    const { paths, xml, read } = openOffice(file)
    const path = format === 'pptx' ? 'ppt/slides/slide1.xml' : document
    expect(textOf(openOffice(file), path)).toContain('<script>&"]]>{}')
    for (const part of paths.filter((each) => /\.(xml|rels)$/.test(each))) xml(part)
    const workbook = paths.find((each) => each.endsWith('.xlsx')) ?? ''
    expect((await readWorkbook(read(workbook))).get('Sheet1')?.[0]?.[1]).toBe('<script>&"]]>{}')
  })
})

const document = 'word/document.xml'
const slide1 = 'ppt/slides/slide1.xml'

describe.each(formats)('a %s of a chart without a table', (format) => {
  const table = { columns: [], rows: [], unit: '' }
  const empty = [table, { ...officeChart('tiles').table, rows: [] }, { ...table, rows: [[]] }]
  test.each(empty)('has none, and its picture has all the room', async (each) => {
    const file = await writers[format]([officeChart('tiles', undefined, { table: each })], about)
    const root = openOffice(file).xml(format === 'pptx' ? slide1 : document)
    expect([...allOf(root, 'a:tbl'), ...allOf(root, 'w:tbl')]).toEqual([])
    const [size] = [...allOf(root, 'wp:extent'), ...allOf(allOf(root, 'p:pic')[0] ?? none, 'a:ext')]
    expect(Number(size?.attributes['cx'])).toBeGreaterThan(5_000_000)
  })
})

describe('a ranking of more regions than a slide can name', () => {
  const codes = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45'.split(' ')
  const series = ['CN', ...codes.map((code) => `${code}0000`)].map((region, at) =>
    chartSeries({
      indicator: 'software_revenue',
      region,
      basis: 'year',
      figures: [`2024 ${9000 - at * 100}亿元`],
    }),
  )
  const chartOf = (selected?: string) => officeChart('ranking', chartData(series, { selected }))
  const namesIn = (root: Element) => allOf(allOf(root, 'c:cat')[0] ?? none, 'c:v').map(({ text }) => text)

  test('shows the nation and the first fifteen, and says how many there are', async () => {
    const file = openOffice(await writePptx([chartOf()], about))
    const names = namesIn(file.xml('ppt/charts/chart1.xml'))
    expect([names.length, names[1], names.at(-1)]).toEqual([16, '北京', '山东'])
    expect(textOf(file, slide1)).toContain('图中为15个地区；共20个，其余见数据')
  })

  test('has the others in its workbook', async () => {
    const { read, paths } = openOffice(await writePptx([chartOf()], about))
    const workbook = await readWorkbook(read(paths.find((path) => path.endsWith('.xlsx')) ?? ''))
    const names = workbook.get('Sheet1')?.map(([name]) => name)
    expect([names?.length, names?.at(-1)]).toEqual([22, '广西'])
  })

  test('shows the region that was chosen wherever it stands', async () => {
    const names = namesIn(
      openOffice(await writePptx([chartOf('450000')], about)).xml('ppt/charts/chart1.xml'),
    )
    expect([names.length, names.at(-1)]).toEqual([17, '广西'])
  })

  test('is whole in a document', async () => {
    const names = namesIn(openOffice(await writeDocx([chartOf()], about)).xml('word/charts/chart1.xml'))
    expect(names).toHaveLength(21)
  })
})

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
    for (const line of [title, subtitle, ...foot.slice(0, 1), ...foot.slice(-1)]) expect(text).toContain(line)
  })

  test('says its sentence below its title, and nothing where none is wanted', async () => {
    const linesOn = async (sentence: string) =>
      textOf(
        openOffice(await writePptx([officeChart('trend', undefined, { sentence })], about)),
        slide1,
      ).split('\n')
    const { title, subtitle } = officeChart('trend').words
    expect((await linesOn('收入增长9.2%。')).slice(0, 3)).toEqual([title, '收入增长9.2%。', subtitle])
    expect((await linesOn('')).slice(0, 2)).toEqual([title, subtitle])
  })

  test('begins with a cover where there is something to say on it', async () => {
    const cover = ['2026年9月1日', '有据 · 1张图']
    const file = await writePptx([officeChart('trend')], { ...about, cover })
    const opened = openOffice(file)
    expect(textOf(opened, slide1).split('\n')).toEqual([about.title, ...cover])
    expect(textOf(opened, 'ppt/slides/slide2.xml')).toContain(officeChart('trend').words.title)
  })

  test('has no text smaller than 10 points on its slides', async () => {
    const { paths, xml } = await opened
    const sizes = paths
      .filter((path) => /slides\/slide\d+\.xml$/.test(path))
      .flatMap((path) => allOf(xml(path), 'a:rPr').map(({ attributes }) => Number(attributes['sz'])))
      // The number of a slide is 9.
      .filter((size) => size !== 900)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1000)
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
      '数据版本：有据2026年9月1日发布',
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

  test('keeps a sentence with its figure and this with its caption', async () => {
    const styles = allOf((await opened).xml('word/styles.xml'), 'w:style')
    const kept = styles
      .filter((style) => allOf(style, 'w:keepNext').length > 0)
      .map(({ attributes }) => attributes['w:styleId'])
    expect(kept).toEqual(['Lead', 'Figure', 'TableCaption'])
    const paragraphs = allOf((await opened).xml(document), 'w:pStyle').map(
      ({ attributes }) => attributes['w:val'],
    )
    expect(paragraphs.filter((style) => style !== 'Cell').slice(1, 5)).toEqual([
      'Lead',
      'Figure',
      'Caption',
      'TableCaption',
    ])
  })

  test('says once, at its end, of when its data are, and the id of their version in its properties', async () => {
    const file = await opened
    const lines = allOf(file.xml(document), 'w:p').map(({ text }) => text)
    expect(lines.filter((line) => line.startsWith('数据版本'))).toEqual(['数据版本：有据2026年9月1日发布'])
    expect(lines.at(-1)).toBe('数据版本：有据2026年9月1日发布')
    expect(lines.join()).not.toContain(about.snapshot)
    expect(allOf(file.xml('docProps/core.xml'), 'cp:version').map(({ text }) => text)).toEqual([
      about.snapshot,
    ])
  })

  test('has no paragraph for a sentence that is not wanted', async () => {
    const { xml } = openOffice(await writeDocx([officeChart('trend', undefined, { sentence: '' })], about))
    const styles = allOf(xml(document), 'w:pStyle').map(({ attributes }) => attributes['w:val'])
    expect(styles).not.toContain('Lead')
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
