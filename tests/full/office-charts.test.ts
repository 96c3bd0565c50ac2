import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChartKindId, type Names, toChartData } from '#server/charts/index.ts'
import { nativeChartOf } from '#server/office/native/index.ts'
import type { OfficeChart } from '#server/office/office-chart.ts'
import { writeDocx } from '#server/office/write-docx.ts'
import { writePptx } from '#server/office/write-pptx.ts'
import type { SeriesAnswer } from '#web/api.ts'
import { about, officeChart } from '../support/office-charts.ts'
import { openRealApi } from '../support/real-api.ts'
import { faultsOf } from './ooxml-faults.ts'

const { ask, get } = await openRealApi()
const run = promisify(execFile)

const nation = 'indicator=software_revenue&region=CN'
const provinces = 'indicator=software_revenue&basis=cumulative&region='

/** A question for each kind, and for what a trend can be. */
const asked: readonly (readonly [name: string, ChartKindId, query: string])[] = [
  ['a trend', 'trend', `${nation}&measure=level&basis=cumulative`],
  ['a trend of derived numbers', 'trend', `${nation}&basis=month&transform=decumulate`],
  ['a trend of regions', 'trend', `${provinces}CN,110000,320000,440000`],
  ['years over one another', 'yearly', `${nation}&measure=level&basis=cumulative`],
  ['columns', 'columns', 'indicator=telecom_revenue&region=CN&basis=year'],
  ['a ranking', 'ranking', `${provinces}CN,110000,310000,320000,370000,440000`],
  ['a slope', 'slope', `${provinces}110000,320000,370000,440000`],
  ['tiles', 'tiles', `${provinces}110000,320000,370000,440000`],
  ['a heatmap', 'heatmap', `${provinces}110000,320000,370000,440000`],
  ['small multiples', 'multiples', `${provinces}110000,320000,370000,440000`],
  ['coverage', 'coverage', `${provinces}110000,320000,370000,440000`],
]

async function realCharts(): Promise<OfficeChart[]> {
  const [{ indicators }, { regions }] = (await Promise.all([ask('/indicators'), ask('/regions')])) as [
    Pick<Names, 'indicators'>,
    Pick<Names, 'regions'>,
  ]
  return Promise.all(
    asked.map(async ([, kind, query]) => {
      const answer = (await ask(`/series?${query}`)) as SeriesAnswer
      return officeChart(kind, toChartData(answer, { names: { indicators, regions }, language: 'zh' }))
    }),
  )
}

interface Page {
  readonly text: string
  /** Its colours as `#rrggbb`. */
  readonly colors: ReadonlySet<string>
}

/** What LibreOffice makes of a file, page by page: the words without what is between them, and the colours. */
async function pagesOf(bytes: Uint8Array, ending: string): Promise<Page[]> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-office-'))
  try {
    await writeFile(join(folder, `file.${ending}`), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, `file.${ending}`),
    ])
    const pdf = join(folder, 'file.pdf')
    await run('pdftoppm', ['-r', '50', pdf, join(folder, 'page')])
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ppm')).sort()
    const pictures = await Promise.all(names.map((name) => readFile(join(folder, name))))
    const texts = stdout.split('\f').map((text) => text.replace(/\s/g, ''))
    return pictures.map((picture, at) => ({ text: texts[at] ?? '', colors: colorsOf(picture) }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The colours of a picture in the format PPM: a head of four words, then three bytes a pixel. */
function colorsOf(ppm: Buffer): Set<string> {
  const head = /^P6\s\d+\s\d+\s255\s/.exec(ppm.subarray(0, 40).toString('latin1'))
  const pixels = ppm.subarray(head?.[0].length ?? 0)
  const colors = new Set<string>()
  for (let at = 0; at + 2 < pixels.length; at += 3)
    colors.add(`#${pixels.subarray(at, at + 3).toString('hex')}`)
  return colors
}

const squeezed = (text: string) => text.replace(/\s/g, '')

describe.each([
  ['pptx', writePptx],
  ['docx', writeDocx],
] as const)('LibreOffice opens the %s of real charts', (ending, write) => {
  let charts: OfficeChart[] = []
  let bytes = new Uint8Array()
  let pages: Page[] = []

  beforeAll(async () => {
    charts = await realCharts()
    bytes = new Uint8Array(await write(charts, about))
    pages = await pagesOf(bytes, ending)
  })
  afterAll(() => {
    pages = []
  })

  test('which keeps every rule of the Open XML SDK', async () => {
    expect(await faultsOf(bytes, ending)).toEqual([])
    expect(pages.length).toBeGreaterThanOrEqual(charts.length)
  })

  test.each(asked.map(([name], at) => [name, at] as const))('with the words of %s', (_, at) => {
    const chart = charts[at]
    const text = pages.map((page) => page.text).join('')
    expect(chart?.data.series.some(({ points }) => points.length > 0)).toBe(true)
    for (const words of [chart?.words.title, chart?.words.subtitle, chart?.words.foot.at(-1)])
      expect(text).toContain(squeezed(words ?? 'no words'))
  })

  const native = asked.flatMap(([name, kind], at) => (officeChart(kind).picture ? [] : [[name, at] as const]))
  test.each(native)('with %s drawn in the colours of its series', (_, at) => {
    const chart = charts[at]
    const drawn = chart && nativeChartOf(chart.kind, chart.data)
    const wanted = new Set(
      drawn?.series.flatMap(({ points }) => points.flatMap((point) => point?.color ?? [])),
    )
    expect(wanted.size).toBeGreaterThan(0)
    const title = squeezed(chart?.words.title ?? '')
    const own = pages.filter(({ text }) => text.includes(title)).flatMap(({ colors }) => [...colors])
    expect([...wanted].some((color) => own.includes(color))).toBe(true)
  })
})

test('LibreOffice shows every number of a table in a document', async () => {
  const [chart] = await realCharts()
  if (!chart) throw new Error('no chart')
  const text = (await pagesOf(new Uint8Array(await writeDocx([chart], about)), 'docx'))
    .map((page) => page.text)
    .join('')
  expect(chart.table.rows.length).toBe(24)
  for (const [period, value] of chart.table.rows) expect(text).toContain(squeezed(`${period}${value}`))
})

const brief =
  'title=%E7%AE%80%E6%8A%A5&1.view=yearly&1.indicator=software_revenue&1.say=long&2.view=tiles&2.indicator=software_revenue&2.compilation=annual&2.group=provinces&2.say=none&3.view=ranking&3.indicator=software_revenue&3.compilation=annual&3.group=provinces'

describe.each(['page', 'each', 'slides'])('a brief of the layout %s', (layout) => {
  test.each(['pptx', 'docx'])('keeps as %s every rule of the Open XML SDK', async (ending) => {
    const answer = await get(`/brief.${ending}?layout=${layout}&${brief}`)
    expect(answer.status).toBe(200)
    expect(await faultsOf(new Uint8Array(await answer.arrayBuffer()), ending)).toEqual([])
  })
})
