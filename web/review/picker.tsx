import { useEffect, useId, useRef, useState } from 'react'

export interface Option {
  readonly value: string
  readonly label: string
  /** What tells it from others of its name, or why it is offered. */
  readonly hint: string
}

interface PickerProps {
  readonly label: string
  /** What is offered for what is typed, the likeliest first. */
  readonly optionsFor: (typed: string) => readonly Option[]
  readonly nothing: string
  readonly onChoose: (value: string) => void
  readonly onClose: () => void
}

/** So many options are in the list: to find another one, type more of it. */
const mostShown = 40

/** A list to choose from by typing: arrows move, Enter chooses, Escape leaves things as they were. */
export function Picker({ label, optionsFor, nothing, onChoose, onClose }: PickerProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const options = optionsFor(typed).slice(0, mostShown)
  const marked = Math.min(at, options.length - 1)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  const press = (key: string) => {
    const option = options[marked]
    if (key === 'ArrowDown') setAt((marked + 1) % Math.max(options.length, 1))
    else if (key === 'ArrowUp') setAt((marked - 1 + options.length) % Math.max(options.length, 1))
    else if (key === 'Enter' && option) onChoose(option.value)
    else if (key === 'Escape') onClose()
    else return false
    return true
  }
  return (
    <div className="review-picker">
      <input
        ref={input}
        className="text-field"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing && press(event.key)) event.preventDefault()
        }}
        onBlur={onClose}
      />
      {options.length === 0 && <p className="review-picker-nothing">{nothing}</p>}
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} hidden={options.length === 0}>
        {options.map(({ value, label: text, hint }, nth) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the combobox
          <div
            key={value}
            id={`${id}-${nth}`}
            role="option"
            tabIndex={-1}
            aria-selected={nth === marked}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(value)}
          >
            <span>{text}</span>
            <small>{hint}</small>
          </div>
        ))}
      </div>
    </div>
  )
}
