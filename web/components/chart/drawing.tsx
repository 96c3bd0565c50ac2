import type { EChartsCoreOption } from 'echarts/core'
import EChartsReact from 'echarts-for-react/esm/core'
import { useMemo } from 'react'
import { engine } from './engine.ts'
import { useLetters } from './use-letters.ts'

/** What a page needs of a drawn chart. */
export interface Instance {
  convertToPixel(finder: { seriesIndex: number }, value: number[]): number | number[]
  dispatchAction(action: { type: 'highlight' | 'downplay'; seriesIndex: number; dataIndex: number }): void
}

interface DrawingProps {
  readonly option: EChartsCoreOption
  readonly width: number
  readonly height: number
  onDrawn(instance: Instance): void
}

const svg = { renderer: 'svg' } as const

/** A chart as ECharts draws it. */
export function Drawing({ option, width, height, onDrawn }: DrawingProps) {
  const style = useMemo(() => ({ width, height }), [width, height])
  const letters = useLetters()
  return (
    <EChartsReact
      key={letters}
      echarts={engine}
      option={option}
      notMerge
      opts={svg}
      style={style}
      onChartReady={onDrawn}
    />
  )
}
