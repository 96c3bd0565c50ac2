import { tag, valued, type Xml } from '../xml.ts'

/** The face of everything in a chart. */
export const chartFont = 'Microsoft YaHei'

export const rgb = (color: string) => color.slice(1).toUpperCase()

export const solidFill = (color: string): Xml => tag('a:solidFill', {}, valued('a:srgbClr', rgb(color)))
export const noFill = tag('a:noFill')

const emuPerPoint = 12_700
export const toEmu = (points: number) => Math.round(points * emuPerPoint)

export type Dash = 'solid' | 'dash' | 'sysDash' | 'sysDot'

/** A line of so many points. */
export const outline = (color: string, width: number, dash: Dash = 'solid'): Xml =>
  tag(
    'a:ln',
    { w: toEmu(width), cap: dash === 'solid' ? 'rnd' : 'flat' },
    solidFill(color),
    valued('a:prstDash', dash),
    tag('a:round'),
  )

export const noOutline = tag('a:ln', {}, noFill)

export const shapeLook = (...parts: readonly Xml[]): Xml => tag('c:spPr', {}, parts)

export interface TextLook {
  /** In points. */
  readonly size: number
  readonly color: string
  readonly isBold?: boolean
}

/** Properties of a run, `a:defRPr` or `a:rPr`: both scripts in one face. */
export const runLook = (name: string, { size, color, isBold = false }: TextLook, lang?: string): Xml =>
  tag(
    name,
    { lang, sz: Math.round(size * 100), b: isBold ? 1 : 0 },
    solidFill(color),
    tag('a:latin', { typeface: chartFont }),
    tag('a:ea', { typeface: chartFont }),
    tag('a:cs', { typeface: chartFont }),
  )

/** How the text of an axis, a legend or labels looks. */
export const textLook = (look: TextLook, body: Readonly<Record<string, string | number>> = {}): Xml =>
  tag(
    'c:txPr',
    {},
    tag('a:bodyPr', body),
    tag('a:lstStyle'),
    tag('a:p', {}, tag('a:pPr', {}, runLook('a:defRPr', look)), tag('a:endParaRPr', { lang: 'zh-CN' })),
  )

/** A share of a chart, with the digits that Office keeps. */
const share = (value: number) => Number(value.toFixed(5))

/** Where something lies, in shares of the chart; only what is given is set. */
export function manualLayout(
  place: Readonly<Partial<Record<'x' | 'y' | 'w' | 'h', number>>>,
  mode: 'inner' | 'edge' | 'shift',
): Xml {
  const isEdge = mode !== 'shift'
  return tag(
    'c:layout',
    {},
    tag(
      'c:manualLayout',
      {},
      mode === 'inner' ? valued('c:layoutTarget', 'inner') : undefined,
      isEdge ? [valued('c:xMode', 'edge'), valued('c:yMode', 'edge')] : undefined,
      (['x', 'y', 'w', 'h'] as const).flatMap((key) =>
        place[key] === undefined ? [] : [valued(`c:${key}`, share(place[key]))],
      ),
    ),
  )
}
