import { Link } from 'wouter'
import type { Point } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { checksFields, printState } from '#web/url-state.ts'

interface OddMarkProps {
  readonly point: Pick<Point, 'oddity' | 'derived'> | null
  readonly indicator: string
  readonly region: string
}

/** Beside a number that left its course, or is made of one that did: the way to what was found. */
export function OddMark({ point, indicator, region }: OddMarkProps) {
  const { t } = useLanguage()
  if (!point?.oddity) return null
  const about = point.derived ? { indicator } : { indicator, region }
  const words = point.derived ? t.region.oddParent : t.region.oddMark
  return (
    <Link
      className="odd-mark"
      href={`/checks?${printState(checksFields, { ...about, open: [indicator] })}`}
      title={words}
    >
      <span aria-hidden="true">※</span>
      <span className="visually-hidden">{words}</span>
    </Link>
  )
}
