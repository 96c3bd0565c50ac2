import { Link } from 'wouter'
import { compilations } from '#data/model/compilation.ts'
import { datings } from '#data/model/dating.ts'
import type { Names } from '#server/charts/index.ts'
import { type Answer, ApiFailure, fileOfSource } from '#web/api.ts'
import { ExportMenu } from '#web/components/export-menu.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { ObservationTable } from '#web/components/observation-table.tsx'
import { RefusalTable } from '#web/components/refusal-table.tsx'
import { formatDate } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useNames } from '#web/hooks/use-names.ts'
import { useSource } from '#web/hooks/use-source.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'
import { sourceFields } from '#web/url-state.ts'

/** One document: who is responsible for it, where it was read and when it came out, every number read from it, and what was refused. */
export function SourcePage({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  const source = useSource(id)
  const names = useNames()
  const { error } = source
  return (
    <div className="page source-page">
      <p className="crumb">
        <Link href="/sources">{t.source.back}</Link>
      </p>
      {error instanceof ApiFailure && error.status === 404 ? (
        <>
          <title>{t.pageTitle(t.sections.sources)}</title>
          <h1>{t.source.unknown(id)}</h1>
        </>
      ) : (
        <Loaded query={source} height={900}>
          {(answer) => (
            <>
              <SourceHead answer={answer} />
              <section>
                <div className="section-head">
                  <h2>{t.source.figures}</h2>
                  <ExportMenu file={fileOfSource(id)} />
                </div>
                {!answer.isWhole && (
                  <p className="muted" role="status">
                    {t.source.begins(answer.observations.length)}
                  </p>
                )}
                {answer.observations.length === 0 && <p className="muted">{t.source.none}</p>}
                {answer.observations.length > 0 && (
                  <Loaded query={names} height={600}>
                    {(names) => <SourceNumbers observations={answer.observations} names={names} />}
                  </Loaded>
                )}
              </section>
              {answer.refusals.length > 0 && <RefusalTable refusals={answer.refusals} names={names.data} />}
            </>
          )}
        </Loaded>
      )}
    </div>
  )
}

interface SourceNumbersProps {
  readonly observations: Answer<'source'>['observations']
  readonly names: Names
}

/** The numbers the reader has followed here, and the way to all others of the document; all where none was followed. */
function SourceNumbers({ observations, names }: SourceNumbersProps) {
  const { t } = useLanguage()
  const { state, change } = useUrlState(sourceFields)
  const followed = observations.filter(
    ({ indicator, region }) =>
      indicator === (state.indicator ?? indicator) && region === (state.region ?? region),
  )
  const isPart = followed.length > 0 && followed.length < observations.length
  return (
    <>
      {isPart && (
        <p className="source-followed" role="status">
          {t.source.followed(followed.length, observations.length)}{' '}
          <button
            type="button"
            className="button"
            onClick={() => change({ indicator: undefined, region: undefined })}
          >
            {t.source.all}
          </button>
        </p>
      )}
      <ObservationTable observations={isPart ? followed : observations} names={names} />
    </>
  )
}

function SourceHead({ answer: { source, observations } }: { readonly answer: Answer<'source'> }) {
  const { language, t } = useLanguage()
  const tellsCompilation = observations.some(({ compilation }) => compilation !== '')
  return (
    <header className="page-head">
      <title>{t.pageTitle(source.title)}</title>
      <h1>{source.title}</h1>
      <dl className="source-facts">
        <div>
          <dt>{t.sources.issuers}</dt>
          <dd>{source.issuers.map((name) => name[language]).join(t.listComma)}</dd>
        </div>
        {source.carrier && (
          <div>
            <dt>{t.sources.carrier}</dt>
            <dd lang="zh">{source.carrier}</dd>
          </div>
        )}
        <div>
          <dt>{source.dating === '' ? t.sources.date : datings[source.dating].name[language]}</dt>
          <dd>{formatDate(source.published, language) || t.sources.undated}</dd>
        </div>
        <div>
          <dt>{t.sources.origin}</dt>
          <dd>{t.originNames[source.origin]}</dd>
        </div>
        {tellsCompilation && (
          <div>
            <dt>{t.compilation}</dt>
            <dd title={compilations[source.compilation].meaning[language]}>
              {compilations[source.compilation].name[language]}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.source.original}</dt>
          <dd>
            {source.url ? (
              <a href={source.url} rel="noreferrer" target="_blank">
                {t.source.open} <span aria-hidden="true">↗</span>
              </a>
            ) : (
              t.source.noLink
            )}
          </dd>
        </div>
      </dl>
      <Remarks source={source} />
    </header>
  )
}

/** What the date means where it is neither that of issue nor of a reprint, and what to know of the document. */
function Remarks({ source: { dating, remark } }: Pick<Answer<'source'>, 'source'>) {
  const { language, t } = useLanguage()
  const meaning = dating === '' || dating === 'issue' || dating === 'reprint' ? '' : datings[dating]
  return (
    <>
      {meaning && (
        <p className="muted">
          {meaning.name[language]}
          {t.colon}
          {meaning.meaning[language]}
          {t.stop}
        </p>
      )}
      {remark && (
        <p className="muted" lang="zh">
          {remark}
        </p>
      )}
    </>
  )
}
