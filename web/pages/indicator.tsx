import { Redirect } from 'wouter'
import { ApiFailure, type Catalog } from '#web/api.ts'
import { IndicatorRail } from '#web/components/indicator-rail.tsx'
import { IndicatorView } from '#web/components/indicator-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Notice } from '#web/components/notice.tsx'
import { useIndicator } from '#web/hooks/use-indicator.ts'
import { useIndicators } from '#web/hooks/use-indicators.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useNames } from '#web/hooks/use-names.ts'

/** 指标: the catalogue on the left, one indicator on the right; without a code the first topic's headline. */
export function IndicatorPage({ code }: { readonly code?: string }) {
  const { t } = useLanguage()
  const catalog = useIndicators()
  return (
    <div className="page indicator-page">
      {catalog.isError && <h1>{t.sections.indicators}</h1>}
      <Loaded query={catalog} height={720}>
        {(catalog) => {
          const first = catalog.topics[0]?.headline
          if (code) return <OneIndicator catalog={catalog} code={code} />
          return first ? <Redirect to={`/indicators/${first}`} replace /> : null
        }}
      </Loaded>
    </div>
  )
}

function OneIndicator({ catalog, code }: { readonly catalog: Catalog; readonly code: string }) {
  const { language, t } = useLanguage()
  const indicator = useIndicator(code)
  const names = useNames()
  const topic = catalog.topics.find((each) => each.code === indicator.data?.indicator.topic)
  const { error } = indicator
  return (
    <>
      <IndicatorRail catalog={catalog} current={code} />
      <div className="indicator-main">
        {error instanceof ApiFailure && error.status === 404 ? (
          <>
            <title>{t.pageTitle(t.sections.indicators)}</title>
            <h1>{t.indicator.unknown(code)}</h1>
            <p className="lead">{error.message}</p>
            <p className="lead">{t.indicator.unknownHint}</p>
          </>
        ) : (
          <Loaded query={indicator} height={900}>
            {({ indicator, coverage }) => (
              <>
                <title>{t.pageTitle(indicator.name[language])}</title>
                <p className="crumb">{topic?.name[language]}</p>
                <h1>{indicator.name[language]}</h1>
                {coverage.length === 0 && <Notice title={t.indicator.noNumbers} />}
                <Loaded query={names} height={800}>
                  {(names) => (
                    <IndicatorView key={code} indicator={indicator} coverage={coverage} names={names} />
                  )}
                </Loaded>
              </>
            )}
          </Loaded>
        )}
      </div>
    </>
  )
}
