import { Plot, type PlotProps } from './plot.tsx'
import { engine } from './shape-engine.ts'

/** The tile grid, and lines and bars with bands. */
export const ShapeDrawing = (props: PlotProps) => <Plot {...props} engine={engine} />
