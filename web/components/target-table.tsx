import { Fragment } from 'react'
import type { Period } from '#data/model/period.ts'
import { statusNames } from '#data/wording/status-names.ts'
import { monthsBehind } from '#web/age.ts'
import type { Indicator, Observation, Region, Source, Target } from '#web/api.ts'
import { formatPointPeriod } from '#web/format.ts'
import type { TargetsOfGroup } from '#web/group-targets.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { plainestBasis } from '#web/plainest-basis.ts'
import type { TargetGroup } from '#web/url-state.ts'
import { Bullet } from './bullet.tsx'
import { TargetGap, TargetGrowth, TargetNumber, TargetPace } from './target-numbers.tsx'
import { TargetState, TargetTitle } from './target-title.tsx'

export interface TargetsProps {
  readonly groups: readonly TargetsOfGroup[]
  readonly group: TargetGroup
  readonly indicators: readonly Indicator[]
  readonly regions: readonly Region[]
  readonly sources: readonly Source[]
  /** The month the data reach. */
  readonly until: Period
}

interface TargetTableProps extends TargetsProps {
  readonly title: string
  readonly note: string
}

const leastEnd = 105
const mostEnd = 200

/** Targets with an actual number: a bullet on one scale for all, the numbers behind it, how it stands, and what to beware of. */
export function TargetTable({ title, note, groups, ...shared }: TargetTableProps) {
  const { language, t } = useLanguage()
  if (groups.length === 0) return null
  const all = groups.flatMap(({ targets }) => targets)
  const ends = all.map(({ progress }) => progress?.high ?? progress?.low ?? 0)
  const end = Math.min(mostEnd, Math.max(leastEnd, ...ends))
  const isPlan = all[0]?.target.status === 'target'
  return (
    <section className="targets-section">
      <div className="section-head">
        <h2>
          {title} <small>{all.length}</small>
        </h2>
      </div>
      <p className="facts-note">{note}</p>
      <table className="table table-targets">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.targets.indicator}</th>
            <th scope="col">{t.targets.progress}</th>
            <th scope="col">{statusNames[isPlan ? 'target' : 'expected'][language]}</th>
            <th scope="col">{t.targets.latestActual}</th>
            <th scope="col">{t.targets.missing}</th>
            <th scope="col">{t.targets.required}</th>
            <th scope="col">{t.targets.pace}</th>
            <th scope="col">{t.targets.state}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <TargetGroupRows key={group.key} rows={group} end={end} {...shared} />
        ))}
      </table>
    </section>
  )
}

interface TargetGroupRowsProps extends Omit<TargetsProps, 'groups'> {
  readonly rows: TargetsOfGroup
  readonly end: number
}

function TargetGroupRows({ rows, ...shared }: TargetGroupRowsProps) {
  const { language } = useLanguage()
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={8}>
          {rows.name[language]}
        </th>
      </tr>
      {rows.targets.map((target) => (
        <TargetRow key={target.target.id} target={target} {...shared} />
      ))}
    </tbody>
  )
}

interface TargetRowProps extends Omit<TargetsProps, 'groups'> {
  readonly target: Target
  readonly end: number
}

function TargetRow({ target, end, group, indicators, regions, sources, until }: TargetRowProps) {
  const { language, t } = useLanguage()
  const { measure, actual, isOld, soFar, progress, cautions } = target
  const indicator = indicators.find(({ code }) => code === target.indicator)
  if (!indicator) return null
  const shared = { target, indicator, sources }
  const printed = { indicator, measure, sources }
  const periodOf = (number: Observation) => formatPointPeriod(number, plainestBasis(number), language)
  return (
    <Fragment>
      <tr className="target-row" data-cautioned={cautions.length > 0}>
        <th scope="row">
          <TargetTitle target={target} group={group} indicator={indicator} regions={regions} />
        </th>
        <td className="bullet-cell">{progress && <Bullet progress={progress} end={end} />}</td>
        <td data-label={statusNames[target.target.status][language]}>
          <TargetNumber number={target.target} {...printed} />
        </td>
        <td data-label={t.targets.latestActual}>
          {actual && (
            <TargetNumber
              number={actual}
              when={periodOf(actual)}
              behind={isOld ? monthsBehind(actual, until) : undefined}
              {...printed}
            />
          )}
          {soFar && <TargetNumber number={soFar} when={t.targets.soFar(periodOf(soFar))} {...printed} />}
        </td>
        <td data-label={t.targets.missing}>
          <TargetGap {...shared} />
        </td>
        <td data-label={t.targets.required}>
          <TargetGrowth {...shared} />
        </td>
        <td data-label={t.targets.pace}>
          <TargetPace {...shared} />
        </td>
        <td className="target-state-cell">
          <TargetState target={target} />
        </td>
      </tr>
      {cautions.length > 0 && (
        <tr className="caution-row">
          <td colSpan={8}>
            <strong>{t.targets.caution}</strong>
            <ul>
              {cautions.map((caution) => (
                <li key={caution.zh}>{caution[language]}</li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </Fragment>
  )
}
