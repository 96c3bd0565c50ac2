import type { ChartData } from '../chart-kind.ts'
import type { Theme } from '../palette.ts'
import type { Classes } from '../points/classes.ts'
import type { Row } from '../points/ranked.ts'
import { fontFamily, widthOf } from '../typography.ts'
import { numberLabels } from '../words/number-labels.ts'

interface Look {
  /** How wide the scale is, in pixels, and how high its swatches. */
  readonly width: number
  readonly swatch: number
  readonly fontSize: number
  readonly theme: Theme
}

interface Label {
  readonly text: string
  readonly x: number
  readonly align: 'left' | 'center' | 'right'
}

/** The classes as swatches under their unit: the least and the greatest value at the ends, between them as many bounds as have room. */
export function classLegend(data: ChartData, rows: readonly Row[], classes: Classes, look: Look) {
  const { width, swatch, fontSize, theme } = look
  const { unit } = numberLabels(rows, data.language, 'narrow')
  const step = width / classes.shades.length
  const text = ({ text: content, x, align }: Label, y: number) => ({
    type: 'text' as const,
    style: {
      text: content,
      x,
      y,
      align,
      verticalAlign: 'top' as const,
      fill: theme.muted,
      fontSize,
      fontFamily,
    },
  })
  return [
    text({ text: unitText(unit, data), x: 0, align: 'left' }, 0),
    ...classes.shades.map((fill, index) => ({
      type: 'rect' as const,
      shape: { x: index * step, y: fontSize + 6, width: step, height: swatch },
      style: { fill },
    })),
    ...labelsOf(data, rows, classes, look).map((label) => text(label, fontSize + 10 + swatch)),
  ]
}

function labelsOf(
  data: ChartData,
  rows: readonly Row[],
  classes: Classes,
  { width, fontSize }: Look,
): Label[] {
  const { write } = numberLabels(rows, data.language, 'narrow')
  const sorted = rows.toSorted((a, b) => a.point.value - b.point.value)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most) return []
  const low: Label = { text: write(least), x: 0, align: 'left' }
  if (classes.shades.length < 2) return [low]
  const high: Label = { text: write(most), x: width, align: 'right' }
  const step = width / classes.shades.length
  const between = classes.bounds.flatMap((bound, index): Label[] => {
    const row = rows.find(({ point }) => point.value === bound)
    return row ? [{ text: write(row), x: (index + 1) * step, align: 'center' }] : []
  })
  const placed = [low]
  const reach = (label: Label) => reachOf(label, fontSize)
  for (const label of between) {
    const before = placed.at(-1)
    const isFree = !before || reach(label).left > reach(before).right + 6
    if (isFree && reach(label).right < reach(high).left - 6) placed.push(label)
  }
  return [...placed, high]
}

function reachOf({ text, x, align }: Label, fontSize: number): { left: number; right: number } {
  const width = widthOf(text, fontSize)
  const left = x - { left: 0, center: width / 2, right: width }[align]
  return { left, right: left + width }
}

const unitText = (label: string, { language }: ChartData) =>
  language === 'zh' && label !== '' ? `单位：${label}` : label
