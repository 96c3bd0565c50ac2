import { useId } from 'react'
import { type EmbedForm, embedForms } from '#server/charts/index.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { type Theme, themes } from '#web/url-state.ts'
import { Segmented } from './segmented.tsx'

const times = ['live', 'frozen'] as const
const backgrounds = ['paper', 'transparent'] as const

/** How a chart is to stand elsewhere. */
export interface EmbedSettings {
  readonly form: EmbedForm
  readonly time: (typeof times)[number]
  readonly background: (typeof backgrounds)[number]
  readonly theme: Theme
  /** Of a frame, in pixels; left out, as high as the chart wants. */
  readonly width: number
  readonly height?: number
}

export const usualSettings: EmbedSettings = {
  form: 'script',
  time: 'live',
  background: 'paper',
  theme: 'light',
  width: 640,
}

interface EmbedSettingsFieldsProps {
  readonly settings: EmbedSettings
  /** The height that the chart wants. */
  readonly wanted: number
  readonly onChange: (some: Partial<EmbedSettings>) => void
}

export function EmbedSettingsFields({ settings, wanted, onChange }: EmbedSettingsFieldsProps) {
  const { t } = useLanguage()
  const { form, time, background, theme, width, height = wanted } = settings
  return (
    <div className="embed-settings">
      <Segmented
        label={t.embed.form}
        choices={embedForms.map((value) => ({ value, label: t.embed.forms[value] }))}
        value={form}
        onChange={(form) => onChange({ form })}
      />
      <Segmented
        label={t.embed.data}
        choices={times.map((value) => ({ value, label: t.embed[value] }))}
        value={time}
        onChange={(time) => onChange({ time })}
      />
      {form === 'frame' && (
        <>
          <SizeField side="width" value={width} onChange={(width) => onChange({ width })} />
          <SizeField side="height" value={height} onChange={(height) => onChange({ height })} />
        </>
      )}
      {form !== 'picture' && (
        <Segmented
          label={t.embed.background}
          choices={backgrounds.map((value) => ({ value, label: t.embed[value] }))}
          value={background}
          onChange={(background) => onChange({ background })}
        />
      )}
      <Segmented
        label={t.embed.theme}
        choices={themes.map((value) => ({ value, label: t.theme[value] }))}
        value={theme}
        onChange={(theme) => onChange({ theme })}
      />
    </div>
  )
}

interface SizeFieldProps {
  readonly side: 'width' | 'height'
  readonly value: number
  readonly onChange: (value: number) => void
}

const smallest = { width: 280, height: 240 }
const largest = { width: 1600, height: 2400 }

function SizeField({ side, value, onChange }: SizeFieldProps) {
  const { t } = useLanguage()
  const id = useId()
  const keep = (typed: number) =>
    Number.isFinite(typed) && onChange(Math.min(Math.max(typed, smallest[side]), largest[side]))
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t.embed[side]} px
      </label>
      <input
        // What is typed stands until the field is left; a value that changes by itself is shown.
        key={value}
        id={id}
        type="number"
        className="text-field size-field"
        min={smallest[side]}
        max={largest[side]}
        step={20}
        defaultValue={value}
        onBlur={({ target }) => target.valueAsNumber !== value && keep(target.valueAsNumber)}
      />
    </div>
  )
}
