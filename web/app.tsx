import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Shell } from './components/shell.tsx'
import { PageSkeleton } from './components/skeleton.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { OverviewPage } from './pages/overview.tsx'

const IndicatorPage = lazy(async () => ({ default: (await import('./pages/indicator.tsx')).IndicatorPage }))
const RegionsPage = lazy(async () => ({ default: (await import('./pages/regions.tsx')).RegionsPage }))
const RegionPage = lazy(async () => ({ default: (await import('./pages/region.tsx')).RegionPage }))
const SourcesPage = lazy(async () => ({ default: (await import('./pages/sources.tsx')).SourcesPage }))
const SourcePage = lazy(async () => ({ default: (await import('./pages/source.tsx')).SourcePage }))
const TargetsPage = lazy(async () => ({ default: (await import('./pages/targets.tsx')).TargetsPage }))
const ChecksPage = lazy(async () => ({ default: (await import('./pages/checks.tsx')).ChecksPage }))
const EmbedPage = lazy(async () => ({ default: (await import('./pages/embed.tsx')).EmbedPage }))

/** Every address of the dashboard. */
export function App() {
  return (
    <Switch>
      <Route path="/embed">
        <Suspense>
          <EmbedPage />
        </Suspense>
      </Route>
      <Route>
        <Shell>
          <Suspense fallback={<PageSkeleton />}>
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
              <Route component={NotFoundPage} />
            </Switch>
          </Suspense>
        </Shell>
      </Route>
    </Switch>
  )
}
