import { Drawing, type DrawingProps } from './drawing.tsx'
import { engine } from './shape-engine.ts'

/** The tile grid, and lines and bars with bands. */
export const ShapeDrawing = (props: DrawingProps) => <Drawing {...props} engine={engine} />
