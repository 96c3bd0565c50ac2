import type { ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { arriving } from './components/arriving.tsx'
import { Shell } from './components/shell.tsx'
import { PageSkeleton } from './components/skeleton.tsx'
import { NotFoundPage } from './pages/not-found.tsx'

const page = <Props extends object>(fetchCode: () => Promise<ComponentType<Props>>) =>
  arriving(fetchCode, () => <PageSkeleton />)

const OverviewPage = page(async () => (await import('./pages/overview.tsx')).OverviewPage)
const IndicatorPage = page(async () => (await import('./pages/indicator.tsx')).IndicatorPage)
const RegionsPage = page(async () => (await import('./pages/regions.tsx')).RegionsPage)
const RegionPage = page(async () => (await import('./pages/region.tsx')).RegionPage)
const SourcesPage = page(async () => (await import('./pages/sources.tsx')).SourcesPage)
const SourcePage = page(async () => (await import('./pages/source.tsx')).SourcePage)
const TargetsPage = page(async () => (await import('./pages/targets.tsx')).TargetsPage)
const ChecksPage = page(async () => (await import('./pages/checks.tsx')).ChecksPage)
const BriefPage = page(async () => (await import('./pages/brief.tsx')).BriefPage)
const EmbedPage = arriving(async () => (await import('./pages/embed.tsx')).EmbedPage)

/** Every address of the dashboard. */
export function App() {
  return (
    <Switch>
      <Route path="/embed">
        <EmbedPage />
      </Route>
      <Route>
        <Shell>
          <Switch>
            <Route path="/" component={OverviewPage} />
            <Route path="/indicators/:code">{({ code }) => <IndicatorPage code={code} />}</Route>
            <Route path="/indicators">{() => <IndicatorPage />}</Route>
            <Route path="/regions/:code">{({ code }) => <RegionPage code={code} />}</Route>
            <Route path="/regions" component={RegionsPage} />
            <Route path="/targets" component={TargetsPage} />
            <Route path="/sources/:id">{({ id }) => <SourcePage id={id} />}</Route>
            <Route path="/sources" component={SourcesPage} />
            <Route path="/checks" component={ChecksPage} />
            <Route path="/brief" component={BriefPage} />
            <Route component={NotFoundPage} />
          </Switch>
        </Shell>
      </Route>
    </Switch>
  )
}
