import { Link } from 'wouter'
import type { Language } from '#data/model/language.ts'
import { type ChartSource, carrierText, issuersText, printState } from '#server/charts/index.ts'
import { formatDated } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { wordsIn } from '#web/messages/messages.ts'
import { type SourceState, sourceFields } from '#web/url-state.ts'

interface SourceLinkProps {
  readonly source: ChartSource | undefined
  /** Only the date, short, where room is scarce. */
  readonly show?: 'date' | 'both'
  /** Which number is followed: the page of the document then begins with those of its indicator and region. */
  readonly of?: SourceState
}

/** Who is responsible for a document, and its date; null where it is not known. */
export function sourceText(source: ChartSource | undefined, language: Language): string | null {
  if (!source) return null
  const date = formatDated(source, language) || wordsIn(language).sources.undated
  return `${issuersText(source, language)} ${date}`
}

/** A short way to the document a number comes from. */
export function SourceLink({ source, show = 'both', of = {} }: SourceLinkProps) {
  const { language, t } = useLanguage()
  if (!source) return <span>{t.none}</span>
  const date = formatDated(source, language) || t.sources.undated
  const both = (
    <>
      <span className="source-issuers">{issuersText(source, language)}</span> {date}
    </>
  )
  const whole = [issuersText(source, language), source.title, carrierText(source, language)]
  const query = printState(sourceFields, of)
  const address = `/sources/${source.id}${query && `?${query}`}`
  return (
    <Link href={address} className="source-link" title={whole.filter(Boolean).join(' · ')}>
      {show === 'date' ? source.published || date : both}
    </Link>
  )
}
