import { type AddressedChart, chartKinds, type ThemeName, themes } from '#server/charts/index.ts'
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
}

/**
 * A chart with all that it needs to stand alone: title, basis and unit above it, cautions, source, data date and address
 * below. In a height that is given, a chart that needs more is drawn larger, to be shown smaller.
 */
export function compose(request: PictureRequest): Layout {
  const { height } = request
  const layout = composeAt(request, 1)
  if (height === undefined || layout.height <= height) return layout
  for (const zoom of zooms) {
    const larger = composeAt(request, zoom)
    if (larger.height <= height * zoom) return larger
  }
  return composeAt(request, lastZoom)
}

const lastZoom = 3
const zooms = [1.15, 1.3, 1.5, 1.75, 2, 2.25, 2.5, lastZoom]

function composeAt(request: PictureRequest, zoom: number): Layout {
  const { data, theme: themeName, isPlain = false, address = '' } = request
  const width = request.width * zoom
  const height = request.height === undefined ? undefined : request.height * zoom
  const kind = chartKinds[request.kind]
  const words = kind.describe(data)
  const theme = themes[themeName]
  const type = typeOf(width)
  const room = width - 2 * type.margin
  const above = isPlain
    ? []
    : [
        ...setLines([words.title], room, { ...type.title, color: theme.ink }),
        ...setLines([words.subtitle], room, { ...type.subtitle, color: theme.muted }),
      ]
  const below = isPlain
    ? []
    : setLines([...words.foot, ...addressLine(address)], room, { ...type.foot, color: theme.muted })
  const aboveHeight = heightOf(above) + (above.length > 0 ? type.gap : 0)
  const belowHeight = heightOf(below) + (below.length > 0 ? type.gap : 0)
  const around = aboveHeight + belowHeight + 2 * type.margin
  const frame = {
    width: room,
    theme: themeName,
    ...(height !== undefined && { height: Math.floor(height - around) }),
  }
  const picture = kind.draw(data, frame)
  const top = type.margin + aboveHeight
  return {
    width,
    height: Math.max(height ?? 0, picture.height + around),
    zoom,
    background: theme.ground,
    rects: [],
    texts: [
      ...place(above, { x: type.margin, y: type.margin }),
      ...place(below, { x: type.margin, y: top + picture.height + type.gap }),
    ],
    chart: { option: picture.option, x: type.margin, y: top, width: room, height: picture.height },
    title: words.title,
    description: words.sentence,
  }
}

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
