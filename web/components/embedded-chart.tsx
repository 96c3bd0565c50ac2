import { useEffect, useMemo, useRef } from 'react'
import { type ChartData, type ChartKindId, chartKinds } from '#server/charts/index.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { type Size, useSize } from '#web/hooks/use-size.ts'
import { withLanguage } from '#web/language-of-address.ts'
import { Chart } from './chart.tsx'

interface EmbeddedChartProps {
  readonly kind: ChartKindId
  readonly data: ChartData
  readonly page: string
}

/** A chart that fills its frame, with title, source and a link back, and tells the host how high it would like to be. */
export function EmbeddedChart({ kind, data, page }: EmbeddedChartProps) {
  const { language, t } = useLanguage()
  const { title, subtitle, foot } = chartKinds[kind].describe(data)
  const [cautions, source] = [foot.slice(0, -1), foot.at(-1)]
  const whole = useRef<HTMLElement>(null)
  const [place, size] = useSize<HTMLDivElement>()
  useEffect(() => {
    if (!whole.current || !size) return
    const around = whole.current.clientHeight - size.height
    const wanted = chartKinds[kind].draw(data, { width: size.width, theme: 'light' }).height
    parent.postMessage({ type: 'youju:height', height: Math.ceil(around + wanted) }, '*')
  }, [kind, data, size])
  return (
    <figure className="embed-figure" ref={whole}>
      <figcaption>
        <h1>{title}</h1>
        <p>{subtitle}</p>
      </figcaption>
      <div className="embed-picture" ref={place}>
        {size && size.height > 0 && <Fitted kind={kind} data={data} size={size} />}
      </div>
      {cautions.length > 0 && <p className="embed-cautions">{cautions.join(' · ')}</p>}
      <footer>
        <p title={source}>{source}</p>
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

const zooms = [1, 1.25, 1.5, 1.75, 2, 2.5]

/** A picture that needs more height than there is, is drawn larger and shown smaller, so that nothing is cut off. */
function Fitted({ kind, data, size }: FittedProps) {
  const zoom = useMemo(() => zooms.find((each) => fits(kind, data, each, size)) ?? 1, [kind, data, size])
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

function fits(kind: ChartKindId, data: ChartData, zoom: number, { width, height }: Size): boolean {
  const frame = { width: width * zoom, height: Math.floor(height * zoom), theme: 'light' } as const
  return chartKinds[kind].draw(data, frame).height <= frame.height
}
