import { toChartPoint } from '#server/charts/index.ts'
import type { Point } from '#web/api.ts'

const width = 240
const height = 48
const margin = 5

/** A small line without axes; longer gaps than a year are left open. What it shows is said beside it. */
export function Sparkline({ points }: { readonly points: readonly Point[] }) {
  const dots = place(points)
  const last = dots.at(-1)
  const zero = zeroLine(points)
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {zero !== undefined && <path className="sparkline-zero" d={`M0 ${zero}H${width}`} />}
      <path className="sparkline-line" d={toPath(dots)} />
      {last && <path className="sparkline-end" d={`M${last.x} ${last.y}h0`} />}
    </svg>
  )
}

interface Dot {
  readonly x: number
  readonly y: number
  readonly month: number
}

const yOf = (value: number, low: number, high: number) =>
  round(height - margin - ((value - low) / (high - low || 1)) * (height - 2 * margin))

const round = (value: number) => Math.round(value * 10) / 10

function place(points: readonly Point[]): readonly Dot[] {
  const placed = points.map((point) => ({ month: toChartPoint(point).period.end, value: point.value }))
  const months = placed.map(({ month }) => month)
  const values = placed.map(({ value }) => value)
  const [start, end] = [Math.min(...months), Math.max(...months)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return placed.map(({ month, value }) => ({
    month,
    x: round(margin + ((month - start) / (end - start || 1)) * (width - 2 * margin)),
    y: yOf(value, low, high),
  }))
}

function zeroLine(points: readonly Point[]): number | undefined {
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low < 0 && high > 0 ? yOf(0, low, high) : undefined
}

const longestGap = 12

const toPath = (dots: readonly Dot[]) =>
  dots
    .map(({ x, y, month }, index) => {
      const before = dots[index - 1]
      return `${before && month - before.month <= longestGap ? 'L' : 'M'}${x} ${y}`
    })
    .join('')
