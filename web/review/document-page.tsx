import { useIsMutating } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'wouter'
import type { CatalogAnswer, DocumentAnswer } from '#etl/review/answers.ts'
import { CandidateDialog } from './candidate-dialog.tsx'
import { DocumentText } from './document-text.tsx'
import { FactBar } from './fact-bar.tsx'
import { Failure } from './failure.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Legend } from './legend.tsx'
import { NumberPanel } from './number-panel.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import { type Review, useReview } from './use-review.ts'
import { useWords, type Words } from './words.ts'

interface DocumentPageProps {
  readonly document: DocumentAnswer
  readonly catalog: CatalogAnswer
  readonly isReading: boolean
  readonly error: Error | null
}

/** One document: its text on the left, the chosen number on the right, the facts it is asked for at the top. */
export function DocumentPage(props: DocumentPageProps) {
  const { document, catalog } = props
  const words = useWords()
  const review = useReview(document)
  const { number, draft, actions, open, select } = review
  const { id, file, numbers, articles } = document
  const byPlace = useMemo(() => new Map(numbers.map((each) => [each.place, each])), [numbers])
  return (
    <div className="review">
      <title>{words.pageTitle(file)}</title>
      <Head {...props} review={review} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys */}
      <main className="review-text" aria-label={words.document} tabIndex={0}>
        <Legend numbers={numbers} />
        <DocumentText articles={articles} numbers={byPlace} selected={number?.place} onSelect={select} />
      </main>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys */}
      <aside className="review-panel" aria-label={words.panel} tabIndex={0}>
        {number ? (
          <NumberPanel document={id} number={number} draft={draft} catalog={catalog} actions={actions} />
        ) : (
          <p className="muted">{wordsForNone(document, open.length, words)}</p>
        )}
      </aside>
      <Windows review={review} catalog={catalog} />
    </div>
  )
}

const lackingIn = ({ questions }: DocumentAnswer) => questions.reduce((sum, { waiting }) => sum + waiting, 0)

/** What is said where no number is chosen: what to do next. */
function wordsForNone({ questions, numbers }: DocumentAnswer, open: number, words: Words): string {
  if (open > 0) return words.choose
  if (numbers.length === 0) return words.noNumbers
  return questions.length > 0 ? words.askedAbove : words.done
}

function Head({
  document,
  catalog,
  isReading,
  error,
  review,
}: DocumentPageProps & { readonly review: Review }) {
  const words = useWords()
  const { decisions, open, agreeing, alike, openWindow, acceptAgreeing, mendAlike } = review
  const trouble = decisions.error ?? error
  const saving = useIsMutating()
  return (
    <header className="review-head">
      <p className="crumb">
        <Link href="/">{words.back}</Link>
      </p>
      <h1>{document.file}</h1>
      <p className="review-left" role="status">
        {isReading ? words.reading : words.left(open.length, lackingIn(document))}
        {saving > 0 && ` · ${words.saving(saving)}`}
      </p>
      <div className="review-tools">
        {agreeing.length > 0 && (
          <button type="button" className="button" onClick={acceptAgreeing}>
            {words.acceptAgreeing(agreeing.length)} <kbd>A</kbd>
          </button>
        )}
        {alike.length > 0 && (
          <button type="button" className="button" onClick={mendAlike}>
            {words.mendAlike(alike.length)} <kbd>M</kbd>
          </button>
        )}
        <button type="button" className="button" onClick={() => openWindow('preview')}>
          {words.preview} <kbd>b</kbd>
        </button>
        <button type="button" className="button" onClick={() => openWindow('keys')}>
          {words.keys} <kbd>?</kbd>
        </button>
      </div>
      {trouble && <Failure error={trouble} />}
      <FactBar
        document={document}
        catalog={catalog}
        isBusy={decisions.isBusy}
        onAnswer={decisions.answerFact}
        onPlaceIssuer={decisions.placeIssuer}
      />
    </header>
  )
}

function Windows({ review, catalog }: { readonly review: Review; readonly catalog: CatalogAnswer }) {
  const { opened, openWindow, number, decisions } = review
  const close = () => openWindow(undefined)
  if (opened === 'keys') return <KeysDialog onClose={close} />
  if (opened === 'preview') return <PreviewDialog onClose={close} />
  if (opened !== 'candidate' || !number) return null
  const { addToCatalog, error } = decisions
  return (
    <CandidateDialog number={number} catalog={catalog} onAdd={addToCatalog} error={error} onClose={close} />
  )
}
