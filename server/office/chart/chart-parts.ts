import type { NativeChart } from '../native/native-chart.ts'
import type { Part } from '../package-file.ts'
import type { ChartFrame } from './chart-frame.ts'
import { chartSheet, writeChartSheet } from './chart-sheet.ts'
import { chartXml } from './chart-xml.ts'

const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'

interface Placed {
  /** `ppt` or `word`. */
  readonly folder: string
  /** Its number in the file, from 1. */
  readonly number: number
  readonly frame: ChartFrame
  readonly date: string
  /** The chart with all that its workbook holds, where not all of it is drawn; what is drawn stands first. */
  readonly whole?: NativeChart | undefined
}

export const chartPath = (folder: string, number: number) => `${folder}/charts/chart${number}.xml`

/** The part of a native chart and the workbook behind it. */
export async function chartParts(
  chart: NativeChart,
  { folder, number, frame, date, whole = chart }: Placed,
): Promise<Part[]> {
  const sheet = chartSheet(whole, chart.slots.length)
  const workbook = `${folder}/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`
  return [
    {
      path: chartPath(folder, number),
      type: chartType,
      content: chartXml(chart, sheet, frame),
      relations: [{ id: 'rId1', type: 'package', target: workbook }],
    },
    { path: workbook, content: await writeChartSheet(sheet, date) },
  ]
}
