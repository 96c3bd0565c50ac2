import { Drawing, type DrawingProps } from './drawing.tsx'
import { engine } from './engine.ts'

/** Lines and bars. */
export const PlainDrawing = (props: DrawingProps) => <Drawing {...props} engine={engine} />
