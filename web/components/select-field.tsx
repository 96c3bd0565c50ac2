import { useId } from 'react'

interface SelectGroup {
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

interface SelectFieldProps {
  readonly label: string
  /** A group without a label is not set apart. */
  readonly groups: readonly SelectGroup[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A native list to choose from, with its label above. */
export function SelectField({ label, groups, value, onChange }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="select" value={value} onChange={({ target }) => onChange(target.value)}>
        {groups.map((group) =>
          group.label === '' ? (
            <Options key="" choices={group.choices} />
          ) : (
            <optgroup key={group.label} label={group.label}>
              <Options choices={group.choices} />
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}

function Options({ choices }: Pick<SelectGroup, 'choices'>) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}
