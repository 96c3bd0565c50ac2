import { Link } from 'wouter'
import type { Source } from '#web/api.ts'
import { formatDate } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface SourceLinkProps {
  readonly source: Pick<Source, 'id' | 'publisher' | 'title' | 'published'> | undefined
  /** Only the date, short, where room is scarce. */
  readonly show?: 'date' | 'both'
}

/** A short way to the document a number comes from. */
export function SourceLink({ source, show = 'both' }: SourceLinkProps) {
  const { language, t } = useLanguage()
  if (!source) return <span>{t.none}</span>
  const date = formatDate(source.published, language) || t.sources.undated
  const words = { date: source.published || date, both: `${source.publisher} ${date}` }[show]
  return (
    <Link href={`/sources/${source.id}`} className="source-link" title={source.title}>
      {words}
    </Link>
  )
}
