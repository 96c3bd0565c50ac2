import { Link } from 'wouter'
import { parsePeriod } from '#data/model/period.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { Indicator, Region, Target } from '#web/api.ts'
import { standingOf } from '#web/group-targets.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import type { TargetGroup } from '#web/url-state.ts'

interface TargetTitleProps {
  readonly target: Target
  /** What the rows stand under, and need not be said again. */
  readonly group: TargetGroup
  readonly indicator: Indicator
  readonly regions: readonly Region[]
}

/** What is aimed at, and by when. */
export function TargetTitle({ target, group, indicator, regions }: TargetTitleProps) {
  const { language, t } = useLanguage()
  const { region, measure } = target
  const place = regions.find(({ code }) => code === region)?.name[language] ?? region
  const period = parsePeriod(target.period, target.target.time)
  return (
    <>
      <Link href={`/indicators/${indicator.code}?${region === 'CN' ? '' : `region=${region}`}`}>
        {group === 'topic' && `${place} `}
        {indicator.name[language]}
        {measure !== 'level' && ` ${measureNames[measure][language]}`}
      </Link>
      <small className="target-when">
        {t.targets.by(period ? formatPeriod(period, language) : target.period)}
        {target.isDue && <span className="tag">{t.targets.due}</span>}
      </small>
    </>
  )
}

/** How the target stands, in words and with a mark of its own shape. */
export function TargetState({ target }: { readonly target: Target }) {
  const { t } = useLanguage()
  const standing = standingOf(target)
  return (
    <span className="target-state" data-state={standing} title={t.targets.stateHints[standing]}>
      <span className="target-mark" aria-hidden="true">
        {marks[standing]}
      </span>
      {t.targets.states[standing]}
    </span>
  )
}

const marks = {
  reached: '●',
  on_pace: '▲',
  uncertain: '◇',
  behind: '▼',
  due: '□',
  missed: '✕',
  no_pace: '–',
  no_actual: '○',
  not_comparable: '≠',
} as const
