import type { ReactNode } from 'react'
import type { ChartProps } from '../chart.tsx'
import { PlotBefore } from './plot-before.tsx'
import { usePlotBox } from './use-plot-box.ts'

/** A chart while the code that draws it is under way. */
export function AwaitedPlot(props: ChartProps): ReactNode {
  const { box, drawnBefore } = usePlotBox(props)
  return (
    <div {...box} role="img">
      <div className="plot-drawing" aria-hidden="true">
        {drawnBefore && <PlotBefore svg={drawnBefore} />}
      </div>
    </div>
  )
}
