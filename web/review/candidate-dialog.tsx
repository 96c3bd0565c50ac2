import { type FormEvent, useId, useState } from 'react'
import type { CatalogAnswer, CatalogQuestion, NumberAnswer } from '#etl/review/answers.ts'
import { Dialog } from '#web/components/dialog.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Failure } from './failure.tsx'
import { find } from './options.ts'
import { Picker } from './picker.tsx'
import { useWords } from './words.ts'

interface CandidateDialogProps {
  readonly number: NumberAnswer
  readonly catalog: CatalogAnswer
  readonly error: Error | undefined
  readonly onAdd: (question: CatalogQuestion) => Promise<boolean>
  readonly onClose: () => void
}

type Kind = CatalogQuestion['kind']

/** A phrase that the catalogue lacks becomes another word of an indicator, or an indicator. */
export function CandidateDialog({ number, catalog, error, onAdd, onClose }: CandidateDialogProps) {
  const words = useWords()
  const [kind, setKind] = useState<Kind>('alias')
  const [isAdding, setAdding] = useState(false)
  const add = async (question: CatalogQuestion) => {
    setAdding(true)
    const isAdded = await onAdd(question)
    setAdding(false)
    if (isAdded) onClose()
  }
  return (
    <Dialog title={words.candidate} onClose={onClose}>
      <p>{words.candidateLead(number.candidate)}</p>
      <blockquote className="review-quote" lang="zh-CN">
        {number.quote}
      </blockquote>
      <Segmented
        label=""
        choices={[
          { value: 'alias', label: words.asAlias },
          { value: 'indicator', label: words.asNew },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'alias' ? (
        <AliasForm phrase={number.candidate} catalog={catalog} isAdding={isAdding} onAdd={add} />
      ) : (
        <IndicatorForm number={number} catalog={catalog} isAdding={isAdding} onAdd={add} />
      )}
      {isAdding && (
        <p className="muted" role="status">
          {words.reading}
        </p>
      )}
      {error && !isAdding && <Failure error={error} />}
    </Dialog>
  )
}

interface FormProps {
  readonly catalog: CatalogAnswer
  readonly isAdding: boolean
  readonly onAdd: (question: CatalogQuestion) => Promise<void>
}

function AliasForm({ phrase: proposed, catalog, isAdding, onAdd }: FormProps & { readonly phrase: string }) {
  const words = useWords()
  const { language } = useLanguage()
  const [phrase, setPhrase] = useState(proposed)
  return (
    <div className="review-form">
      <TextField label={words.phrase} value={phrase} onChange={setPhrase} />
      <div className="field">
        <span className="field-label">{words.columns.indicator}</span>
        {!isAdding && (
          <Picker
            label={words.columns.indicator}
            nothing={words.nothingFound}
            optionsFor={(typed) =>
              find(catalog.indicators, typed, language).map(({ code, name }) => ({
                ...{ value: code, label: name[language], hint: code },
              }))
            }
            onChoose={(indicator) => void onAdd({ kind: 'alias', indicator, phrase })}
            onClose={() => undefined}
          />
        )}
      </div>
    </div>
  )
}

type NewIndicator = Omit<Extract<CatalogQuestion, { kind: 'indicator' }>, 'kind'>

/** What a number tells of the indicator that it may be of. */
const guess = ({ candidate, unit }: NumberAnswer, topic: string): NewIndicator => ({
  ...{ code: '', zh: candidate, en: '', topic, definition: '', indicatorKind: 'stock', aggregation: 'sum' },
  unit: /元$/.test(unit) ? 'CNY' : 'count',
  counter: unit.replace(/^[十百千万亿]+/, '').replace(/^元$/, ''),
})

function IndicatorForm({ number, catalog, isAdding, onAdd }: FormProps & { readonly number: NumberAnswer }) {
  const words = useWords()
  const [entry, setEntry] = useState(() => guess(number, catalog.topics[0]?.code ?? ''))
  const set = (part: Partial<NewIndicator>) => setEntry({ ...entry, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onAdd({ kind: 'indicator', ...entry })
  }
  const named = useNamed()
  return (
    <form className="review-form" onSubmit={submit}>
      <TextField label={words.nameZh} value={entry.zh} onChange={(zh) => set({ zh })} />
      <TextField
        label={words.nameEn}
        value={entry.en}
        onChange={(en) => set({ en, ...(entry.code === codeOf(entry.en) ? { code: codeOf(en) } : {}) })}
      />
      <TextField label={words.code} value={entry.code} onChange={(code) => set({ code })} />
      <SelectField
        label={words.topic}
        groups={named(catalog.topics)}
        value={entry.topic}
        onChange={(topic) => set({ topic })}
      />
      <Kinds entry={entry} onChange={set} />
      <SelectField
        label={words.unit}
        groups={named(catalog.units)}
        value={entry.unit}
        onChange={(unit) => set({ unit })}
      />
      <TextField label={words.counter} value={entry.counter} onChange={(counter) => set({ counter })} />
      <TextField
        label={words.definition}
        value={entry.definition}
        onChange={(definition) => set({ definition })}
      />
      <button type="submit" className="button review-main" disabled={isAdding}>
        {words.addToCatalog}
      </button>
    </form>
  )
}

interface KindsProps {
  readonly entry: NewIndicator
  readonly onChange: (part: Partial<NewIndicator>) => void
}

/** Whether it is of a span or of its end, and whether regions add up. */
function Kinds({ entry, onChange }: KindsProps) {
  const words = useWords()
  return (
    <>
      <Segmented
        label={words.kind}
        choices={[
          { value: 'stock', label: words.ofEnd },
          { value: 'flow', label: words.ofSpan },
        ]}
        value={entry.indicatorKind}
        onChange={(indicatorKind) => onChange({ indicatorKind })}
      />
      <Segmented
        label={words.aggregation}
        choices={[
          { value: 'sum', label: words.sum },
          { value: 'none', label: words.none },
        ]}
        value={entry.aggregation}
        onChange={(aggregation) => onChange({ aggregation })}
      />
    </>
  )
}

/** Entries as one group of choices. */
function useNamed() {
  const { language } = useLanguage()
  return (entries: CatalogAnswer['topics']) => [
    {
      label: '',
      choices: entries.map(({ code, name }) => ({ value: code, label: `${name[language]} ${code}` })),
    },
  ]
}

/** A code made of an English name, until somebody writes another one. */
const codeOf = (en: string) =>
  en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_$/g, '')

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function TextField({ label, value, onChange }: TextFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="text-field" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  )
}
