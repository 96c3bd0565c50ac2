import type { ChartData, Size } from './chart-kind.ts'

/** One allow-listed family without quotes: double quotes in a font make invalid SVG. */
export const fontFamily =
  'PingFang SC, Microsoft YaHei, Noto Sans SC Variable, Noto Sans SC, system-ui, sans-serif'

export const bold = 600

/** Narrower than a tablet: fewer ticks, shorter labels. */
export const isCompact = ({ width }: Pick<Size, 'width'>) => width < 480

/** The size of labels in pixels. */
export const fontSizeOf = ({ width }: Pick<Size, 'width'>) => (width < 900 ? 12 : 14)

export const lineHeightOf = (size: Pick<Size, 'width'>) => Math.round(fontSizeOf(size) * 1.35)

/** The height of a chart over time: 340 × 260 on a phone, 560 × 342, at most 560. */
export const usualHeight = (_: ChartData, { width, height }: Size) =>
  height ?? Math.round(Math.max(240, Math.min(560, 134 + 0.37 * width)))

/** Advances in em, a little wide for most fonts: a label may have room to spare, never too little. */
const advances: readonly (readonly [RegExp, number])[] = [
  [/[.,:;'|!il]/u, 0.3],
  [/[ ()fjrt\-/]/u, 0.36],
  [/[mMW%]/u, 0.92],
  [/[0-9+−–<>]/u, 0.6],
  [/[A-Z]/u, 0.68],
  [/[!-~À-ɏ]/u, 0.58],
]

/** How wide a text is about to be, in pixels; of several lines the widest. */
export function widthOf(text: string, fontSize: number): number {
  const lines = text.split('\n').map((line) => [...line].reduce((sum, letter) => sum + advanceOf(letter), 0))
  return Math.max(0, ...lines) * fontSize
}

const advanceOf = (letter: string) => advances.find(([letters]) => letters.test(letter))?.[1] ?? 1
