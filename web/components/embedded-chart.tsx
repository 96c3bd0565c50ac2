import { useRef } from 'react'
import type { ChartData, ChartKind } from '#server/charts/index.ts'
import { useFrameHeight } from '#web/hooks/use-frame-height.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { type Size, useSize } from '#web/hooks/use-size.ts'
import { withLanguage } from '#web/language-of-address.ts'
import { Chart } from './chart.tsx'
import { EmbedNotes } from './embed-notes.tsx'

interface EmbeddedChartProps {
  readonly kind: ChartKind
  readonly data: ChartData
  readonly page: string
  /** What the address asked that is not shown. */
  readonly notes: readonly string[]
  /** Since when it is frozen, and what that costs; empty where it is not. */
  readonly frozen: string
}

/** A chart that fills its frame, with all its words: no line is cut off. Where they leave too little room, the frame scrolls. */
export function EmbeddedChart({ kind, data, page, notes, frozen }: EmbeddedChartProps) {
  const { language, t } = useLanguage()
  const { title, subtitle, foot } = kind.describe(data)
  const [cautions, source] = [foot.slice(0, -1), foot.at(-1)]
  const whole = useRef<HTMLElement>(null)
  const [place, size] = useSize<HTMLDivElement>()
  useFrameHeight(whole, (element) => {
    const picture = place.current?.getBoundingClientRect()
    if (!picture || picture.width < 1) return 0
    const wanted = kind.heightOf(data, { width: Math.floor(picture.width) })
    return element.getBoundingClientRect().height - picture.height + wanted
  })
  return (
    <figure className="embed-figure" ref={whole}>
      <figcaption>
        <h1>{title}</h1>
        <p>{subtitle}</p>
      </figcaption>
      <EmbedNotes notes={notes} />
      <div
        className="embed-picture"
        ref={place}
        style={{ flexBasis: size && lowest(kind, data, size.width) }}
      >
        {size && size.width > 0 && size.height > 0 && <Fitted kind={kind} data={data} size={size} />}
      </div>
      {cautions.length > 0 && <p className="embed-cautions">{cautions.join(' · ')}</p>}
      {frozen !== '' && <p className="embed-cautions">{frozen}</p>}
      <footer>
        <p>{source}</p>
        <a href={withLanguage(page, language)} target="_blank" rel="noopener">
          {t.embed.back}
        </a>
      </footer>
    </figure>
  )
}

interface FittedProps extends Pick<EmbeddedChartProps, 'kind' | 'data'> {
  readonly size: Size
}

/** How much larger than it is shown a picture may be drawn: its letters of 12 px are then seen with 8. */
const zooms = [1, 1.25, 1.5]
const mostZoom = 1.5
/** Below this nothing can be read off lines. */
const lowestPicture = 150

/** A picture that needs more height than there is, is drawn larger and shown smaller, so that nothing is cut off. */
function Fitted({ kind, data, size }: FittedProps) {
  const zoom = zooms.find((each) => fits(kind, data, each, size)) ?? mostZoom
  const [width, height] = [size.width * zoom, size.height * zoom]
  return (
    <div
      style={
        zoom === 1 ? undefined : { width, height, transform: `scale(${1 / zoom})`, transformOrigin: '0 0' }
      }
    >
      <Chart kind={kind} data={data} height={Math.floor(height)} />
    </div>
  )
}

const fits = (kind: ChartKind, data: ChartData, zoom: number, { width, height }: Size) =>
  kind.heightOf(data, { width: width * zoom, height: Math.floor(height * zoom) }) <= Math.floor(height * zoom)

/** The least height in which the picture can be shown at a width; no more than suits it. */
function lowest(kind: ChartKind, data: ChartData, width: number): number {
  const enlarged = kind.heightOf(data, { width: width * mostZoom, height: lowestPicture })
  const drawn = Math.ceil(enlarged / mostZoom) + 1
  return Math.min(kind.heightOf(data, { width }), Math.max(lowestPicture, drawn))
}
