import { createHash } from 'node:crypto'
import { compose } from '#server/pictures/compose.ts'
import { toPng } from '#server/pictures/to-png.ts'
import { toSvg } from '#server/pictures/to-svg.ts'
import { pictures } from './pictures.ts'

/** The program of a process that says of which bytes it makes the pictures. */
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const hashes = Object.values(pictures).map((request) => {
  const layout = compose(request)
  return [toSvg(layout), toPng(layout, { scale: 1 }), toPng(layout, { scale: 2 })].map(sha256)
})
process.stdout.write(JSON.stringify(hashes))
