import { useEffect, useState } from 'react'
import type { Column, DocumentAnswer, NumberAnswer, Row } from '#etl/review/answers.ts'
import { fieldKeys, isAlike, type Mended, mendedIn, mendLike, rowsToMend, withField } from './draft.ts'
import { isOpen, nextAmong, nextOpen } from './standing.ts'
import { type Decisions, useDecisions } from './use-decisions.ts'
import { type Keys, useReviewKeys } from './use-review-keys.ts'

/** What a person is about to make of the chosen number. */
export interface Draft {
  readonly rows: readonly Row[]
  /** Which of the rows is looked at. */
  readonly at: number
  readonly isChanged: boolean
  readonly editing: Column | undefined
  readonly reason: string
}

type OpenedWindow = 'keys' | 'preview' | 'candidate'

/** What a person can do to the chosen number. */
export interface NumberActions {
  accept(): void
  reject(): void
  save(): void
  undo(): void
  discard(): void
  edit(column: Column | undefined): void
  change(column: Column, value: string): void
  nextRow(): void
  setReason(reason: string): void
  openCandidate(): void
}

export interface Review {
  readonly number: NumberAnswer | undefined
  readonly draft: Draft
  readonly actions: NumberActions
  readonly decisions: Decisions
  /** Numbers that wait for a person, and those of them that something speaks for. */
  readonly open: readonly NumberAnswer[]
  readonly agreeing: readonly NumberAnswer[]
  /** Numbers that wait for the same reason, and say the same where the one was mended that was mended last. */
  readonly alike: readonly NumberAnswer[]
  readonly opened: OpenedWindow | undefined
  select(place: string): void
  openWindow(window: OpenedWindow | undefined): void
  acceptAgreeing(): void
  mendAlike(): void
}

/** The review of one document: which number is chosen, what is made of it, and the keys for both. */
export function useReview({ id, numbers }: DocumentAnswer): Review {
  const [chosen, setSelected] = useState<string>()
  const number = numbers.find(({ place }) => place === chosen) ?? nextOpen(numbers, undefined, 1)
  const selected = number?.place
  const [opened, setOpened] = useState<OpenedWindow>()
  const decisions = useDecisions(id)
  const making = useDraft(number, numbers)
  const open = numbers.filter(isOpen)
  const agreeing = open.filter(({ agrees, mayAccept }) => agrees !== '' && mayAccept)
  const select = (next: NumberAnswer | undefined) => setSelected(next?.place ?? selected)
  const goOn = () => select(nextOpen(numbers, selected, 1))
  const [mended, setMended] = useState<Mended>()
  const alike = mended ? open.filter((each) => isAlike(each, mended)) : []
  const mendAlike = () => {
    for (const each of alike) decisions.decide([each.place], 'mend', { rows: mendLike(each, mended) })
    if (number && alike.includes(number)) goOn()
  }
  const actions = actionsOn({ number, making, decisions, goOn, setSelected, setOpened, setMended })
  const acceptAgreeing = () => {
    const places = agreeing.map(({ place }) => place)
    if (places.length > 0) decisions.decide(places, 'accept')
    if (selected !== undefined && places.includes(selected)) goOn()
  }
  const step = (by: 1 | -1, isMeant: (number: NumberAnswer) => boolean) => () =>
    select(nextAmong(numbers, selected, by, isMeant))
  useReviewKeys({
    ...keysOf(actions),
    j: step(1, isOpen),
    n: step(1, isOpen),
    k: step(-1, isOpen),
    p: step(-1, isOpen),
    ArrowRight: step(1, () => true),
    ArrowLeft: step(-1, () => true),
    A: acceptAgreeing,
    M: mendAlike,
    f: () => document.querySelector<HTMLElement>('.review-questions button')?.focus(),
    b: () => setOpened('preview'),
    '?': () => setOpened('keys'),
  })
  useSelectedInView(selected)
  return {
    ...{ number, actions, decisions, open, agreeing, alike, opened, acceptAgreeing, mendAlike },
    draft: making.draft,
    select: setSelected,
    openWindow: setOpened,
  }
}

const keysOf = (actions: NumberActions): Keys => ({
  a: actions.accept,
  x: actions.reject,
  e: () => actions.edit('indicator'),
  ...Object.fromEntries(fieldKeys.map(([key, column]) => [key, () => actions.edit(column)])),
  u: actions.undo,
  r: actions.nextRow,
  c: actions.openCandidate,
  Escape: actions.discard,
})

interface Acting {
  readonly number: NumberAnswer | undefined
  readonly making: ReturnType<typeof useDraft>
  readonly decisions: Decisions
  readonly goOn: () => void
  readonly setSelected: (place: string | undefined) => void
  readonly setOpened: (window: OpenedWindow) => void
  readonly setMended: (mended: Mended | undefined) => void
}

function actionsOn({
  number,
  making,
  decisions,
  goOn,
  setSelected,
  setOpened,
  setMended,
}: Acting): NumberActions {
  const { draft, change, clear } = making
  return {
    accept: () => {
      if (!number?.mayAccept || number.decision) return
      decisions.decide([number.place], 'accept')
      goOn()
    },
    reject: () => {
      if (!number || number.decision) return
      decisions.decide([number.place], 'reject', { reason: draft.reason })
      goOn()
    },
    save: () => {
      if (!number || !draft.isChanged) return
      decisions.decide([number.place], 'mend', { rows: draft.rows, reason: draft.reason })
      setMended(mendedIn(number, draft.rows))
      clear()
      goOn()
    },
    undo: () => {
      const places = number?.decision ? [number.place] : decisions.lastDecided()
      if (!places) return
      decisions.undo(places)
      setSelected(places[0])
    },
    discard: clear,
    edit: (column) => change({ editing: number && number.column > 0 ? column : undefined }),
    change: (column, value) => {
      change({ rows: withField(draft.rows, draft.at, column, value), isChanged: true, editing: undefined })
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-save]')?.focus())
    },
    nextRow: () => change({ at: (draft.at + 1) % Math.max(draft.rows.length, 1) }),
    setReason: (reason) => change({ reason }),
    openCandidate: () => number?.candidate && setOpened('candidate'),
  }
}

/** What is made of the chosen number; another number begins anew. */
function useDraft(number: NumberAnswer | undefined, numbers: readonly NumberAnswer[]) {
  const fresh: Draft = {
    rows: number ? rowsToMend(number, numbers) : [],
    at: 0,
    isChanged: false,
    editing: undefined,
    reason: '',
  }
  const [kept, setKept] = useState<{ readonly number: NumberAnswer | undefined; readonly draft: Draft }>()
  const draft = kept && kept.number === number ? kept.draft : fresh
  return {
    draft,
    change: (part: Partial<Draft>) => setKept({ number, draft: { ...draft, ...part } }),
    clear: () => setKept(undefined),
  }
}

/** Brings the chosen number into view, and the focus to it unless somebody types. */
function useSelectedInView(selected: string | undefined): void {
  useEffect(() => {
    if (selected === undefined) return
    const mark = document.querySelector<HTMLElement>(`[data-place="${selected}"]`)
    mark?.scrollIntoView({ block: 'nearest' })
    mark?.focus({ preventScroll: true })
  }, [selected])
}
