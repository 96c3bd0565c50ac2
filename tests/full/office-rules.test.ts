import { describe, expect, test } from 'vitest'
import { writeDocx } from '#server/office/write-docx.ts'
import { writePptx } from '#server/office/write-pptx.ts'
import { chartData } from '../support/chart-series.ts'
import { about, kindIds, officeChart, software } from '../support/office-charts.ts'
import { openOffice } from '../support/office-file.ts'
import { faultsOf } from './ooxml-faults.ts'

/* By the Open XML SDK, whose rules are those of Office; what is in the files, server/office/*.test.ts looks at. */

const hostile = '<script>&"]]>\u0001\uFFFE\uD800{}'
const named = { ...software, indicator: { ...software.indicator, name: { zh: hostile, en: hostile } } }
const table = { columns: [], rows: [], unit: '' }

const contents = {
  'charts of every kind': { charts: kindIds.map((kind) => officeChart(kind)), about },
  'hostile text': {
    charts: [
      officeChart('trend', chartData([named]), { caption: hostile, sentence: hostile, address: hostile }),
    ],
    about: { ...about, title: hostile },
  },
  'a chart without a table': { charts: [officeChart('tiles', undefined, { table })], about },
  'a table without rows': {
    charts: [officeChart('tiles', undefined, { table: { ...officeChart('tiles').table, rows: [] } })],
    about,
  },
  'a cover': { charts: [officeChart('trend')], about: { ...about, cover: ['2026年9月1日', '有据 · 1张图'] } },
}

describe.each([
  ['pptx', writePptx],
  ['docx', writeDocx],
] as const)('a %s keeps every rule', (format, write) => {
  test.each(Object.entries(contents))('with %s', async (_, { charts, about }) => {
    expect(await faultsOf(await write(charts, about), format)).toEqual([])
  })
})

test('and so do the workbooks behind its charts', async () => {
  const { paths, read } = openOffice(await writePptx(contents['charts of every kind'].charts, about))
  const workbooks = paths.filter((path) => path.endsWith('.xlsx'))
  expect(workbooks.length).toBeGreaterThan(4)
  for (const path of workbooks) expect(await faultsOf(read(path), 'xlsx')).toEqual([])
})
