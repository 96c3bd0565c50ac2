import { compose } from './compose.ts'
import type { PaintAnswer, PaintOrder } from './painter.ts'
import { toPng } from './to-png.ts'
import { toSvg } from './to-svg.ts'

/** The program of a process that draws pictures, one at a time, for as long as there is somebody to send them to. */
process.on('message', ({ request, size }: PaintOrder) => process.send?.(answer({ request, size })))
process.once('disconnect', () => process.exit())
// Ctrl-C reaches every process of a terminal; the server stops in order, and this one with it.
process.on('SIGINT', () => {})

function answer({ request, size }: PaintOrder): PaintAnswer {
  try {
    const layout = compose(request)
    return { picture: size ? toPng(layout, size) : Buffer.from(toSvg(layout)) }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
