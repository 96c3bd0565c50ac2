import type { CatalogAnswer, NumberAnswer, Row } from '#etl/review/answers.ts'
import { FieldList, useLook } from './field-list.tsx'
import { KnownPicture } from './known-picture.tsx'
import { signs, standingOf } from './standing.ts'
import type { Draft, NumberActions } from './use-review.ts'
import { useWords } from './words.ts'

interface NumberPanelProps {
  readonly document: string
  readonly number: NumberAnswer
  readonly draft: Draft
  readonly catalog: CatalogAnswer
  readonly actions: NumberActions
}

/** The chosen number: why it waits, what it was read as and from where, and what can be done about it. */
export function NumberPanel({ document, number, draft, catalog, actions }: NumberPanelProps) {
  const words = useWords()
  const { at, isChanged } = draft
  const row: Row | undefined = draft.rows[at]
  const hasMeaning =
    number.rows.length > 0 || number.decision?.action === 'mend' || isChanged || draft.editing
  const look = useLook(document, number.place, hasMeaning ? row : undefined)
  return (
    <>
      <PanelHead number={number} />
      {number.why !== '' && <Reasons number={number} />}
      {number.candidate !== '' && (
        <p className="review-candidate">
          {words.candidateLead(number.candidate)}{' '}
          <button type="button" className="button" onClick={actions.openCandidate}>
            {words.addToCatalog} <kbd>c</kbd>
          </button>
        </p>
      )}
      {look && <KnownPicture look={look} />}
      <section aria-label={words.fields}>
        {hasMeaning && draft.rows.length > 1 && (
          <p className="review-rows">
            {words.row(at + 1, draft.rows.length)}{' '}
            <button type="button" className="link-button" onClick={actions.nextRow}>
              {words.nextRow} <kbd>r</kbd>
            </button>
          </p>
        )}
        {!hasMeaning && <p className="muted">{words.noRow}</p>}
        {row && hasMeaning && (
          <FieldList
            row={row}
            read={number.rows[at]}
            look={look}
            catalog={catalog}
            editing={draft.editing}
            onEdit={actions.edit}
            onChange={actions.change}
          />
        )}
        {isChanged && <Warnings lines={look?.warnings ?? []} />}
        {look?.sentence && (
          <p className="review-sentence" lang="zh-CN">
            <span className="muted">{words.sentence}</span> {look.sentence}
          </p>
        )}
      </section>
      <label className="review-reason">
        <span className="muted">{words.reason}</span>
        <input
          className="text-field"
          value={draft.reason}
          onChange={({ target }) => actions.setReason(target.value)}
        />
      </label>
      <Actions number={number} isChanged={isChanged} problem={look?.problem ?? ''} actions={actions} />
    </>
  )
}

/** What speaks against a mend; a person may know better. */
function Warnings({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="review-warnings" role="alert">
      {lines.map((line) => (
        <li key={line}>⚠ {line}</li>
      ))}
    </ul>
  )
}

function PanelHead({ number }: { readonly number: NumberAnswer }) {
  const words = useWords()
  const standing = standingOf(number)
  const { line, column, value, unit } = number
  return (
    <header className="review-panel-head">
      <h2>
        {value}
        {unit}
      </h2>
      <span className="review-standing" data-standing={standing}>
        {signs[standing]} {words.standings[standing]}
      </span>
      <span className="muted small">{column > 0 ? `${line}:${column}` : `${line} · ${words.lineOnly}`}</span>
    </header>
  )
}

function Reasons({ number: { why, detail, agrees, candidate } }: { readonly number: NumberAnswer }) {
  const words = useWords()
  return (
    <dl className="review-why">
      <dt>{words.why}</dt>
      <dd>
        <strong>{why}</strong>
        {detail !== '' && candidate === '' && <span className="review-detail">{detail}</span>}
      </dd>
      {agrees !== '' && (
        <>
          <dt>{words.agrees}</dt>
          <dd>{agrees}</dd>
        </>
      )}
    </dl>
  )
}

interface ActionsProps {
  readonly number: NumberAnswer
  readonly isChanged: boolean
  readonly problem: string
  readonly actions: NumberActions
}

function Actions({ number, isChanged, problem, actions }: ActionsProps) {
  const words = useWords()
  if (isChanged)
    return (
      <p className="review-actions">
        <button
          type="button"
          className="button review-main"
          disabled={problem !== ''}
          data-save
          onClick={actions.save}
        >
          {words.save} <kbd>Enter</kbd>
        </button>
        <button type="button" className="button" onClick={actions.discard}>
          {words.discard} <kbd>Esc</kbd>
        </button>
      </p>
    )
  return (
    <p className="review-actions">
      {number.mayAccept && !number.decision && (
        <button type="button" className="button review-main" onClick={actions.accept}>
          {words.accept} <kbd>a</kbd>
        </button>
      )}
      {number.column > 0 && (
        <button type="button" className="button" onClick={() => actions.edit('indicator')}>
          {words.mend} <kbd>e</kbd>
        </button>
      )}
      {!number.decision && (
        <button type="button" className="button" onClick={actions.reject}>
          {words.reject} <kbd>x</kbd>
        </button>
      )}
      {number.decision && (
        <button type="button" className="button" onClick={actions.undo}>
          {words.undo} <kbd>u</kbd>
        </button>
      )}
    </p>
  )
}
