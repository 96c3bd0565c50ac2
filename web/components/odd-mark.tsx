import { Link } from 'wouter'
import { odditySign, printState } from '#server/charts/index.ts'
import type { Said } from '#web/format-interval.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { type Odd, oddWords } from '#web/odd-words.ts'
import { checksFields } from '#web/url-state.ts'

interface OddMarkProps {
  readonly point: Odd
  readonly indicator: Pick<Said, 'unit' | 'counter'> & { readonly code: string }
  readonly region: string
}

/** Beside a number that left its course, or is made of one that did: why, and the way to what was found. */
export function OddMark({ point, indicator, region }: OddMarkProps) {
  const { language } = useLanguage()
  if (!point.oddity) return null
  const { code } = indicator
  const about = point.derived ? { indicator: code } : { indicator: code, region }
  const words = oddWords(point, indicator, language)
  return (
    <Link
      className="odd-mark"
      href={`/checks?${printState(checksFields, { ...about, open: [code] })}`}
      title={words}
    >
      <span aria-hidden="true">{odditySign}</span>
      <span className="visually-hidden">{words}</span>
    </Link>
  )
}
