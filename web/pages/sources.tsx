import { useId } from 'react'
import { Link } from 'wouter'
import { issuersText } from '#server/charts/index.ts'
import type { ListedSource } from '#web/api.ts'
import { Carrier } from '#web/components/carrier.tsx'
import { InboxTable } from '#web/components/inbox-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Notice } from '#web/components/notice.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import { UnreadNotes } from '#web/components/unread-notes.tsx'
import { formatDated } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useSources } from '#web/hooks/use-sources.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'
import { originFilters, type SourcesState, sourcesFields } from '#web/url-state.ts'

/** 来源: every document, newest first. */
export function SourcesPage() {
  const { t } = useLanguage()
  const sources = useSources()
  const { state, unread, change } = useUrlState(sourcesFields)
  return (
    <div className="page sources-page">
      <title>{t.pageTitle(t.sources.title)}</title>
      <header className="page-head">
        <h1>{t.sources.title}</h1>
        <p className="lead">{t.sources.lead}</p>
      </header>
      <UnreadNotes unread={unread} />
      <InboxTable />
      <Loaded query={sources} height={900}>
        {({ sources }) => {
          const shown = sources.filter((source) => fits(source, state)).toSorted(newestFirst)
          return (
            <>
              <Filters state={state} shown={shown.length} all={sources.length} onChange={change} />
              {shown.length === 0 ? (
                <Notice title={t.sources.nothing} hint={t.sources.nothingHint}>
                  <button
                    type="button"
                    className="button"
                    onClick={() => change({ q: undefined, origin: undefined })}
                  >
                    {t.sources.clear}
                  </button>
                </Notice>
              ) : (
                <SourceTable sources={shown} />
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

const newestFirst = (a: ListedSource, b: ListedSource) => (a.published < b.published ? 1 : -1)

function fits(
  { title, issuers, aliases, carrier, id, origin }: ListedSource,
  { q = '', origin: wanted }: SourcesState,
): boolean {
  const names = issuers.flatMap(({ zh, en }) => [zh, en])
  const text = [title, ...names, ...aliases, carrier, id].join(' ').normalize('NFKC').toLowerCase()
  const words = q.normalize('NFKC').toLowerCase().split(/\s+/)
  return (wanted === undefined || origin === wanted) && words.every((word) => text.includes(word))
}

interface FiltersProps {
  readonly state: SourcesState
  readonly shown: number
  readonly all: number
  readonly onChange: (some: SourcesState) => void
}

function Filters({ state, shown, all, onChange }: FiltersProps) {
  const { t } = useLanguage()
  const id = useId()
  return (
    <search className="controls">
      <div className="field filter-field">
        <label className="field-label" htmlFor={id}>
          {t.sources.filter}
        </label>
        <input
          id={id}
          type="search"
          className="text-field"
          value={state.q ?? ''}
          onChange={({ target }) => onChange({ q: target.value || undefined })}
        />
      </div>
      <Segmented
        label={t.sources.origin}
        choices={[
          { value: 'all', label: t.sources.all },
          ...originFilters.map((value) => ({ value, label: t.originNames[value] })),
        ]}
        value={state.origin ?? 'all'}
        onChange={(origin) => onChange({ origin: origin === 'all' ? undefined : origin })}
      />
      <p className="filter-count" role="status">
        {t.sources.count(shown, all)}
      </p>
    </search>
  )
}

function SourceTable({ sources }: { readonly sources: readonly ListedSource[] }) {
  const { language, t } = useLanguage()
  return (
    <table className="table table-sources">
      <caption className="visually-hidden">{t.sources.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.sources.date}</th>
          <th scope="col">{t.sources.document}</th>
          <th scope="col">{t.sources.issuers}</th>
          <th scope="col">{t.sources.origin}</th>
          <th scope="col" className="number">
            {t.sources.numbers}
          </th>
          <th scope="col" className="number">
            {t.sources.refused}
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id}>
            <td className="when">{formatDated(source, language) || t.sources.undated}</td>
            <th scope="row">
              <Link href={`/sources/${source.id}`}>{source.title}</Link>
            </th>
            <td>
              {issuersText(source, language)}{' '}
              <small className="muted">
                <Carrier carrier={source.carrier} />
              </small>
            </td>
            <td className="origin">{t.originNames[source.origin]}</td>
            <td className="number" data-label={t.sources.numbers}>
              {source.observations}
            </td>
            <td className="number muted" data-label={t.sources.refused} data-empty={source.refused === 0}>
              {source.refused || t.none}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
