import { useState } from 'react'
import { liveFields, readState } from '#server/charts/index.ts'
import { isFull, keyOf, placeOf, withItem, withoutItem } from '#web/brief-edits.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useNow } from '#web/hooks/use-now.ts'
import { useTray } from '#web/hooks/use-tray.ts'

/** Puts a chart into the reader's brief, or takes it out again. */
export function BriefButton({ embed }: { readonly embed: string }) {
  const { t } = useLanguage()
  const [tray, setTray] = useTray()
  const now = useNow()
  const [said, setSaid] = useState('')
  const { indicator, ...rest } = readState(liveFields, embed).state
  if (indicator === undefined) return null
  const item = { chart: { ...rest, indicator }, say: 'short' as const }
  const at = placeOf(tray, keyOf(item))
  const isIn = at >= 0
  const isRefused = !isIn && isFull(tray)
  const press = () => {
    if (isRefused) return
    const changed = isIn ? withoutItem(tray, at) : withItem(tray, item)
    const isFirst = tray.items.length === 0 && now
    setTray(isFirst ? { ...changed, made: now } : changed)
    setSaid((isIn ? t.brief.takenOut : t.brief.putIn)(changed.items.length))
  }
  const label = isIn ? t.brief.isIn : isRefused ? t.brief.full : t.brief.add
  return (
    <>
      <button
        type="button"
        className="action brief-button"
        aria-pressed={isIn}
        aria-disabled={isRefused}
        onClick={press}
      >
        {label}
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  )
}
