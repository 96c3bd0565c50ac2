import type { Names } from '#server/charts/index.ts'
import type { Answer, Check } from '#web/api.ts'
import { groupByIndicator, isAbout } from '#web/group-facts.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { type ChecksState, findingFilters, severityFilters } from '#web/url-state.ts'
import { FactFilters } from './fact-filters.tsx'
import { FactGroups } from './fact-groups.tsx'
import { FindingTable } from './finding-table.tsx'
import { Notice } from './notice.tsx'
import { Segmented } from './segmented.tsx'

interface FindingsTabProps {
  readonly answer: Answer<'checks'>
  readonly names: Names
  readonly state: ChecksState
  readonly onChange: (some: ChecksState) => void
}

const cleared = { severity: undefined, state: undefined, indicator: undefined, region: undefined } as const

/** What the identities found, counted by indicator. */
export function FindingsTab({ answer, names, state, onChange }: FindingsTabProps) {
  const { t } = useLanguage()
  const { checks, sources } = answer
  if (checks.length === 0) return <Notice title={t.checks.noFindings} hint={t.checks.noFindingsHint} />
  const about = checks.filter(isAbout(state))
  const shown = about.filter(
    ({ severity, state: own }) => fits(state.severity, severity) && fits(state.state, own),
  )
  return (
    <>
      <FactFilters facts={checks} names={names} state={state} onChange={onChange} shown={shown.length}>
        <FindingFilters checks={about} state={state} onChange={onChange} />
      </FactFilters>
      <p className="facts-note">{t.checks.findingsNote}</p>
      {shown.length === 0 ? (
        <Notice title={t.checks.nothing} hint={t.checks.nothingHint}>
          <button type="button" className="button" onClick={() => onChange(cleared)}>
            {t.checks.clear}
          </button>
        </Notice>
      ) : (
        <FactGroups
          groups={groupByIndicator(shown, (check) => check.state === 'open')}
          names={names}
          open={state.open ?? []}
          onOpen={(open) => onChange({ open: open.length > 0 ? open : undefined })}
          summary={(facts) => <Summary checks={facts} />}
        >
          {({ indicator, facts }) => (
            <FindingTable indicator={indicator} checks={facts} names={names} sources={sources} />
          )}
        </FactGroups>
      )}
    </>
  )
}

const fits = <Value,>(wanted: Value | undefined, own: Value) => wanted === undefined || wanted === own

interface FindingFiltersProps extends Pick<FindingsTabProps, 'state' | 'onChange'> {
  readonly checks: readonly Check[]
}

/** State and severity, each choice with its number under the other. */
function FindingFilters({ checks, state, onChange }: FindingFiltersProps) {
  const { t } = useLanguage()
  const ofSeverity = checks.filter(({ severity }) => fits(state.severity, severity))
  const ofState = checks.filter((check) => fits(state.state, check.state))
  return (
    <>
      <Segmented
        label={t.checks.state}
        choices={[
          { value: 'all', label: `${t.checks.all} ${ofSeverity.length}` },
          ...findingFilters.map((value) => ({
            value,
            label: `${t.checks.states[value]} ${ofSeverity.filter((check) => check.state === value).length}`,
          })),
        ]}
        value={state.state ?? 'all'}
        onChange={(value) => onChange({ state: value === 'all' ? undefined : value })}
      />
      <Segmented
        label={t.checks.severity}
        choices={[
          { value: 'all', label: t.checks.all },
          ...severityFilters.map((value) => ({
            value,
            label: `${t.checks.severities[value]} ${ofState.filter((check) => check.severity === value).length}`,
          })),
        ]}
        value={state.severity ?? 'all'}
        onChange={(value) => onChange({ severity: value === 'all' ? undefined : value })}
      />
    </>
  )
}

/** `口径调整 68 · 已说明 1`. */
function Summary({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useLanguage()
  return findingFilters
    .map((state) => ({ state, count: checks.filter((check) => check.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => (
      <span key={state} className="fact-state" data-state={state}>
        {t.checks.states[state]} {count}
      </span>
    ))
}
