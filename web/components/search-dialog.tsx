import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { AskAnswer, Indicator } from '#web/api.ts'
import { useAsk } from '#web/hooks/use-ask.ts'
import { useIndicators } from '#web/hooks/use-indicators.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useRegions } from '#web/hooks/use-regions.ts'
import type { Messages } from '#web/messages/messages.ts'
import { type Findable, findEntries } from '#web/search.ts'
import { Dialog } from './dialog.tsx'

interface Target extends Findable {
  readonly href: string
  readonly kind: string
}

/** A line of the results: where it leads, and what it is. */
interface Option {
  readonly href: string
  readonly label: string
  readonly kind: string
  /** It answers the question rather than being a place to look. */
  readonly isAnswer?: true
}

const mostShown = 12

/** Answers a question, and finds an indicator or a region, from anywhere. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const { asked, found } = useFound(typed)
  const choose = (option: Option | undefined) => {
    if (!option) return
    onClose()
    navigate(option.href)
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
        {found.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input above takes the keys of the list
          <div
            key={option.href}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={option.isAnswer ? 'search-answer' : undefined}
            onClick={() => choose(option)}
            onMouseMove={() => setActive(index)}
          >
            <span>{option.label}</span>
            <small>{option.kind}</small>
          </div>
        ))}
      </div>
      <p className="search-status" role="status">
        {statusOf(asked, found.length, typed, t)}
      </p>
    </Dialog>
  )
}

/** What the server makes of a question, and the lines to choose from: its answer first, then the names that were typed. */
function useFound(typed: string) {
  const { language, t } = useLanguage()
  const targets = useTargets()
  const asked = useAsk(typed)
  const found = useMemo((): readonly Option[] => {
    const entries = findEntries(targets, typed).slice(0, mostShown)
    const places = entries.map(({ href, name, kind }) => ({ href, label: name[language], kind }))
    return withoutTwins([...(asked ? optionsOf(asked, t) : []), ...places])
  }, [targets, typed, asked, language, t])
  return { asked, found }
}

/** What the server makes of a question: the answer first, or what it may mean. */
function optionsOf({ outcome, sentence, page, choices }: AskAnswer, t: Messages): readonly Option[] {
  if (outcome === 'answer' && page !== null)
    return [{ href: page, label: sentence, kind: t.search.answer, isAnswer: true }]
  const kind = outcome === 'choice' ? t.search.mayMean : t.search.nearest
  return choices.map(({ label, page: href }) => ({ href, label, kind }))
}

const withoutTwins = (options: readonly Option[]) =>
  options.filter(({ href }, at) => options.findIndex((other) => other.href === href) === at)

/** Why a question has no answer; else how to choose. */
function statusOf(asked: AskAnswer | undefined, count: number, typed: string, t: Messages): string {
  if (asked?.outcome === 'unknown') return asked.sentence
  return count === 0 ? t.search.nothing(typed) : t.search.hint
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
