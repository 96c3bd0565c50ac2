import { useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Catalog, Indicator } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { findEntries } from '#web/search.ts'

interface IndicatorRailProps {
  readonly catalog: Catalog
  readonly current: string
}

/** The catalogue by topic with a filter; on a narrow screen it is folded behind a button. */
export function IndicatorRail({ catalog, current }: IndicatorRailProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(
    () =>
      findEntries(
        catalog.indicators.filter(({ coverage }) => coverage.observations > 0),
        typed,
      ),
    [catalog, typed],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another indicator is another place in the list
  useEffect(() => {
    setOpen(false)
    scrollInside(list.current)
  }, [current])
  return (
    <nav className="rail" aria-label={t.indicator.rail} data-open={isOpen}>
      <button
        type="button"
        className="select rail-opener"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t.indicator.choose}
      </button>
      <div className="rail-body">
        <input
          type="search"
          className="text-field"
          aria-label={t.indicator.railSearch}
          placeholder={t.indicator.railPlaceholder}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className="rail-list" ref={list}>
          {found.length === 0 && <p className="muted">{t.indicator.railNothing}</p>}
          {catalog.topics.map(({ code, name }) => (
            <RailTopic
              key={code}
              name={name}
              indicators={found.filter(({ topic }) => topic === code)}
              current={current}
            />
          ))}
        </div>
      </div>
    </nav>
  )
}

interface RailTopicProps {
  readonly name: Indicator['name']
  readonly indicators: readonly Indicator[]
  readonly current: string
}

function RailTopic({ name, indicators, current }: RailTopicProps) {
  const { language } = useLanguage()
  if (indicators.length === 0) return null
  return (
    <section>
      <h2>{name[language]}</h2>
      <ul>
        {indicators.map((indicator) => (
          <li key={indicator.code} data-part={indicator.partOf !== null}>
            <Link
              href={`/indicators/${indicator.code}`}
              aria-current={indicator.code === current ? 'page' : undefined}
            >
              {indicator.name[language]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Brings the current entry into view without moving the page. */
function scrollInside(list: HTMLElement | null): void {
  const entry = list?.querySelector<HTMLElement>('[aria-current]')
  if (!list || !entry) return
  const [place, frame] = [entry.getBoundingClientRect(), list.getBoundingClientRect()]
  if (place.top < frame.top || place.bottom > frame.bottom) {
    list.scrollTop += place.top - frame.top - list.clientHeight / 3
  }
}
