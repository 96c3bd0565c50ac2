import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change, PreviewAnswer } from '#etl/review/answers.ts'
import { Dialog } from '#web/components/dialog.tsx'
import { desk } from './api.ts'
import { Failure } from './failure.tsx'
import { useWords } from './words.ts'

const signs: Readonly<Record<Change['kind'], string>> = { new: '＋', changed: '≠', gone: '－' }

/** What a build would change of the published figures, before it does; then the build. */
export function PreviewDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const queries = useQueryClient()
  const preview = useMutation({ mutationFn: desk.preview, scope: { id: 'desk' } })
  const publish = useMutation({
    mutationFn: desk.publish,
    scope: { id: 'desk' },
    onSuccess: () => queries.invalidateQueries(),
  })
  const { mutate } = preview
  useEffect(() => mutate(), [mutate])
  const error = preview.error ?? publish.error
  return (
    <Dialog title={words.previewTitle} onClose={onClose} className="review-preview">
      {(preview.isPending || publish.isPending) && (
        <p role="status" aria-busy="true">
          {words.building}
        </p>
      )}
      {error && <Failure error={error} />}
      {publish.data ? (
        <p role="status" className="review-published">
          {words.published(publish.data.published, publish.data.snapshot)}
        </p>
      ) : (
        preview.data && (
          <Changes
            answer={preview.data}
            isBusy={publish.isPending}
            onPublish={() => publish.mutate(preview.data.inputs)}
          />
        )
      )}
    </Dialog>
  )
}

interface ChangesProps {
  readonly answer: PreviewAnswer
  readonly isBusy: boolean
  readonly onPublish: () => void
}

function Changes({ answer, isBusy, onPublish }: ChangesProps) {
  const words = useWords()
  const { counts, changes, waiting, stops, stale } = answer
  const all = counts.new + counts.changed + counts.gone
  return (
    <>
      <p className="review-counts">
        {all === 0
          ? words.noChanges
          : (['changed', 'gone', 'new'] as const).map((kind) => (
              <span key={kind}>
                {signs[kind]} {words.changes[kind]} <strong>{counts[kind]}</strong>
              </span>
            ))}
      </p>
      <p className="muted">{words.waitingAfter(waiting)}</p>
      <Lines title={words.stops} lines={stops} />
      <Lines title={words.stale} lines={stale} />
      <p className="review-actions">
        <button
          type="button"
          className="button review-main"
          data-focus-first
          disabled={isBusy || stops.length > 0}
          ref={(button) => button?.focus()}
          onClick={onPublish}
        >
          {words.publish} <kbd>Enter</kbd>
        </button>
      </p>
      {changes.length > 0 && <ChangeTable changes={changes} isCut={changes.length < all} />}
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="review-stale">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function ChangeTable({ changes, isCut }: { readonly changes: readonly Change[]; readonly isCut: boolean }) {
  const words = useWords()
  return (
    <div className="review-table-box">
      <table className="review-table">
        {isCut && <caption>{words.listed(changes.length)}</caption>}
        <thead>
          <tr>
            <th scope="col">{words.fact}</th>
            <th scope="col" className="number">
              {words.value}
            </th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, fact, before, after, source }) => (
            <tr key={`${kind} ${fact} ${before} ${after}`}>
              <th scope="row">
                <span title={words.changes[kind]}>{signs[kind]}</span> {fact}
              </th>
              <td className="number">
                {after || '—'}
                {before !== '' && <small className="review-was">{`${words.before} ${before}`}</small>}
              </td>
              <td className="muted">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
