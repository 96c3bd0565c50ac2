import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type {
  CatalogQuestion,
  Decision,
  DecisionAction,
  DocumentAnswer,
  FactAnswered,
  IssuerAsked,
  Row,
} from '#etl/review/answers.ts'
import { desk } from './api.ts'
import { withDecision } from './standing.ts'

export interface Decisions {
  decide(
    places: readonly string[],
    action: DecisionAction,
    more?: { rows?: readonly Row[]; reason?: string },
  ): void
  /** Takes back the decision on these places. */
  undo(places: readonly string[]): void
  /** The places of the decision made last that still stands. */
  lastDecided(): readonly string[] | undefined
  answerFact(answer: Omit<FactAnswered, 'document'>): void
  addToCatalog(question: CatalogQuestion): Promise<boolean>
  placeIssuer(question: IssuerAsked): void
  readonly isBusy: boolean
  readonly error: Error | undefined
}

/**
 * Decisions on one document, one after the other in the order they were made. Each shows at once; what the desk refuses
 * is shown as it stands on the disk.
 */
export function useDecisions(document: string): Decisions {
  const queries = useQueryClient()
  const [error, setError] = useState<Error>()
  const made = useRef<(readonly string[])[]>([])
  const key = ['document', document]
  const readAgain = () => queries.invalidateQueries()
  const show = (places: readonly string[], decision: Decision | undefined) => {
    setError(undefined)
    queries.setQueryData<DocumentAnswer>(
      key,
      (answer) => answer && { ...answer, numbers: withDecision(answer.numbers, places, decision) },
    )
  }
  const { mutate, mutateAsync, isPending } = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    scope: { id: 'desk' },
    onError: (failed) => {
      setError(failed)
      void readAgain()
    },
  })
  const readingAgain = async (work: () => Promise<unknown>) => {
    setError(undefined)
    try {
      await mutateAsync(async () => {
        await work()
        await readAgain()
      })
      return true
    } catch {
      return false
    }
  }
  return {
    decide: (places, action, { rows = [], reason = '' } = {}) => {
      show(places, { action, rows, reason })
      made.current.push(places)
      mutate(() => desk.decide({ document, places, action, reason, ...(rows.length > 0 ? { rows } : {}) }))
    },
    undo: (places) => {
      show(places, undefined)
      made.current = made.current.filter((each) => each !== places && each.join() !== places.join())
      mutate(() => desk.undo({ document, places }))
    },
    lastDecided: useCallback(() => made.current.at(-1), []),
    answerFact: (answer) => void readingAgain(() => desk.answerFact({ document, ...answer })),
    addToCatalog: (question) => readingAgain(() => desk.addToCatalog(question)),
    placeIssuer: (question) => void readingAgain(() => desk.placeIssuer(question)),
    isBusy: isPending,
    error,
  }
}
