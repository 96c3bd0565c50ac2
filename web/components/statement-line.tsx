import { Fragment } from 'react'
import type { Language } from '#data/model/language.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { type Names, nameOf } from '#server/charts/index.ts'
import type { Observation, Source } from '#web/api.ts'
import { formatPointPeriod, printText } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { wordsIn } from '#web/messages/messages.ts'
import { plainestBasis } from '#web/plainest-basis.ts'
import { SourceLink } from './source-link.tsx'

interface StatementLineProps {
  /** Numbers of one document. */
  readonly observations: readonly Observation[]
  readonly names: Names
  readonly sources: readonly Source[]
  /** What need not be said again. */
  readonly known: Partial<Pick<Observation, 'indicator' | 'region' | 'period' | 'measure'>>
}

/** Printed numbers as one line: what and when each is, as far as not known, the number, and at the end their document. */
export function StatementLine({ observations, names, sources, known }: StatementLineProps) {
  const { language } = useLanguage()
  const [first] = observations
  return (
    <span className="statement">
      {observations.map((observation) => (
        <Fragment key={observation.id}>
          <span className="statement-what">{whatOf(observation, { names, known, language })} </span>
          <strong>{numberOf(observation, names, language)}</strong>{' '}
        </Fragment>
      ))}
      <SourceLink source={sources.find(({ id }) => id === first?.source)} show="date" />
    </span>
  )
}

interface Saying extends Pick<StatementLineProps, 'names' | 'known'> {
  readonly language: Language
}

function whatOf(observation: Observation, { names, known, language }: Saying): string {
  const { region, measure, period, of } = observation
  const whole = nameOf(of, names)?.[language]
  return [
    period !== known.period && formatPointPeriod(observation, plainestBasis(observation), language),
    region !== known.region && nameOf(`region:${region}`, names)?.[language],
    observation.indicator !== known.indicator && nameOf(observation.indicator, names)?.[language],
    measure !== (known.measure ?? 'level') && measureNames[measure][language],
    whole && measure !== known.measure && wordsIn(language).checks.of(whole),
  ]
    .filter(Boolean)
    .join(language === 'zh' ? '' : ' ')
}

function numberOf(observation: Observation, { indicators }: Names, language: Language): string {
  const indicator = indicators.find(({ code }) => code === observation.indicator)
  const { measure, printedValue } = observation
  return indicator ? printText(observation, { indicator, measure }, language) : printedValue
}
