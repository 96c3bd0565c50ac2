import { type AddressedChart, chartKinds, drawings, type ThemeName, themes } from '#server/charts/index.ts'
import type { LaidText, Layout } from './layout.ts'
import { widthOf } from './text-width.ts'
import { wrapText } from './wrap-text.ts'

/** What a picture is asked for with: nothing but data, so that it can be sent to another process. */
export interface PictureRequest extends Pick<AddressedChart, 'kind' | 'data'> {
  readonly theme: ThemeName
  /** In pixels. */
  readonly width: number
  /** Left out, as high as chart and words need. */
  readonly height?: number | undefined
  /** The chart alone, for those who set their own title and source. */
  readonly isPlain?: boolean
  /** Where the picture can be seen with all that belongs to it; left out where nobody knows. */
  readonly address?: string | undefined
  /** What else must be said below it. */
  readonly notes?: readonly string[]
}

/** Where the notes stand: below the chart, or beside one that is too high for that. */
type Notes = 'below' | 'beside'

/**
 * A chart with all that it needs to stand alone: title, basis and unit above it; cautions, source, data date and address
 * below or beside. In a height that is given, a chart that needs more is drawn larger, to be shown smaller.
 */
export function compose(request: PictureRequest): Layout {
  const { height, width, isPlain = false } = request
  const layout = composeAt(request, { zoom: 1, notes: 'below' })
  if (height === undefined || layout.height <= height) return layout
  const notes = width >= wide && !isPlain ? 'beside' : 'below'
  for (const zoom of zooms) {
    const larger = composeAt(request, { zoom, notes })
    if (larger.height <= height * zoom) return larger
  }
  return composeAt(request, { zoom: lastZoom, notes })
}

/** In pixels: from here on there is room beside a chart. */
const wide = 900
const lastZoom = 3
const zooms = [1, 1.15, 1.3, 1.5, 1.75, 2, 2.25, 2.5, lastZoom]

interface Arrangement {
  readonly zoom: number
  readonly notes: Notes
}

/** The part of the width that notes take beside a chart. */
const shareOfNotes = 0.26

function composeAt(request: PictureRequest, { zoom, notes: where }: Arrangement): Layout {
  const { theme: themeName, isPlain = false, address = '', notes: more = [] } = request
  const [width, height] = [request.width * zoom, request.height && request.height * zoom]
  const words = chartKinds[request.kind].describe(request.data)
  const theme = themes[themeName]
  const type = typeOf(width)
  const { margin, gap } = type
  const room = width - 2 * margin
  const notesRoom = where === 'beside' ? Math.round(width * shareOfNotes) : room
  const head = isPlain
    ? []
    : [
        ...setLines([words.title], room, { ...type.title, color: theme.ink }),
        ...setLines([words.subtitle], room, { ...type.subtitle, color: theme.muted }),
      ]
  const foot = isPlain ? [] : [...words.foot, ...more, ...addressLine(address)]
  const notes = setLines(foot, notesRoom, { ...type.foot, color: theme.muted })
  const top = margin + heightWith(gap, head)
  const below = where === 'below' ? heightWith(gap, notes) : 0
  const chartWidth = where === 'beside' ? room - notesRoom - 2 * gap : room
  const left = height && Math.floor(height - top - below - margin)
  const picture = drawings[request.kind](request.data, {
    width: chartWidth,
    theme: themeName,
    ...(left && { height: left }),
  })
  const bottom = top + Math.max(picture.height, where === 'beside' ? heightOf(notes) : 0) + below
  return {
    width,
    height: Math.max(height ?? 0, bottom + margin),
    zoom,
    background: theme.ground,
    rects: [],
    texts: [
      ...place(head, { x: margin, y: margin }),
      ...place(notes, { x: width - margin - notesRoom, y: bottom - heightOf(notes) }),
    ],
    chart: { option: picture.option, x: margin, y: top, width: chartWidth, height: picture.height },
    title: words.title,
    description: words.sentence,
  }
}

const heightWith = (gap: number, lines: readonly Line[]) => (lines.length > 0 ? heightOf(lines) + gap : 0)

const addressLine = (address: string) => (address === '' ? [] : [`有据 ${address}`])

interface Setting {
  readonly size: number
  readonly weight: LaidText['weight']
  readonly lineHeight: number
  readonly color: string
}

interface Line extends Setting {
  readonly text: string
}

const setLines = (texts: readonly string[], room: number, setting: Setting): Line[] =>
  texts
    .filter((text) => text !== '')
    .flatMap((text) => wrapText(text, room, (part) => widthOf(part, setting.size, setting.weight)))
    .map((text) => ({ ...setting, text }))

const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { lineHeight }) => sum + lineHeight, 0)

/** Lines one below the other, by their baselines. */
function place(lines: readonly Line[], { x, y }: { readonly x: number; readonly y: number }): LaidText[] {
  let top = y
  return lines.map(({ lineHeight, text, size, weight, color }) => {
    const baseline = top + (lineHeight - size) / 2 + size * ascent
    top += lineHeight
    return { text, size, weight, color, x, y: baseline, anchor: 'start' }
  })
}

/** How far below the top of its em the baseline of Noto Sans SC lies. */
const ascent = 0.88

/** Type by the width of the picture: a phone, a page of A4, a slide. */
function typeOf(width: number) {
  const [title, subtitle, foot, margin, gap] =
    width < 480 ? [17, 13, 11, 14, 8] : width < 900 ? [20, 14, 12, 20, 12] : [24, 15, 13, 28, 14]
  return {
    title: { size: title, weight: 600, lineHeight: Math.round(title * 1.4) },
    subtitle: { size: subtitle, weight: 400, lineHeight: Math.round(subtitle * 1.5) },
    foot: { size: foot, weight: 400, lineHeight: Math.round(foot * 1.5) },
    margin,
    gap,
  } as const
}
