import type { ReactNode } from 'react'
import type { Names } from '#server/charts/index.ts'
import type { Check } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import type { ChecksState } from '#web/url-state.ts'
import { SelectField } from './select-field.tsx'

interface FactFiltersProps {
  /** All facts, of which the indicators and regions to choose from are taken. */
  readonly facts: readonly Pick<Check, 'indicator' | 'region'>[]
  readonly names: Names
  readonly state: ChecksState
  readonly onChange: (some: ChecksState) => void
  /** How many are shown. */
  readonly shown: number
  readonly children: ReactNode
}

/** Filters of findings and conflicts: their own, then indicator and region, and how many are left. */
export function FactFilters({ facts, names, state, onChange, shown, children }: FactFiltersProps) {
  const { language, t } = useLanguage()
  const choicesOf = (entries: Names['indicators'] | Names['regions'], used: ReadonlySet<string>) => [
    { label: '', choices: [{ value: '', label: t.checks.all }] },
    {
      label: '',
      choices: entries
        .filter(({ code }) => used.has(code))
        .map(({ code, name }) => ({ value: code, label: name[language] })),
    },
  ]
  const used = (field: 'indicator' | 'region') =>
    new Set([...facts.map((fact) => fact[field]), state[field] ?? ''])
  return (
    <search className="controls">
      {children}
      <SelectField
        label={t.table.indicator}
        groups={choicesOf(names.indicators, used('indicator'))}
        value={state.indicator ?? ''}
        onChange={(indicator) => onChange({ indicator: indicator || undefined, open: undefined })}
      />
      <SelectField
        label={t.table.region}
        groups={choicesOf(names.regions, used('region'))}
        value={state.region ?? ''}
        onChange={(region) => onChange({ region: region || undefined })}
      />
      <p className="filter-count" role="status">
        {t.checks.shown(shown, facts.length)}
      </p>
    </search>
  )
}
