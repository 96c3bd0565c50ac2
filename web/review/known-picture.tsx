import type { KnownPoint, LookAnswer } from '#etl/review/answers.ts'
import { useWords } from './words.ts'

const width = 460
const height = 140
const margin = { top: 22, right: 14, bottom: 22, left: 14 }

interface Dot {
  readonly x: number
  readonly y: number
  readonly point: KnownPoint
}

/** The published figures of a series with the number in question among them: a diamond where they are dots. */
export function KnownPicture({ look: { known, point } }: { readonly look: LookAnswer }) {
  const words = useWords()
  if (!point) return null
  if (known.length === 0) return <p className="muted small">{words.noKnown}</p>
  const place = placing([...known, point])
  const dots = known.map(place)
  const own = place(point)
  const [first, last] = [known[0], known.at(-1)]
  const said = [...known.slice(-3), point].map((each) => `${each.period} ${each.printed}`).join('；')
  const isRight = own.x > width / 2
  return (
    <figure className="known-picture">
      <figcaption>
        {words.known} <small>{known.length}</small>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${words.known}：${said}`}>
        <path
          className="known-axis"
          d={`M${margin.left} ${height - margin.bottom}H${width - margin.right}`}
        />
        <path
          className="known-line"
          d={dots.map(({ x, y }, nth) => `${nth === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
        />
        {dots.map(({ x, y, point: { period, printed, source } }) => (
          <circle key={`${period} ${source} ${printed}`} className="known-dot" cx={x} cy={y} r="2.5">
            <title>{`${period} ${printed} · ${source}`}</title>
          </circle>
        ))}
        <path className="known-guide" d={`M${own.x} ${height - margin.bottom}V${own.y}`} />
        <path className="known-own" d={`M${own.x} ${own.y - 6}l6 6l-6 6l-6 -6z`} />
        <text
          className="known-own-text"
          x={own.x + (isRight ? -10 : 10)}
          y={Math.max(own.y - 8, 12)}
          textAnchor={isRight ? 'end' : 'start'}
        >
          {`${words.thisOne} ${point.printed}`}
        </text>
        {first && last && (
          <>
            <text x={margin.left} y={height - 6}>
              {first.period}
            </text>
            {last !== first && (
              <text x={width - margin.right} y={height - 6} textAnchor="end">
                {[...known, point].toSorted((a, b) => a.end - b.end).at(-1)?.period}
              </text>
            )}
          </>
        )}
      </svg>
      {last && <p className="muted small">{`${last.period} ${last.printed} · ${last.source}`}</p>}
    </figure>
  )
}

function placing(points: readonly KnownPoint[]): (point: KnownPoint) => Dot {
  const ends = points.map(({ end }) => end)
  const values = points.map(({ value }) => value)
  const [start, stop, low, high] = [
    Math.min(...ends),
    Math.max(...ends),
    Math.min(...values),
    Math.max(...values),
  ]
  const [wide, tall] = [width - margin.left - margin.right, height - margin.top - margin.bottom - 8]
  return (point) => ({
    point,
    x: Math.round(margin.left + ((point.end - start) / (stop - start || 1)) * wide),
    y: Math.round(margin.top + (1 - (point.value - low) / (high - low || 1)) * tall),
  })
}
