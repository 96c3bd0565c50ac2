import { Link, useLocation } from 'wouter'
import { ApiFailure } from '#web/api.ts'
import type { ChosenSeries } from '#web/choose-series.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { indicatorFields, printState } from '#web/url-state.ts'
import { Failed } from './failed.tsx'
import { Notice } from './notice.tsx'

interface RefusedQuestionProps {
  readonly error: Error
  readonly chosen: ChosenSeries
}

/** Shows why the server refused a question that has no meaning, with a link to one that has. */
export function RefusedQuestion({ error, chosen }: RefusedQuestionProps) {
  const { t } = useLanguage()
  const [path] = useLocation()
  if (!(error instanceof ApiFailure) || error.status !== 422) return <Failed error={error} />
  const { bases, measures } = chosen.options
  const { transform } = chosen.question
  const measure = measures.includes(chosen.question.measure) ? chosen.question.measure : measures[0]
  const [basis] = bases
  return (
    <Notice title={transform ? t.indicator.noTransform : t.indicator.noBasis} hint={error.message}>
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
          {basis ? t.indicator.mend(t.basisNames[basis]) : t.load.retry}
        </Link>
      )}
    </Notice>
  )
}
