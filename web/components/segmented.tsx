import { useId } from 'react'

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A choice among few: radio buttons side by side; where there is nothing to choose, the word alone. */
export function Segmented<Value extends string>({ label, choices, value, onChange }: SegmentedProps<Value>) {
  const name = useId()
  const [only, ...others] = choices
  if (only && others.length === 0) {
    return (
      <p className="field">
        <span className="field-label">{label}</span>
        <span className="field-only">{only.label}</span>
      </p>
    )
  }
  return (
    <div className="field">
      <span className="field-label" id={`${name}-label`}>
        {label}
      </span>
      <div className="segmented" role="radiogroup" aria-labelledby={`${name}-label`}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </div>
  )
}
