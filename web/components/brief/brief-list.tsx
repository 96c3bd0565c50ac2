import { Fragment, useEffect, useRef, useState } from 'react'
import type { Brief, BriefItem } from '#server/charts/index.ts'
import { keyOf, placeOf, withChanged, withItem, withMoved, withoutItem } from '#web/brief-edits.ts'
import type { BriefNews } from '#web/hooks/use-brief-news.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { BriefEntry } from './brief-entry.tsx'

interface BriefListProps {
  readonly brief: Brief
  readonly news: BriefNews
  readonly onChange: (brief: Brief) => void
}

interface Removed {
  readonly item: BriefItem
  readonly at: number
  readonly caption: string
}

/** The charts of a brief in their order, to be moved, named, told and removed. */
export function BriefList({ brief, news, onChange }: BriefListProps) {
  const { t } = useLanguage()
  const [removed, setRemoved] = useState<Removed>()
  const [said, setSaid] = useState('')
  const [list, focusLater] = useLaterFocus()
  const { items } = brief
  const change = (changed: Brief) => {
    setRemoved(undefined)
    onChange(changed)
  }
  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || to < 0 || to >= items.length) return
    change(withMoved(brief, from, to))
    setSaid(t.brief.moved(to + 1, items.length))
    focusLater({ key: keyOf(item), button: to < from ? 'up' : 'down' })
  }
  const remove = (at: number, caption: string) => {
    const item = items[at]
    if (!item) return
    onChange(withoutItem(brief, at))
    setRemoved({ item, at, caption })
  }
  const undo = removed && (
    <UndoLine caption={removed.caption} onUndo={() => change(withItem(brief, removed.item, removed.at))} />
  )
  if (items.length === 0 && !undo) return null
  return (
    <section className="brief-list" aria-labelledby="brief-list">
      <h2 id="brief-list">
        {t.brief.list} {items.length > 1 && <small className="muted">{t.brief.moveHint}</small>}
      </h2>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <ol ref={list}>
        {items.map((item, at) => (
          <Fragment key={keyOf(item)}>
            {removed?.at === at && undo}
            <BriefEntry
              item={item}
              at={at}
              count={items.length}
              news={news.stage === 'compared' ? (news.lines[at] ?? '') : ''}
              onChange={(some) => change(withChanged(brief, at, some))}
              onMove={(to) => move(at, to)}
              onDrop={(key) => move(placeOf(brief, key), at)}
              onRemove={(caption) => remove(at, caption)}
            />
          </Fragment>
        ))}
        {removed?.at === items.length && undo}
      </ol>
    </section>
  )
}

interface UndoLineProps {
  readonly caption: string
  readonly onUndo: () => void
}

/** Stands where a chart was, and takes the focus that went with it. */
function UndoLine({ caption, onUndo }: UndoLineProps) {
  const { t } = useLanguage()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  return (
    <li className="brief-removed">
      <span role="status">{t.brief.removed(caption)}</span>{' '}
      <button ref={button} type="button" className="link-button" onClick={onUndo}>
        {t.brief.undo}
      </button>
    </li>
  )
}

interface MovingButton {
  readonly key: string
  readonly button: 'up' | 'down'
}

/** Gives the focus back to the button of a chart that has moved: an element that is moved in the page loses it. */
function useLaterFocus() {
  const list = useRef<HTMLOListElement>(null)
  const [wanted, focusLater] = useState<MovingButton>()
  useEffect(() => {
    if (!wanted) return
    const entry = [...(list.current?.children ?? [])].find(
      (each) => each instanceof HTMLElement && each.dataset['key'] === wanted.key,
    )
    entry?.querySelector<HTMLElement>(`[data-move=${wanted.button}]`)?.focus()
  }, [wanted])
  return [list, focusLater] as const
}
