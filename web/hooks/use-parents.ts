import { skipToken, useQuery } from '@tanstack/react-query'
import { denominatorOf } from '#data/model/derive/derived.ts'
import { api, type Observation, type SeriesQuestion } from '#web/api.ts'
import type { Names } from '#web/to-chart-data.ts'
import type { Asked } from './asked.ts'

/** Printed numbers by their ids. */
export type Parents = ReadonlyMap<string, Observation>

const none: Parents = new Map()

/** Fetches the printed numbers that the derived ones of a question may be made of; none where nothing is derived or they do not come. */
export function useParents(question: SeriesQuestion | undefined, names: Names | undefined): Asked<Parents> {
  const asked = question && names && question.transform ? statementsOf(question, names) : undefined
  const statements = useQuery({
    queryKey: ['statements', asked],
    queryFn: asked
      ? async () => new Map((await api.statements(asked)).observations.map((each) => [each.id, each]))
      : skipToken,
  })
  const isNeeded = asked !== undefined && !statements.isError
  return { data: isNeeded ? statements.data : none, error: null }
}

/** Those of the indicators and regions themselves, and of the wholes they are shares of. */
function statementsOf({ indicator, region, transform }: SeriesQuestion, { indicators }: Names) {
  const denominator = transform && denominatorOf(transform)
  if (denominator) return { indicator: [indicator, denominator], region }
  if (transform !== 'share') return { indicator: [indicator], region }
  const whole = indicators.find(({ code }) => code === indicator)?.partOf
  return {
    indicator: whole ? [indicator, whole] : [indicator],
    region: [...new Set([...region, 'CN'])],
  }
}
