import { type Transform, transformCodes } from '#data/model/derive/derived.ts'
import { basisNames } from '#data/wording/basis-names.ts'
import { transformWords } from '#data/wording/derived-names.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import {
  type ChosenComparison,
  type RegionGroup,
  type RegionsState,
  regionGroups,
  regionsInGroup,
  regionViews,
} from '#server/charts/index.ts'
import type { Catalog, Indicator, Region } from '#web/api.ts'
import { formatPeriodAndBasis } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { CompilationField } from './compilation-field.tsx'
import { Segmented } from './segmented.tsx'
import { SelectField } from './select-field.tsx'
import { Settings } from './settings.tsx'

interface ComparisonControlsProps {
  readonly catalog: Catalog
  readonly regions: readonly Region[]
  readonly indicator: string
  readonly chosen: ChosenComparison
  /** What can be made of the levels and compared across regions; `none` is not among them. */
  readonly transforms: readonly Transform[]
  readonly onChange: (some: RegionsState) => void
}

const startAgain = { period: undefined, against: undefined, when: undefined } as const

/** Which indicator, which regions and which numbers are compared. */
export function ComparisonControls(props: ComparisonControlsProps) {
  const { catalog, regions, indicator, chosen, onChange } = props
  const { language, t } = useLanguage()
  const { group } = chosen
  const offered = catalog.indicators.filter(
    (each) => each.code === indicator || hasGroup(each, regions, group),
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fields inside have their own fieldsets
    <div className="controls" role="group" aria-label={t.regions.controls}>
      <SelectField
        label={t.regions.indicator}
        groups={catalog.topics
          .map(({ code, name }) => ({
            label: name[language],
            choices: offered
              .filter(({ topic }) => topic === code)
              .map((each) => ({ value: each.code, label: each.name[language] })),
          }))
          .filter(({ choices }) => choices.length > 0)}
        value={indicator}
        onChange={(code) =>
          onChange({
            indicator: code,
            measure: undefined,
            transform: undefined,
            basis: undefined,
            ...startAgain,
          })
        }
      />
      <Segmented
        label={t.regions.group}
        choices={regionGroups.map((value) => ({ value, label: t.groups[value] }))}
        value={group}
        onChange={(group) => onChange({ group, basis: undefined, ...startAgain })}
      />
      <Settings>
        <SecondaryFields {...props} />
      </Settings>
    </div>
  )
}

/** How the numbers are shown, and which of them. */
function SecondaryFields(props: ComparisonControlsProps) {
  const { chosen, onChange } = props
  const { language, t } = useLanguage()
  const { group, view, basis, when, options } = chosen
  return (
    <>
      <Segmented
        label={t.regions.view}
        choices={regionViews.map((value) => ({ value, label: t.regions.views[value] }))}
        value={view}
        onChange={(view) => onChange({ view })}
      />
      <FiguresField {...props} />
      <CompilationField
        options={options.compilations}
        value={chosen.compilation}
        onChange={(compilation) => onChange({ compilation, basis: undefined, ...startAgain })}
      />
      {options.bases.length > 1 && (
        <Segmented
          label={t.indicator.basis}
          choices={options.bases.map((value) => ({ value, label: basisNames[value][language] }))}
          value={basis}
          onChange={(basis) => onChange({ basis, ...startAgain })}
        />
      )}
      {view === 'ranking' && options.times.length > 1 && (
        <Segmented
          label={t.regions.when}
          choices={options.times.map((value) => ({ value, label: t.regions.times[value] }))}
          value={when}
          onChange={(when) => onChange({ when, period: undefined })}
        />
      )}
      {view === 'ranking' && group !== 'provinces' && when === 'same' && (
        <AgainstField chosen={chosen} onChange={onChange} />
      )}
    </>
  )
}

/** Level, growth, share …: what is printed, then what can be made of it. */
function FiguresField({ chosen, transforms, onChange }: ComparisonControlsProps) {
  const { language, t } = useLanguage()
  const { measure, transform, options } = chosen
  if (options.measures.length + transforms.length === 0) return null
  const choose = (text: string) =>
    onChange({
      measure: options.measures.find((each) => each === text),
      transform: transformCodes.find((each) => `made:${each}` === text),
      basis: undefined,
      ...startAgain,
    })
  return (
    <SelectField
      label={t.indicator.measure}
      groups={[
        {
          label: '',
          choices: [
            ...options.measures.map((value) => ({ value, label: measureNames[value][language] })),
            ...transforms.map((value) => ({
              value: `made:${value}`,
              label: transformWords[value][language],
            })),
          ],
        },
      ]}
      value={transform === 'none' ? measure : `made:${transform}`}
      onChange={choose}
    />
  )
}

type AgainstFieldProps = Pick<ComparisonControlsProps, 'chosen' | 'onChange'>

/** Where the change between two periods starts. */
function AgainstField({ chosen, onChange }: AgainstFieldProps) {
  const { language, t } = useLanguage()
  const others = chosen.periods.filter(({ text }) => text !== chosen.period?.text)
  if (others.length === 0) return null
  const choices = others.map(({ text, period }) => ({
    value: text,
    label: formatPeriodAndBasis(period, chosen.basis, language),
  }))
  return (
    <SelectField
      label={t.regions.against}
      groups={[{ label: '', choices: chosen.against ? choices : [{ value: '', label: t.none }, ...choices] }]}
      value={chosen.against?.text ?? ''}
      onChange={(against) => onChange({ against: against || undefined })}
    />
  )
}

/** Whether two regions of the group have numbers: fewer cannot be compared. */
function hasGroup({ coverage }: Indicator, regions: readonly Region[], group: RegionGroup): boolean {
  const members = regionsInGroup(regions, group)
  return coverage.regions.filter((code) => members.includes(code)).length > 1
}
