import { Link, useLocation } from 'wouter'
import { basisNames } from '#data/wording/basis-names.ts'
import { type ChosenSeries, indicatorFields, printState } from '#server/charts/index.ts'
import { ApiFailure } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Failed } from './failed.tsx'
import { Notice } from './notice.tsx'

interface RefusedQuestionProps {
  readonly error: Error
  readonly chosen: ChosenSeries
}

/** Shows why the server refused a question that has no meaning, with a link to one that has. */
export function RefusedQuestion({ error, chosen }: RefusedQuestionProps) {
  const { language, t } = useLanguage()
  const [path] = useLocation()
  if (!(error instanceof ApiFailure) || error.status !== 422) {
    return (
      <Failed error={error}>
        <WayOut field={error instanceof ApiFailure ? error.field : ''} chosen={chosen} />
      </Failed>
    )
  }
  const { bases, measures } = chosen.options
  const { transform, indexBase } = chosen.question
  const measure = measures.includes(chosen.question.measure) ? chosen.question.measure : measures[0]
  const [basis] = bases
  return (
    <Notice title={transform ? t.indicator.noTransform : t.indicator.noBasis} hint={error.message}>
      {indexBase && (
        <Link
          className="button"
          href={`${path}?${printState(indicatorFields, { ...chosen.question, indexBase: undefined })}`}
        >
          {t.indicator.useCommonBase}
        </Link>
      )}{' '}
      {transform && (
        <Link
          className="button"
          href={`${path}?${printState(indicatorFields, { region: chosen.question.region })}`}
        >
          {t.indicator.asPrinted}
        </Link>
      )}
      {!transform && measure && (
        <Link className="button" href={`${path}?${printState(indicatorFields, { measure, basis })}`}>
          {basis ? t.indicator.mend(basisNames[basis][language]) : t.load.retry}
        </Link>
      )}
    </Notice>
  )
}

/** The same page with what was wrong put right, or without it. */
function WayOut({ field, chosen: { question } }: Omit<RefusedQuestionProps, 'error'> & { field: string }) {
  const { t } = useLanguage()
  const [path] = useLocation()
  const { from, to } = question
  const isReversed = field === 'from' && from !== undefined && to !== undefined
  const query = isReversed ? printState(indicatorFields, { ...question, from: to, to: from }) : ''
  return (
    <Link className="button" href={query ? `${path}?${query}` : path}>
      {isReversed ? t.indicator.swap : t.indicator.reset}
    </Link>
  )
}
