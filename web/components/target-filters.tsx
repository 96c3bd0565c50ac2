import type { Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { Region, Target } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { type TargetsState, targetFilters, targetGroups } from '#web/url-state.ts'
import { Segmented } from './segmented.tsx'
import { SelectField } from './select-field.tsx'

interface TargetFiltersProps {
  /** All targets and expectations. */
  readonly targets: readonly Target[]
  readonly shown: number
  /** The month the data reach. */
  readonly until: Period
  readonly regions: readonly Region[]
  readonly state: TargetsState
  readonly onChange: (some: TargetsState) => void
}

/** How targets are grouped, and which are shown. */
export function TargetFilters({ targets, shown, until, regions, state, onChange }: TargetFiltersProps) {
  const { language, t } = useLanguage()
  const used = new Set(targets.map(({ region }) => region))
  const countOf = (state: Target['state']) => targets.filter((target) => target.state === state).length
  return (
    <search className="controls">
      <Segmented
        label={t.targets.group}
        choices={targetGroups.map((value) => ({ value, label: t.targets.groups[value] }))}
        value={state.group ?? 'region'}
        onChange={(group) => onChange({ group: group === 'region' ? undefined : group })}
      />
      <SelectField
        label={t.targets.state}
        groups={[
          {
            label: '',
            choices: [
              { value: '', label: t.targets.all },
              ...targetFilters
                .filter((each) => countOf(each) > 0 || each === state.state)
                .map((each) => ({ value: each, label: `${t.targets.states[each]} ${countOf(each)}` })),
            ],
          },
        ]}
        value={state.state ?? ''}
        onChange={(value) => onChange({ state: targetFilters.find((each) => each === value) })}
      />
      <SelectField
        label={t.targets.region}
        groups={[
          {
            label: '',
            choices: [
              { value: '', label: t.targets.all },
              ...regions
                .filter(({ code }) => used.has(code) || code === state.region)
                .map(({ code, name }) => ({ value: code, label: name[language] })),
            ],
          },
        ]}
        value={state.region ?? ''}
        onChange={(region) => onChange({ region: region || undefined })}
      />
      <p className="filter-count" role="status">
        {t.targets.shown(shown, targets.length)} · {t.overview.asOf(formatPeriod(until, language))}
      </p>
    </search>
  )
}
