import { parsePeriod } from '#data/model/period.ts'
import type { Answer, Catalog, Region, Target } from '#web/api.ts'
import { AwaitedTargets } from '#web/components/awaited-targets.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Notice } from '#web/components/notice.tsx'
import { TargetFilters } from '#web/components/target-filters.tsx'
import { TargetTable } from '#web/components/target-table.tsx'
import { UnreadNotes } from '#web/components/unread-notes.tsx'
import { groupTargets } from '#web/group-targets.ts'
import { useIndicators } from '#web/hooks/use-indicators.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useRegions } from '#web/hooks/use-regions.ts'
import { useTargets } from '#web/hooks/use-targets.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'
import { type TargetsState, targetsFields } from '#web/url-state.ts'
import '#web/styles/facts.css'
import '#web/styles/targets.css'

/** 目标: targets against what came of them. */
export function TargetsPage() {
  const { t } = useLanguage()
  const catalog = useIndicators()
  const regions = useRegions()
  const targets = useTargets()
  const { state, unread, change } = useUrlState(targetsFields)
  return (
    <div className="page targets-page">
      <title>{t.pageTitle(t.targets.title)}</title>
      <header className="page-head">
        <h1>{t.targets.title}</h1>
        <p className="lead">{t.targets.lead}</p>
      </header>
      <UnreadNotes unread={unread} />
      <Loaded query={catalog} height={900}>
        {(catalog) => (
          <Loaded query={regions} height={900}>
            {({ regions }) => (
              <Loaded query={targets} height={900}>
                {(answer) => (
                  <Shown
                    answer={answer}
                    catalog={catalog}
                    regions={regions}
                    state={state}
                    onChange={change}
                  />
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  )
}

interface ShownProps {
  readonly answer: Answer<'targets'>
  readonly catalog: Catalog
  readonly regions: readonly Region[]
  readonly state: TargetsState
  readonly onChange: (some: TargetsState) => void
}

const cleared = { state: undefined, region: undefined } as const
const isAwaited = ({ state }: Target) => state === 'no_actual'

function Shown({ answer, catalog, regions, state, onChange }: ShownProps) {
  const { t } = useLanguage()
  const { targets, expectations, sources } = answer
  const all = [...targets, ...expectations]
  if (all.length === 0) return <Notice title={t.targets.none} hint={t.targets.noneHint} />
  const fits = (target: Target) =>
    (state.state === undefined || target.state === state.state) &&
    (state.region === undefined || target.region === state.region)
  const { group = 'region' } = state
  const groupsOf = (some: readonly Target[]) => groupTargets(some.filter(fits), group, catalog, regions)
  const shared = { indicators: catalog.indicators, regions, sources, group }
  const until = parsePeriod(answer.until, 'moment')
  if (!until) throw new Error(`The answer reaches to ${answer.until}, which is no month.`)
  return (
    <>
      <TargetFilters
        targets={all}
        shown={all.filter(fits).length}
        until={until}
        regions={regions}
        state={state}
        onChange={onChange}
      />
      {!all.some(fits) && (
        <Notice title={t.targets.nothing} hint={t.targets.nothingHint}>
          <button type="button" className="button" onClick={() => onChange(cleared)}>
            {t.targets.clear}
          </button>
        </Notice>
      )}
      <TargetTable
        title={t.targets.measured}
        note={t.targets.goal}
        groups={groupsOf(targets.filter((target) => !isAwaited(target)))}
        until={until}
        {...shared}
      />
      <AwaitedTargets groups={groupsOf(targets.filter(isAwaited))} {...shared} />
      <TargetTable
        title={t.targets.expectations}
        note={t.targets.expectationsNote}
        groups={groupsOf(expectations)}
        until={until}
        {...shared}
      />
    </>
  )
}
