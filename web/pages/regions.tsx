import { regionsFields } from '#server/charts/index.ts'
import type { Catalog, Region } from '#web/api.ts'
import { Loaded } from '#web/components/loaded.tsx'
import { RegionsView } from '#web/components/regions-view.tsx'
import { UnreadNotes } from '#web/components/unread-notes.tsx'
import { useIndicator } from '#web/hooks/use-indicator.ts'
import { useIndicators } from '#web/hooks/use-indicators.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useNames } from '#web/hooks/use-names.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'

/** 地区: one indicator across zones, provinces or clusters, period by period. */
export function RegionsPage() {
  const { t } = useLanguage()
  const catalog = useIndicators()
  const names = useNames()
  return (
    <div className="page regions-page">
      <title>{t.pageTitle(t.regions.title)}</title>
      <h1>{t.regions.title}</h1>
      <Loaded query={catalog} height={900}>
        {(catalog) => (
          <Loaded query={names} height={900}>
            {({ regions }) => <Chosen catalog={catalog} regions={regions} />}
          </Loaded>
        )}
      </Loaded>
    </div>
  )
}

function Chosen({ catalog, regions }: { readonly catalog: Catalog; readonly regions: readonly Region[] }) {
  const { state, unread, change } = useUrlState(regionsFields)
  const code = state.indicator ?? catalog.topics[0]?.headline ?? ''
  const indicator = useIndicator(code)
  return (
    <>
      <UnreadNotes unread={unread} />
      <Loaded query={indicator} height={900}>
        {({ coverage }) => (
          <RegionsView
            catalog={catalog}
            regions={regions}
            indicator={code}
            coverage={coverage}
            state={state}
            onChange={change}
          />
        )}
      </Loaded>
    </>
  )
}
