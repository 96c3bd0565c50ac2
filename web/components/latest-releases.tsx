import { Link } from 'wouter'
import { statusNames } from '#data/wording/status-names.ts'
import { carrierText, issuersText, subjectOf } from '#server/charts/index.ts'
import type { Answer, Indicator, ListedSource, Observation } from '#web/api.ts'
import { formatDate, formatPointPeriod } from '#web/format.ts'
import { useDocuments } from '#web/hooks/use-documents.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { plainestBasis } from '#web/plainest-basis.ts'
import { Printed } from './printed.tsx'
import { Skeleton } from './skeleton.tsx'

interface LatestReleasesProps {
  readonly sources: readonly ListedSource[]
  readonly indicators: readonly Indicator[]
}

const documentsShown = 6
const figuresShown = 3
export const releasesHeight = 615

/** The newest documents, each with its first figures: releases and their reprints, and retellings only where these are few. */
export function LatestReleases({ sources, indicators }: LatestReleasesProps) {
  const newest = newestReleases(sources).slice(0, documentsShown)
  const { documents, isPending } = useDocuments(newest.map(({ id }) => id))
  if (isPending) return <Skeleton height={releasesHeight} />
  return (
    <ol className="releases">
      {newest.map((source, index) => (
        <li key={source.id}>
          <Release source={source} document={documents[index]} indicators={indicators} />
        </li>
      ))}
    </ol>
  )
}

/** A day on which a table was read is no news of it. */
function newestReleases(sources: readonly ListedSource[]): readonly ListedSource[] {
  const isRetold = ({ origin }: ListedSource) => Number(origin === 'second_hand')
  return sources
    .filter(({ dating, observations }) => dating !== '' && dating !== 'read' && observations > 0)
    .toSorted((a, b) => isRetold(a) - isRetold(b) || (a.published < b.published ? 1 : -1))
}

interface ReleaseProps {
  readonly source: ListedSource
  readonly document: Answer<'source'> | undefined
  readonly indicators: readonly Indicator[]
}

function Release({ source, document, indicators }: ReleaseProps) {
  const { language, t } = useLanguage()
  return (
    <article className="release">
      <p className="release-head">
        <time dateTime={source.published}>{formatDate(source.published, language)}</time>{' '}
        {issuersText(source, language)}
        {source.carrier && ` · ${carrierText(source, language)}`}
        <span className="tag">{t.originNames[source.origin]}</span>
      </p>
      <h3>
        <Link href={`/sources/${source.id}`}>{source.title}</Link>
      </h3>
      {document && (
        <ul className="release-figures">
          {pickFigures(document.observations).map((observation) => (
            <ReleaseFigure key={observation.id} observation={observation} indicators={indicators} />
          ))}
          <li className="muted">{t.overview.moreFigures(source.observations)}</li>
        </ul>
      )}
    </article>
  )
}

/** What has happened before what is expected, the nation before regions, levels first; an indicator only once. */
function pickFigures(observations: readonly Observation[]): readonly Observation[] {
  const weight = ({ measure, region, status }: Observation) =>
    4 * Number(status === 'expected' || status === 'target') +
    2 * Number(region !== 'CN') +
    Number(measure !== 'level')
  const sorted = observations.toSorted((a, b) => weight(a) - weight(b))
  const once = sorted.filter(
    ({ indicator }, index) => sorted.findIndex((other) => other.indicator === indicator) === index,
  )
  return once.slice(0, figuresShown)
}

function ReleaseFigure({
  observation,
  indicators,
}: {
  readonly observation: Observation
  readonly indicators: readonly Indicator[]
}) {
  const { language } = useLanguage()
  const indicator = indicators.find(({ code }) => code === observation.indicator)
  if (!indicator) return null
  const { measure, status } = observation
  return (
    <li>
      <Link href={`/indicators/${indicator.code}${measure === 'level' ? '' : `?measure=${measure}`}`}>
        {subjectOf({ indicator, measure }, language)}
      </Link>{' '}
      <Printed point={observation} indicator={indicator} measure={measure} />{' '}
      <span className="muted">
        {formatPointPeriod(observation, plainestBasis(observation), language)}
        {status !== 'actual' && ` · ${statusNames[status][language]}`}
      </span>
    </li>
  )
}
