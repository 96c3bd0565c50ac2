import { Link } from 'wouter'
import { parsePeriod } from '#data/model/period.ts'
import type { Answer, Catalog, Region, Target } from '#web/api.ts'
import { groupTargets } from '#web/group-targets.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { AwaitedTargets } from './awaited-targets.tsx'
import { TargetTable } from './target-table.tsx'

interface RegionTargetsProps {
  readonly answer: Answer<'targets'>
  readonly catalog: Catalog
  readonly regions: readonly Region[]
  readonly region: string
}

const isAwaited = ({ state }: Target) => state === 'no_actual'

/** What a region aims at, held against what came of it; nothing where it has no target. */
export function RegionTargets({ answer, catalog, regions, region }: RegionTargetsProps) {
  const { t } = useLanguage()
  const { targets, expectations, sources } = answer
  if (targets.length + expectations.length === 0) return null
  const groupsOf = (some: readonly Target[]) => groupTargets(some, 'topic', catalog, regions)
  const until = parsePeriod(answer.until, 'moment')
  if (!until) throw new Error(`The answer reaches to ${answer.until}, which is no month.`)
  const shared = { indicators: catalog.indicators, regions, sources, group: 'region', until } as const
  return (
    <div className="region-targets">
      <TargetTable
        title={t.region.targets}
        note={t.targets.goal}
        groups={groupsOf(targets.filter((target) => !isAwaited(target)))}
        {...shared}
      />
      <AwaitedTargets groups={groupsOf(targets.filter(isAwaited))} {...shared} />
      <TargetTable
        title={t.targets.expectations}
        note={t.targets.expectationsNote}
        groups={groupsOf(expectations)}
        {...shared}
      />
      <p className="small">
        <Link href={`/targets?region=${region}`}>{t.region.allTargets}</Link>
      </p>
    </div>
  )
}
