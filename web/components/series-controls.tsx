import type { Transform } from '#data/model/derive/derived.ts'
import { basisNames } from '#data/wording/basis-names.ts'
import { transformWords } from '#data/wording/derived-names.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import {
  type ChosenSeries,
  type IndicatorState,
  kindNames,
  type Names,
  nameOf,
  type TrendKind,
} from '#server/charts/index.ts'
import type { Region } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { CompilationField } from './compilation-field.tsx'
import { RegionPicker } from './region-picker.tsx'
import { Segmented } from './segmented.tsx'
import { SelectField } from './select-field.tsx'

interface SeriesControlsProps {
  readonly chosen: ChosenSeries
  readonly kind: TrendKind
  readonly kinds: readonly TrendKind[]
  /** What can be made of the numbers; `none` among them. */
  readonly transforms: readonly Transform[]
  readonly names: Names
  readonly onChange: (some: IndicatorState) => void
}

/** What to show of an indicator: only what it has numbers for is offered. */
export function SeriesControls({ chosen, kind, kinds, transforms, names, onChange }: SeriesControlsProps) {
  const { language, t } = useLanguage()
  const { question, options } = chosen
  const isMissing = !options.bases.includes(question.basis)
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fields inside have their own fieldsets
    <div className="controls" role="group" aria-label={t.indicator.controls}>
      <MeasureField chosen={chosen} onChange={onChange} />
      <CompilationField
        options={options.compilations}
        value={question.compilation}
        onChange={(compilation) =>
          onChange({ compilation, basis: undefined, from: undefined, to: undefined })
        }
      />
      <TransformField chosen={chosen} transforms={transforms} onChange={onChange} />
      <IndexBaseField chosen={chosen} onChange={onChange} />
      <Segmented
        label={t.indicator.basis}
        choices={(isMissing ? [question.basis, ...options.bases] : options.bases).map((value) => ({
          value,
          label: basisNames[value][language],
        }))}
        value={question.basis}
        onChange={(basis) => onChange({ basis, indexBase: undefined, from: undefined, to: undefined })}
      />
      <RegionPicker
        regions={regionsOf([...options.regions, ...question.region], names.regions)}
        chosen={question.region}
        onChange={(region) => onChange({ region })}
      />
      <YearFields chosen={chosen} onChange={onChange} />
      {options.comparisons.length > 1 && (
        <SelectField
          label={t.indicator.versus}
          groups={[
            {
              label: '',
              choices: options.comparisons.map((value) => ({
                value,
                label:
                  { usual: t.indicator.versusUsual, stated: t.indicator.versusStated }[value] ??
                  t.indicator.versusOther(nameOf(value, names)?.[language] ?? value),
              })),
            },
          ]}
          value={chosen.comparison}
          onChange={(versus) => onChange({ versus })}
        />
      )}
      {kinds.length > 1 && (
        <Segmented
          label={t.indicator.kind}
          choices={kinds.map((value) => ({ value, label: kindNames[value][language] }))}
          value={kind}
          onChange={(kind) => onChange({ kind })}
        />
      )}
    </div>
  )
}

const regionsOf = (codes: readonly string[], regions: readonly Region[]) =>
  regions.filter(({ code }) => codes.includes(code))

type FieldProps = Pick<SeriesControlsProps, 'chosen' | 'onChange'>

function MeasureField({ chosen: { question, options }, onChange }: FieldProps) {
  const { language, t } = useLanguage()
  const offered = options.measures.includes(question.measure)
    ? options.measures
    : [question.measure, ...options.measures]
  const choices = offered.map((value) => ({ value, label: measureNames[value][language] }))
  const choose = (text: string) => {
    const measure = offered.find((each) => each === text)
    if (!measure) return
    const rest = { basis: undefined, versus: undefined, from: undefined, to: undefined }
    onChange({ measure, transform: undefined, indexBase: undefined, ...rest })
  }
  if (choices.length > 3) {
    return (
      <SelectField
        label={t.indicator.measure}
        groups={[{ label: '', choices }]}
        value={question.measure}
        onChange={choose}
      />
    )
  }
  return (
    <Segmented label={t.indicator.measure} choices={choices} value={question.measure} onChange={choose} />
  )
}

interface TransformFieldProps extends FieldProps {
  readonly transforms: readonly Transform[]
}

/** What to make of the levels; what the address asks for stays to be seen even where it means nothing. */
function TransformField({ chosen: { question }, transforms, onChange }: TransformFieldProps) {
  const { language, t } = useLanguage()
  const { transform = 'none', basis } = question
  const offered = transforms.includes(transform) ? transforms : [transform, ...transforms]
  if (offered.length < 2) return null
  const choose = (text: string) => {
    const wanted = offered.find((each) => each === text)
    if (!wanted) return
    const changesBasis = [wanted, transform].includes('decumulate')
    const next = wanted === 'none' ? undefined : wanted
    const rest = { indexBase: undefined, kind: undefined }
    onChange({ transform: next, basis: changesBasis ? undefined : basis, ...rest })
  }
  return (
    <SelectField
      label={t.indicator.transform}
      groups={[
        { label: '', choices: offered.map((value) => ({ value, label: transformWords[value][language] })) },
      ]}
      value={transform}
      onChange={choose}
    />
  )
}

/** The period that is 100; the server finds one that the series have in common while none is chosen. */
function IndexBaseField({ chosen: { question, options }, onChange }: FieldProps) {
  const { language, t } = useLanguage()
  const { indexBase = '', region, basis } = question
  if (question.transform !== 'index') return null
  const offered = options.indexBases.map(({ text, period, regions }) => {
    const name = formatPeriod(period, language) + (basis === 'cumulative' ? t.indicator.sameMonths : '')
    const isForAll = regions === region.length
    return { value: text, label: isForAll ? name : t.indicator.baseOfSome(name, regions, region.length) }
  })
  const isUnknown = indexBase !== '' && offered.every(({ value }) => value !== indexBase)
  return (
    <SelectField
      label={t.indicator.indexBase}
      groups={[
        {
          label: '',
          choices: [
            { value: '', label: t.indicator.commonBase },
            ...(isUnknown ? [{ value: indexBase, label: indexBase }] : []),
            ...offered,
          ],
        },
      ]}
      value={indexBase}
      onChange={(text) => onChange({ indexBase: text || undefined })}
    />
  )
}

function YearFields({ chosen: { question, options }, onChange }: FieldProps) {
  const { t } = useLanguage()
  const { years } = options
  if (years.length < 2) return null
  const { from = '', to = '' } = question
  const choicesFor = (first: string, fits: (year: string) => boolean) => [
    {
      label: '',
      choices: [
        { value: '', label: first },
        ...years.filter(fits).map((year) => ({ value: year, label: year })),
      ],
    },
  ]
  return (
    <div className="year-fields">
      <SelectField
        label={t.indicator.from}
        groups={choicesFor(t.indicator.first, (year) => to === '' || year <= to)}
        value={from}
        onChange={(year) => onChange({ from: year || undefined })}
      />
      <SelectField
        label={t.indicator.to}
        groups={choicesFor(t.indicator.last, (year) => from === '' || year >= from)}
        value={to}
        onChange={(year) => onChange({ to: year || undefined })}
      />
    </div>
  )
}
