import { Link, useSearch } from 'wouter'
import { printState } from '#server/charts/index.ts'
import { ConflictsTab } from '#web/components/conflicts-tab.tsx'
import { FindingsTab } from '#web/components/findings-tab.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { UnreadNotes } from '#web/components/unread-notes.tsx'
import { useChecks } from '#web/hooks/use-checks.ts'
import { useConflicts } from '#web/hooks/use-conflicts.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useNames } from '#web/hooks/use-names.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'
import { type ChecksState, checksFields, checkTabs } from '#web/url-state.ts'
import '#web/styles/facts.css'

/** 校验: what the identities found, and the facts that several documents state. */
export function ChecksPage() {
  const { t } = useLanguage()
  const names = useNames()
  const checks = useChecks()
  const conflicts = useConflicts()
  const { state, unread, change } = useUrlState(checksFields)
  const counts = { findings: checks.data?.checks.length, conflicts: conflicts.data?.conflicts.length }
  return (
    <div className="page checks-page">
      <title>{t.pageTitle(t.checks.title)}</title>
      <header className="page-head">
        <h1>{t.checks.title}</h1>
        <p className="lead">{t.checks.lead}</p>
      </header>
      <UnreadNotes unread={unread} />
      <Tabs state={state} counts={counts} />
      <Loaded query={names} height={720}>
        {(names) =>
          state.tab === 'conflicts' ? (
            <Loaded query={conflicts} height={720}>
              {(answer) => <ConflictsTab answer={answer} names={names} state={state} onChange={change} />}
            </Loaded>
          ) : (
            <Loaded query={checks} height={720}>
              {(answer) => <FindingsTab answer={answer} names={names} state={state} onChange={change} />}
            </Loaded>
          )
        }
      </Loaded>
    </div>
  )
}

interface TabsProps {
  readonly state: ChecksState
  readonly counts: Readonly<Record<(typeof checkTabs)[number], number | undefined>>
}

/** The way between both halves; indicator and region stay, the other filters belong to one half. */
function Tabs({ state: { tab: current = 'findings', indicator, region }, counts }: TabsProps) {
  const { t } = useLanguage()
  const search = useSearch()
  return (
    <nav className="tabs" aria-label={t.checks.title}>
      {checkTabs.map((tab) => {
        const query = printState(
          checksFields,
          { tab: tab === 'findings' ? undefined : tab, indicator, region },
          search,
        )
        return (
          <Link
            key={tab}
            href={query ? `/checks?${query}` : '/checks'}
            aria-current={tab === current ? 'page' : undefined}
          >
            {t.checks.tabs[tab]}
            {counts[tab] !== undefined && <small> {counts[tab]}</small>}
          </Link>
        )
      })}
    </nav>
  )
}
