import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Indicator } from '#web/api.ts'
import { useIndicators } from '#web/hooks/use-indicators.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useRegions } from '#web/hooks/use-regions.ts'
import { type Findable, findEntries } from '#web/search.ts'
import { Dialog } from './dialog.tsx'

interface Target extends Findable {
  readonly href: string
  readonly kind: string
}

const mostShown = 12

/** Finds an indicator or a region from anywhere. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { language, t } = useLanguage()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const targets = useTargets()
  const found = useMemo(() => findEntries(targets, typed).slice(0, mostShown), [targets, typed])
  const choose = (target: Target | undefined) => {
    if (!target) return
    onClose()
    navigate(target.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive((at) => (at + step + found.length) % Math.max(found.length, 1))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(found[active])
  }
  return (
    <Dialog title={t.search.title} onClose={onClose} className="dialog-search">
      <input
        type="text"
        role="combobox"
        className="search-input"
        aria-label={t.search.title}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        placeholder={t.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        data-focus-first
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={t.search.results} className="search-results">
        {found.map((target, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input above takes the keys of the list
          <div
            key={target.href}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => choose(target)}
            onMouseMove={() => setActive(index)}
          >
            <span>{target.name[language]}</span>
            <small>{target.kind}</small>
          </div>
        ))}
      </div>
      <p className="search-status" role="status">
        {found.length === 0 ? t.search.nothing(typed) : t.search.hint}
      </p>
    </Dialog>
  )
}

/** Indicators with numbers, each topic's headline first; then regions with numbers. */
function useTargets(): readonly Target[] {
  const { language, t } = useLanguage()
  const { data: catalog } = useIndicators()
  const { data: places } = useRegions()
  return useMemo(() => {
    const topics = new Map(catalog?.topics.map(({ code, name }) => [code, name[language]]))
    const headlines = new Set(catalog?.topics.map(({ headline }) => headline))
    const order = (entry: Indicator) =>
      Number(!headlines.has(entry.code)) * 100 +
      (catalog?.topics.findIndex(({ code }) => code === entry.topic) ?? 0)
    const indicators = (catalog?.indicators ?? [])
      .filter(({ coverage }) => coverage.observations > 0)
      .toSorted((a, b) => order(a) - order(b))
      .map((entry) => ({ ...entry, href: `/indicators/${entry.code}`, kind: topics.get(entry.topic) ?? '' }))
    const regions = (places?.regions ?? [])
      .filter(({ observations }) => observations > 0)
      .map((entry) => ({ ...entry, href: `/regions/${entry.code}`, kind: t.regionKinds[entry.kind] }))
    return [...indicators, ...regions]
  }, [catalog, places, language, t])
}
