import { childOf, childrenOf, rootOf, type XmlElement } from '../xml/read-xml.ts'
import { builtInFormats, type SheetCell } from './sheet.ts'

/** How the cells of a style look. */
export type Look = Pick<SheetCell, 'format' | 'struck' | 'white'>

/** The looks of the styles of an Excel file, from `xl/styles.xml`, by their number. */
export function readLooks(xml: string): readonly Look[] {
  const root = rootOf(xml)
  const below = (name: string) => childrenOf(childOf(root, name))
  const formats = new Map(
    below('s:numFmts').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  )
  const fonts = below('s:fonts').map((font) => ({ struck: isStruck(font), white: isWhite(font, 's:color') }))
  const filled = below('s:fills').map(isFilled)
  return below('s:cellXfs').map(({ attributes }) => {
    const numberOf = (name: string) => Number(attributes[name] ?? 0)
    const id = numberOf('numFmtId')
    const { struck = false, white = false } = fonts[numberOf('fontId')] ?? {}
    return {
      format: formats.get(id) ?? builtInFormats[id] ?? 'General',
      struck,
      white: white && !filled[numberOf('fillId')],
    }
  })
}

/** Whether a font strikes its letters. */
export function isStruck(font: XmlElement | undefined): boolean {
  const strike = childOf(font, 's:strike')
  return strike !== undefined && !/^(?:0|false)$/.test(strike.attributes['val'] ?? '')
}

/** White by its code, its place in the old palette, or as the first colour of the theme. */
function isWhite(parent: XmlElement | undefined, name: string): boolean {
  const { rgb, indexed, theme, tint = '0' } = childOf(parent, name)?.attributes ?? {}
  if (rgb !== undefined) return /^(?:[\da-f]{2})?f{6}$/i.test(rgb)
  return indexed === '1' || indexed === '9' || (theme === '0' && Number(tint) === 0)
}

function isFilled(fill: XmlElement): boolean {
  if (childOf(fill, 's:gradientFill')) return true
  const pattern = childOf(fill, 's:patternFill')
  const type = pattern?.attributes['patternType'] ?? 'none'
  return type !== 'none' && !(type === 'solid' && isWhite(pattern, 's:fgColor'))
}
