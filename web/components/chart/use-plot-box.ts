import { useMemo } from 'react'
import { firstPicture } from '#web/first-picture.ts'
import type { ChartProps } from '../chart.tsx'
import { useThemeName } from './use-theme-name.ts'
import { useWidth } from './use-width.ts'

/** The box of a chart, whether it is drawn or not: as high as its picture, and what the server has drawn for it. */
export function usePlotBox({ kind, data, height, onSelectRegion, className = '' }: ChartProps) {
  const [ref, width] = useWidth()
  const theme = useThemeName()
  const sentence = useMemo(() => kind.describe(data).sentence, [kind, data])
  const size = useMemo(() => ({ width: width || 640, height }), [width, height])
  const style = useMemo(() => ({ height: kind.heightOf(data, size) }), [kind, data, size])
  const drawnBefore = useMemo(
    () => (width > 0 ? firstPicture({ kind: kind.id, width, theme, language: data.language }) : undefined),
    [kind, width, theme, data.language],
  )
  const box = {
    ref,
    className: `plot ${onSelectRegion ? 'plot-pressable' : ''} ${className}`,
    style,
    'data-kind': kind.id,
    'aria-label': sentence,
  }
  return { box, width, theme, drawnBefore }
}
