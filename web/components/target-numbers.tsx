import type { Measure } from '#data/model/measure.ts'
import type { Ends } from '#data/wording/interval-text.ts'
import { unitOf } from '#server/charts/index.ts'
import type { Indicator, Observation, Source, Target } from '#web/api.ts'
import { formatPointPeriod, printText } from '#web/format.ts'
import { type Said, type SaidInterval, shortenInterval } from '#web/format-interval.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { plainestBasis } from '#web/plainest-basis.ts'
import { SourceLink } from './source-link.tsx'

interface TargetNumberProps {
  readonly number: Observation
  readonly indicator: Indicator
  readonly measure: Measure
  readonly sources: readonly Source[]
  /** Its own period, where it has one. */
  readonly when?: string
  /** How many months it is behind the data, where that is too many. */
  readonly behind?: number | undefined
}

/** A printed number with its document, and its period where that is its own. */
export function TargetNumber({ number, indicator, measure, sources, when, behind }: TargetNumberProps) {
  const { language, t } = useLanguage()
  return (
    <div className="target-number">
      <span className="target-value">{printText(number, { indicator, measure }, language)}</span>
      {when && <small>{when}</small>}
      {behind !== undefined && <small className="figure-age">{t.table.behind(behind)}</small>}
      <small>
        {t.table.source} <SourceLink source={sources.find(({ id }) => id === number.source)} show="date" />
      </small>
    </div>
  )
}

interface HeldProps {
  readonly target: Target
  readonly indicator: Indicator
  readonly sources: readonly Source[]
}

const percentOf = (indicator: Indicator): Said => ({
  unit: unitOf({ indicator, measure: 'yoy_pct' }),
  most: 1,
})

const turned = ({ low, high }: Ends): Ends => ({
  low: high === null ? null : -high || 0,
  high: low === null ? null : -low || 0,
})

/** What is still missing, or by how much the target is passed. */
export function TargetGap({ target: { gap, bound, measure, target, actual }, indicator }: HeldProps) {
  const { language, t } = useLanguage()
  if (!gap) return t.none
  const said = {
    unit: unitOf({ indicator, measure }),
    counter: indicator.counter,
    like: [...(actual ? [actual.printedUnit] : []), target.printedUnit],
  }
  const isAbove = gap.high !== null && gap.high <= 0
  const isBelow = gap.low !== null && gap.low >= 0
  const size = shortenInterval(isAbove ? turned(gap) : gap, said, language)
  const words = isAbove ? (bound === 'at_least' ? t.targets.passed : t.targets.above) : t.targets.below
  const isToGo = !isAbove && !(bound === 'at_most' && isBelow)
  return <Derived said={isToGo ? size : { ...size, short: words(size.short) }} />
}

/** A derived number in short, its interval in a line of its own. */
function Derived({ said: { short, interval } }: { readonly said: SaidInterval }) {
  return (
    <div className="target-number">
      <span className="target-value">{short}</span>
      {interval && <small>{interval}</small>}
    </div>
  )
}

/** The yearly growth that leads to the target. */
export function TargetGrowth({ target: { required }, indicator }: HeldProps) {
  const { language, t } = useLanguage()
  const said = required && shortenInterval(required, percentOf(indicator), language)
  return said?.short ? <Derived said={said} /> : t.none
}

/** The growth of the last year: as printed, or reckoned from two levels. */
export function TargetPace({ target: { pace }, indicator, sources }: HeldProps) {
  const { language, t } = useLanguage()
  if (!pace) return t.none
  const [first, last] = pace.observations
  const printed = pace.kind === 'printed' && first
  const said = printed
    ? { short: printText(first, { indicator, measure: first.measure }, language), interval: '' }
    : shortenInterval(pace, percentOf(indicator), language)
  if (said.short === '') return t.none
  const periodOf = (number: Observation | undefined) =>
    number ? formatPointPeriod(number, plainestBasis(number), language) : ''
  return (
    <div className="target-number">
      <span className="target-value">{said.short}</span>
      {said.interval && <small>{said.interval}</small>}
      <small>
        {printed ? t.targets.printed : t.targets.measuredPace(periodOf(first), periodOf(last))}
        {pace.isAcrossBreak && ` · ${t.targets.acrossBreak}`}
      </small>
      <small>
        {t.table.source} <SourceLink source={sources.find(({ id }) => id === first?.source)} show="date" />
      </small>
    </div>
  )
}
