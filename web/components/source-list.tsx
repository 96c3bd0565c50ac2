import { useState } from 'react'
import { Link } from 'wouter'
import { issuersText } from '#server/charts/index.ts'
import type { Source } from '#web/api.ts'
import { formatDated } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Carrier } from './carrier.tsx'

const shownAtFirst = 8

/** Documents, newest first: title, issuers, through whom it was read, date, and how near it is to the issuer. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const sorted = sources.toSorted((a, b) => (a.published < b.published ? 1 : -1))
  const rest = sorted.length - shownAtFirst
  return (
    <>
      <ul className="source-list">
        {(isWhole || rest <= 2 ? sorted : sorted.slice(0, shownAtFirst)).map((source) => (
          <li key={source.id} className="source-entry">
            <SourceEntry source={source} />
          </li>
        ))}
      </ul>
      {!isWhole && rest > 2 && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          {t.table.more(rest)}
        </button>
      )}
    </>
  )
}

function SourceEntry({ source }: { readonly source: Source }) {
  const { language, t } = useLanguage()
  return (
    <>
      <Link href={`/sources/${source.id}`}>{source.title}</Link>
      <span className="source-meta">
        {issuersText(source, language)}
        {source.carrier && ' · '}
        <Carrier carrier={source.carrier} /> · {formatDated(source, language) || t.sources.undated}
        <span className="tag">{t.originNames[source.origin]}</span>
      </span>
    </>
  )
}
