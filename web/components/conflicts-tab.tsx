import type { Names } from '#server/charts/index.ts'
import type { Answer, Conflict } from '#web/api.ts'
import { groupByIndicator, isAbout } from '#web/group-facts.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { agreementFilters, type ChecksState } from '#web/url-state.ts'
import { ConflictTable } from './conflict-table.tsx'
import { FactFilters } from './fact-filters.tsx'
import { FactGroups } from './fact-groups.tsx'
import { Notice } from './notice.tsx'
import { Segmented } from './segmented.tsx'

interface ConflictsTabProps {
  readonly answer: Answer<'conflicts'>
  readonly names: Names
  readonly state: ChecksState
  readonly onChange: (some: ChecksState) => void
}

const cleared = { compatible: undefined, indicator: undefined, region: undefined } as const

/** Facts with several statements, counted by indicator. */
export function ConflictsTab({ answer, names, state, onChange }: ConflictsTabProps) {
  const { t } = useLanguage()
  const { conflicts, sources } = answer
  if (conflicts.length === 0) return <Notice title={t.checks.noConflicts} hint={t.checks.noConflictsHint} />
  const about = conflicts.filter(isAbout(state))
  const ofKind = (kind: ChecksState['compatible']) =>
    about.filter(({ isCompatible }) => kind === undefined || String(isCompatible) === kind)
  const shown = ofKind(state.compatible)
  return (
    <>
      <FactFilters facts={conflicts} names={names} state={state} onChange={onChange} shown={shown.length}>
        <Segmented
          label={t.checks.agreement}
          choices={[
            { value: 'all', label: `${t.checks.all} ${about.length}` },
            ...agreementFilters.map((value) => ({
              value,
              label: `${t.checks.agreements[value]} ${ofKind(value).length}`,
            })),
          ]}
          value={state.compatible ?? 'all'}
          onChange={(value) => onChange({ compatible: value === 'all' ? undefined : value })}
        />
      </FactFilters>
      <p className="facts-note">{t.checks.conflictsNote}</p>
      {shown.length === 0 ? (
        <Notice title={t.checks.nothing} hint={t.checks.nothingHint}>
          <button type="button" className="button" onClick={() => onChange(cleared)}>
            {t.checks.clear}
          </button>
        </Notice>
      ) : (
        <FactGroups
          groups={groupByIndicator(shown, ({ isCompatible }) => !isCompatible)}
          names={names}
          open={state.open ?? []}
          onOpen={(open) => onChange({ open: open.length > 0 ? open : undefined })}
          summary={(facts) => <Summary conflicts={facts} />}
        >
          {({ indicator, facts }) => (
            <ConflictTable indicator={indicator} conflicts={facts} names={names} sources={sources} />
          )}
        </FactGroups>
      )}
    </>
  )
}

function Summary({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const { t } = useLanguage()
  return agreementFilters
    .map((kind) => ({
      kind,
      count: conflicts.filter(({ isCompatible }) => String(isCompatible) === kind).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => (
      <span key={kind} className="fact-state" data-state={kind === 'false' ? 'open' : 'agreed'}>
        {t.checks.agreements[kind]} {count}
      </span>
    ))
}
