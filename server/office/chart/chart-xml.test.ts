import { describe, expect, test } from 'vitest'
import { themes } from '#server/charts/index.ts'
import { readWorkbook } from '../../../tests/exports/readers/read-xlsx.ts'
import { chartData, chartSeries } from '../../../tests/support/chart-series.ts'
import {
  drawnByOffice,
  officeChart,
  regional,
  software,
  telecom,
} from '../../../tests/support/office-charts.ts'
import { allOf, type Element, elementAt, parseXml, valOf } from '../../../tests/support/office-file.ts'
import { nativeChartOf } from '../native/index.ts'
import { xmlPart } from '../xml.ts'
import { roomOf } from './chart-frame.ts'
import { rgb } from './chart-look.ts'
import { chartSheet, writeChartSheet } from './chart-sheet.ts'
import { chartXml } from './chart-xml.ts'

const frame = { width: 872, height: 360, fontSize: 12 }
const date = '2026-09-01T02:00:00Z'

async function written({ kind, data }: ReturnType<typeof officeChart>) {
  const chart = nativeChartOf(kind, data)
  if (!chart) throw new Error(`${kind} is not native`)
  const sheet = chartSheet(chart)
  const workbook = await writeChartSheet(sheet, date)
  const xml = xmlPart(chartXml(chart, sheet, frame))
  return {
    chart,
    workbook,
    xml,
    root: parseXml(xml),
    rows: (await readWorkbook(workbook)).get('Sheet1') ?? [],
  }
}

const seriesIn = (root: Element) => allOf(root, 'c:ser')

/** What a reference of a chart has kept of the workbook, by the number of the row from 0. */
const keptIn = (reference: Element | undefined) =>
  new Map((reference ? allOf(reference, 'c:pt') : []).map((pt) => [Number(pt.attributes['idx']), pt.text]))

/** The cells that a reference names, read from the workbook. */
function cellsAt(rows: readonly (readonly unknown[])[], reference: Element | undefined): unknown[] {
  const [, letters = '', from = '', to = ''] =
    /^Sheet1!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(
      (reference && allOf(reference, 'c:f')[0]?.text) ?? '',
    ) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return rows.slice(Number(from) - 1, Number(to || from)).map((row) => row[column])
}

describe.each(drawnByOffice)('a %s', (kind) => {
  test('shows in Office the values that its workbook holds, and none where a cell is empty', async () => {
    const { root, rows, chart } = await written(officeChart(kind))
    const own = seriesIn(root).slice(0, chart.series.length)
    expect(own).toHaveLength(chart.series.length)
    for (const [at, series] of own.entries()) {
      const kept = keptIn(elementAt(series, 'c:val'))
      const cells = cellsAt(rows, elementAt(series, 'c:val'))
      expect(cells).toHaveLength(chart.slots.length)
      expect(cells.map((cell) => cell ?? undefined)).toEqual(
        chart.series[at]?.points.map((point) => point?.value),
      )
      expect(cells.map((cell, row) => (cell === null ? undefined : kept.get(row)))).toEqual(
        cells.map((cell) => (cell === null ? undefined : String(cell))),
      )
      expect(cellsAt(rows, elementAt(series, 'c:tx'))).toEqual([chart.series[at]?.name])
    }
  })

  test('has a workbook with status and source of each number', async () => {
    const { rows } = await written(officeChart(kind))
    const [head = []] = rows
    const column = head.findIndex((heading) => String(heading).endsWith('来源'))
    expect(head.some((heading) => String(heading).endsWith('状态'))).toBe(true)
    expect(rows.slice(1).map((row) => row[column])).toContain('软件业经济运行情况')
  })

  test('has the same bytes each time', async () => {
    const [one, other] = [await written(officeChart(kind)), await written(officeChart(kind))]
    expect(one.xml).toBe(other.xml)
    expect(Buffer.from(one.workbook).equals(Buffer.from(other.workbook))).toBe(true)
  })

  test('names a face for both scripts wherever it names one', async () => {
    const { root } = await written(officeChart(kind))
    const faces = ['a:latin', 'a:ea'].map((name) =>
      allOf(root, name).map(({ attributes }) => attributes['typeface']),
    )
    expect(faces[0]?.length).toBeGreaterThan(2)
    expect(faces[0]).toEqual(faces[1])
    expect(new Set(faces.flat())).toEqual(new Set(['Microsoft YaHei']))
  })
})

test('a gap stays a gap', async () => {
  const { root } = await written(officeChart('trend'))
  expect(allOf(root, 'c:dispBlanksAs').map(({ attributes }) => attributes['val'])).toEqual(['gap'])
})

test('a preliminary point is a ring of the colour of its line', async () => {
  const { root, chart } = await written(officeChart('trend'))
  const hollow = chart.series[0]?.points.flatMap((point, at) => (point?.isHollow ? [String(at)] : []))
  const [series] = seriesIn(root)
  const rings = (series ? allOf(series, 'c:dPt') : []).filter(
    (point) => valOf(point, 'c:marker', 'c:spPr', 'a:solidFill', 'a:srgbClr') === 'FFFFFF',
  )
  expect(rings.map((point) => valOf(point, 'c:idx'))).toEqual(hollow)
  for (const point of rings)
    expect(valOf(point, 'c:marker', 'c:spPr', 'a:ln', 'a:solidFill', 'a:srgbClr')).toBe(
      rgb(chart.series[0]?.color ?? ''),
    )
})

