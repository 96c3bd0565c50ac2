import type { Page } from 'playwright-core'
import { type Picture, widthOf } from '#server/charts/index.ts'
import { renderSvg } from './chart-series.ts'

/** A text with the rectangle of its letters, in pixels. */
export interface TextBox {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * The pairs of texts that lie over one another, as `口径调整 × 贵州`.
 * @param slack by how many pixels boxes may touch: letters do not fill theirs.
 * @param slackDown the same from top to bottom.
 */
export function overlaps(boxes: readonly TextBox[], slack = 1, slackDown = slack): string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(0, index)
      .filter(
        (other) =>
          one.left + slack < other.right &&
          other.left + slack < one.right &&
          one.top + slackDown < other.bottom &&
          other.top + slackDown < one.bottom,
      )
      .map((other) => `${other.text} × ${one.text}`),
  )
}

/**
 * The texts of the charts on a page as the browser laid them out.
 * @param edge how much of its height a line of text has no letters in, above and below.
 */
export const textBoxesOn = (page: Page, charts = '.plot', edge = 0.15): Promise<TextBox[][]> =>
  page.locator(charts).evaluateAll(
    (plots, share) =>
      plots.map((plot) =>
        [...plot.querySelectorAll('svg text')].flatMap((each) => {
          const { left, right, top, bottom, height } = each.getBoundingClientRect()
          const text = each.textContent?.trim() ?? ''
          const edge = height * share
          return text === '' ? [] : [{ text, left, right, top: top + edge, bottom: bottom - edge }]
        }),
      ),
    edge,
  )

/** The texts of a picture drawn without a browser, by the widths that the charts reckon with. */
export function textBoxesIn(picture: Picture, width: number): TextBox[] {
  const texts = renderSvg(picture, width).matchAll(/<text([^>]*)>([^<]*)<\/text>/g)
  return [...texts].flatMap(([, attributes = '', text = '']) => {
    if (text.trim() === '') return []
    const find = (pattern: RegExp) => pattern.exec(attributes)?.[1]
    const size = Number(find(/font-size:([\d.]+)/) ?? 12)
    const x = Number(find(/translate\(([\d.-]+)/) ?? 0) + Number(find(/ x="([\d.-]+)/) ?? 0)
    const y = Number(find(/translate\([\d.-]+ ([\d.-]+)/) ?? 0) + Number(find(/ y="([\d.-]+)/) ?? 0)
    const wide = widthOf(text, size)
    const left = x - ({ end: wide, middle: wide / 2 }[find(/text-anchor="(\w+)"/) ?? ''] ?? 0)
    const isCentred = find(/dominant-baseline="(\w+)"/) === 'central'
    const bottom = isCentred ? y + size / 2 : y + size * 0.15
    return [{ text, left, right: left + wide, top: bottom - size, bottom }]
  })
}
