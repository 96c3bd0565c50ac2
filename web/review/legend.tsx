import type { NumberAnswer } from '#etl/review/answers.ts'
import { type Standing, signs, standingOf } from './standing.ts'
import { useWords } from './words.ts'

/** How each mark in the text looks, what it means, and how many there are. */
export function Legend({ numbers }: { readonly numbers: readonly NumberAnswer[] }) {
  const words = useWords()
  const counts = new Map<Standing, number>()
  for (const number of numbers) {
    const standing = standingOf(number)
    counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  const standings = Object.keys(signs) as Standing[]
  return (
    <ul className="review-legend" aria-label={words.legend}>
      {standings
        .filter((standing) => counts.has(standing))
        .map((standing) => (
          <li key={standing}>
            <span className="mark" data-standing={standing}>
              {signs[standing] !== '' && <span className="mark-sign">{signs[standing]}</span>}
              {words.standings[standing]}
            </span>{' '}
            {counts.get(standing)}
          </li>
        ))}
    </ul>
  )
}
