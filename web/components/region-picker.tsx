import { useId, useState } from 'react'
import type { Region } from '#web/api.ts'
import { useDropdown } from '#web/hooks/use-dropdown.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { findEntries } from '#web/search.ts'

interface RegionPickerProps {
  /** Regions that have numbers, with how many. */
  readonly regions: readonly Region[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

const mostRegions = 8
const kinds = ['nation', 'zone', 'cluster', 'group', 'province', 'city', 'area'] as const

/** A choice of several regions: a button that says which, and a list with a filter. */
export function RegionPicker({ regions, chosen, onChange }: RegionPickerProps) {
  const { language, t } = useLanguage()
  const [typed, setTyped] = useState('')
  const ref = useDropdown()
  const labelId = useId()
  const names = chosen.map((code) => regions.find((region) => region.code === code)?.name[language] ?? code)
  const found = findEntries(regions, typed)
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code])
  return (
    <div className="field">
      <span className="field-label" id={labelId}>
        {t.indicator.regions}
      </span>
      <details className="picker" ref={ref}>
        <summary aria-describedby={labelId}>
          <span className="picker-words">
            {names.length > 3 ? t.indicator.regionsChosen(names.length) : names.join(t.listComma)}
          </span>
        </summary>
        <div className="picker-panel">
          <input
            type="search"
            className="text-field"
            aria-label={t.indicator.regionFilter}
            placeholder={t.indicator.regionFilter}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          {kinds.map((kind) => (
            <KindOptions
              key={kind}
              label={t.regionKinds[kind]}
              regions={found.filter((region) => region.kind === kind)}
              chosen={chosen}
              onToggle={toggle}
            />
          ))}
          {chosen.length >= mostRegions && <p className="muted small">{t.indicator.upTo(mostRegions)}</p>}
        </div>
      </details>
    </div>
  )
}

interface KindOptionsProps {
  readonly label: string
  readonly regions: readonly Region[]
  readonly chosen: readonly string[]
  readonly onToggle: (code: string) => void
}

function KindOptions({ label, regions, chosen, onToggle }: KindOptionsProps) {
  const { language } = useLanguage()
  if (regions.length === 0) return null
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="picker-options">
        {regions.map(({ code, name }) => {
          const isChosen = chosen.includes(code)
          const isFixed = isChosen ? chosen.length === 1 : chosen.length >= mostRegions
          return (
            <label key={code} className="check">
              <input type="checkbox" checked={isChosen} disabled={isFixed} onChange={() => onToggle(code)} />
              <span>{name[language]}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