test('a target is a hollow diamond at the end of dashes', async () => {
  const points = telecom.points.map((point, at) =>
    at === 4 ? { ...point, status: 'target' as const } : point,
  )
  const { root } = await written(officeChart('trend', chartData([{ ...telecom, points }])))
  const point = allOf(root, 'c:dPt').find((each) => valOf(each, 'c:idx') === '5')
  expect(valOf(point, 'c:marker', 'c:symbol')).toBe('diamond')
  expect(valOf(point, 'c:spPr', 'a:ln', 'a:prstDash')).toBe('sysDash')
})

test('a change of 口径 is a dashed upright with its name, where no number stands', async () => {
  const { root, chart } = await written(officeChart('trend'))
  const rule = seriesIn(root).at(-1)
  expect(elementAt(rule, 'c:tx')?.text).toContain('口径调整')
  expect([...keptIn(elementAt(rule, 'c:val')).keys()]).toEqual([3])
  expect(chart.series[0]?.points[3]).toBeUndefined()
  expect(valOf(rule, 'c:errBars', 'c:errBarType')).toBe('minus')
  expect(valOf(rule, 'c:errBars', 'c:spPr', 'a:ln', 'a:prstDash')).toBe('dash')
  expect(valOf(rule, 'c:dLbls', 'c:showSerName')).toBe('1')
})

test('what derived numbers may be are error bars out of the workbook', async () => {
  const derived = {
    method: 'change',
    parents: [],
    against: { zh: '', en: '' },
    isAcrossBreak: false,
  } as const
  const points = telecom.points.map((point) => ({
    ...point,
    derived,
    low: point.value - 1e9,
    high: point.value + 2e9,
  }))
  const { root, rows } = await written(officeChart('columns', chartData([{ ...telecom, points }])))
  const [bars] = allOf(root, 'c:errBars')
  expect([...keptIn(elementAt(bars, 'c:plus')).values()]).toEqual(Array(5).fill('0.002'))
  expect(cellsAt(rows, elementAt(bars, 'c:minus'))).toEqual([0.001, 0.001, null, 0.001, 0.001, 0.001])
})

test('lines are in the colours of their regions, named at their ends without a legend', async () => {
  const { root, chart } = await written(officeChart('trend', chartData(regional.slice(1, 4))))
  const own = seriesIn(root).slice(0, 3)
  expect(own.map((series) => valOf(series, 'c:spPr', 'a:ln', 'a:solidFill', 'a:srgbClr'))).toEqual(
    chart.series.map(({ color }) => rgb(color)),
  )
  for (const series of own) expect(valOf(elementAt(series, 'c:dLbls'), 'c:dLbl', 'c:showSerName')).toBe('1')
  expect(allOf(root, 'c:legend')).toEqual([])
})

test('more lines than have room at their ends are named in a legend', async () => {
  const many = Array.from({ length: 24 }, (_, at) => ({
    ...telecom,
    region: { ...telecom.region, code: String(at), name: { zh: `地区${at}`, en: `Region ${at}` } },
  }))
  const { root } = await written(officeChart('trend', chartData(many)))
  expect(allOf(root, 'c:legend')).toHaveLength(1)
})

test('bars start from zero; the top of the axis is left free for larger numbers', async () => {
  const { root } = await written(officeChart('columns'))
  const scaling = elementAt(allOf(root, 'c:valAx')[0], 'c:scaling')
  expect([valOf(scaling, 'c:min'), valOf(scaling, 'c:max')]).toEqual(['0', undefined])
  expect(allOf(root, 'c:dPt').map((point) => valOf(point, 'c:spPr', 'a:solidFill', 'a:srgbClr'))).toContain(
    rgb(themes.light.accent),
  )
})

test('months stand on an axis of dates', async () => {
  const { root } = await written(officeChart('trend', chartData([software])))
  expect(allOf(root, 'c:dateAx')).toHaveLength(1)
  expect(allOf(root, 'c:catAx')).toEqual([])
})

describe('the names of years', () => {
  /** A year that ends in September, close below the line of the year after. */
  const crowded = chartSeries({
    indicator: 'software_revenue',
    basis: 'cumulative',
    figures: [
      ...[6, 8, 9].map((month) => `2019-01/2019-0${month} ${month * 5800}亿元`),
      ...[6, 8, 9].map((month) => `2020-01/2020-0${month} ${month * 6000}亿元`),
      '2020 80000亿元',
      ...[2, 6].map((month) => `2021-01/2021-0${month} ${month * 7400}亿元`),
    ],
  })

  test('lie on the line of no other year', () => {
    const chart = nativeChartOf('yearly', chartData([crowded]))
    if (!chart) throw new Error('no chart')
    const { ends } = roomOf(chart, frame)
    const [before, , newest] = ends
    expect(newest?.name).toBeDefined()
    // Below the end of its line, as the line of 2020 runs above it.
    expect(before?.name?.y).toBeGreaterThanOrEqual(0)
  })

  test('the newest is a text of its own with number and period', async () => {
    const { root } = await written(officeChart('yearly', chartData([crowded])))
    const texts = seriesIn(root).map((series) => allOf(series, 'a:t').map(({ text }) => text))
    expect(texts).toEqual([[], [], ['44,400亿元', '2021年上半年']])
    const shown = seriesIn(root).map((series) =>
      valOf(elementAt(series, 'c:dLbls'), 'c:dLbl', 'c:showSerName'),
    )
    expect(shown[2]).toBe('1')
  })
})
