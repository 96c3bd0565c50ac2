import { printPeriod } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { statusNames } from '#data/wording/status-names.ts'
import {
  intervalText,
  type Measured,
  printedText,
  type ShownNumber,
  subjectOf,
  toChartPoint,
} from '#server/charts/index.ts'
import type { Answer, Conflict, Observation } from '#web/api.ts'
import { spaced } from '#web/format.ts'
import { useConflicts } from '#web/hooks/use-conflicts.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Dialog } from './dialog.tsx'
import { Loaded } from './loaded.tsx'
import { Notice } from './notice.tsx'
import { SourceLink } from './source-link.tsx'

interface StatementsDialogProps {
  readonly shown: ShownNumber
  readonly onClose: () => void
}

/** Every statement of one fact: the number shown first, and of each other why it is not. */
export function StatementsDialog({ shown, onClose }: StatementsDialogProps) {
  const { language, t } = useLanguage()
  const { series, point } = shown
  const conflicts = useConflicts({ indicator: series.indicator.code, region: series.region.code })
  const what = [
    series.region.name[language],
    formatPeriod(point.period, language),
    subjectOf(series, language),
  ]
  return (
    <Dialog title={t.statements.title} onClose={onClose}>
      <p className="muted">{what.join(' · ')}</p>
      <Loaded query={conflicts} height={160}>
        {({ conflicts, sources }) => {
          const conflict = conflicts.find((each) => isOf(each, shown))
          if (!conflict) return <Notice title={t.statements.none} />
          return <Statements conflict={conflict} series={series} sources={sources} />
        }}
      </Loaded>
    </Dialog>
  )
}

/** Whether these are the statements of the fact whose number is shown. */
const isOf = ({ period, measure, chosen }: Conflict, { series, point }: ShownNumber) =>
  period === printPeriod(point.period) &&
  measure === series.measure &&
  chosen.source === point.source &&
  chosen.printedValue === point.printedValue

interface StatementsProps {
  readonly conflict: Conflict
  readonly series: Measured
  readonly sources: Answer<'conflicts'>['sources']
}

function Statements({ conflict: { chosen, others, isCompatible }, series, sources }: StatementsProps) {
  const { t } = useLanguage()
  return (
    <>
      <p className="statements-lead">{isCompatible ? t.statements.compatible : t.statements.incompatible}</p>
      <ol className="statements">
        <Statement observation={chosen} series={series} sources={sources} isShown />
        {others.map((other) => (
          <Statement key={other.id} observation={other} series={series} sources={sources}>
            <p>
              {t.statements.why}
              {t.colon}
              {t.precedence[other.why]}
            </p>
            {!other.isCompatible && <p className="statement-apart">{t.statements.apart}</p>}
          </Statement>
        ))}
      </ol>
    </>
  )
}

interface StatementProps {
  readonly observation: Observation
  readonly series: Measured
  readonly sources: Answer<'conflicts'>['sources']
  readonly isShown?: boolean
  readonly children?: React.ReactNode
}

function Statement({ observation, series, sources, isShown = false, children }: StatementProps) {
  const { language, t } = useLanguage()
  const point = toChartPoint(observation)
  const source = sources.find(({ id }) => id === observation.source)
  const interval = intervalText(point, series, language)
  return (
    <li data-shown={isShown}>
      <p className="statement-value">
        <strong>{spaced(printedText(point, series, language))}</strong>{' '}
        <span className="muted">{isShown ? t.statements.shown : t.statements.notShown}</span>
      </p>
      <p className="muted">
        {`${t.table.interval}${t.colon}${interval} · ${statusNames[observation.status][language]}`}
      </p>
      <p>
        <SourceLink source={source} />
        {source && <span className="muted"> {t.originNames[source.origin]}</span>}
      </p>
      {children}
    </li>
  )
}
