import { type ReactNode, useMemo } from 'react'
import type { Draw, Picture } from '#server/charts/index.ts'
import type { ChartProps } from '../chart.tsx'
import { ChartTip } from './chart-tip.tsx'
import { Drawing } from './drawing.tsx'
import { PlotBefore } from './plot-before.tsx'
import { usePlotBox } from './use-plot-box.ts'
import { usePointing } from './use-pointing.ts'

const words = {
  zh: { role: '图表', link: '查看来源' },
  en: { role: 'chart', link: 'See the source' },
}

/** Before the width is known. */
const nothing: Picture = { option: {}, height: 0, lanes: [], pointing: 'xy' }

export interface PlotProps extends ChartProps {
  readonly draw: Draw
}

/** A chart that is drawn here, and whose marks can be pointed at. */
export function Plot({ draw, ...props }: PlotProps): ReactNode {
  const { data, height, onSelectRegion, onShowOthers, hrefOfSource } = props
  const { box, width, theme, drawnBefore } = usePlotBox(props)
  const picture = useMemo(
    () => (width > 0 ? draw(data, { width, height, theme }) : nothing),
    [draw, data, width, height, theme],
  )
  const { pointed, isPinned, isDrawn, onDrawn, handlers } = usePointing(picture, onSelectRegion)
  const { role, link } = words[data.language]
  const common = { ...box, 'data-ready': isDrawn || undefined }
  const drawing = (
    <div className="plot-drawing" aria-hidden="true">
      {!isDrawn && drawnBefore && <PlotBefore svg={drawnBefore} />}
      {width > 0 && (
        <Drawing option={picture.option} width={width} height={picture.height} onDrawn={onDrawn} />
      )}
    </div>
  )
  if (picture.lanes.length === 0) {
    return (
      <div {...common} role="img">
        {drawing}
      </div>
    )
  }
  return (
    <div
      {...common}
      {...handlers}
      role="application"
      aria-roledescription={role}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move within an application
      tabIndex={0}
    >
      {drawing}
      {pointed && (
        <ChartTip
          mark={pointed.mark}
          at={pointed.at}
          width={width}
          link={link}
          hrefOfSource={isPinned ? hrefOfSource : undefined}
          onShowOthers={isPinned ? onShowOthers : undefined}
        />
      )}
      <p className="plot-live" aria-live="polite">
        {pointed?.isByKey ? pointed.mark.text : ''}
      </p>
    </div>
  )
}
