import { Drawing, type DrawingProps } from './drawing.tsx'
import { engine } from './tile-engine.ts'

/** The tile grid. */
export const TileDrawing = (props: DrawingProps) => <Drawing {...props} engine={engine} />
