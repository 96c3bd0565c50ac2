import { engine } from './engine.ts'
import { Plot, type PlotProps } from './plot.tsx'

/** Lines and bars. */
export const PlainDrawing = (props: PlotProps) => <Plot {...props} engine={engine} />
