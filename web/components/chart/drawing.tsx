import type { EChartsCoreOption } from 'echarts/core'
import EChartsReact from 'echarts-for-react/esm/core'
import { useMemo } from 'react'

/** What a page needs of a drawn chart. */
export interface Instance {
  convertToPixel(finder: { seriesIndex: number }, value: number[]): number | number[]
  dispatchAction(action: { type: 'highlight' | 'downplay'; seriesIndex: number; dataIndex: number }): void
}

interface DrawingProps {
  readonly engine: unknown
  readonly option: EChartsCoreOption
  readonly width: number
  readonly height: number
  onDrawn(instance: Instance): void
}

const svg = { renderer: 'svg' } as const

/** A chart drawn by an ECharts that has what the chart needs. */
export function Drawing({ engine, option, width, height, onDrawn }: DrawingProps) {
  const style = useMemo(() => ({ width, height }), [width, height])
  return (
    <EChartsReact echarts={engine} option={option} notMerge opts={svg} style={style} onChartReady={onDrawn} />
  )
}
