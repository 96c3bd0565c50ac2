import { useMemo } from 'react'
import { parsePeriod } from '#data/model/period.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { statusNames } from '#data/wording/status-names.ts'
import { type Names, nameOf, qualifierWords } from '#server/charts/index.ts'
import type { Observation } from '#web/api.ts'
import { formatPointPeriod, printText } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { wordsIn } from '#web/messages/messages.ts'
import { plainestBasis } from '#web/plainest-basis.ts'
import { DataTable } from './data-table/data-table.tsx'
import { heading, type TableColumn } from './data-table/table-column.ts'
import { TrustLegend } from './trust-mark.tsx'

interface ObservationTableProps {
  readonly observations: readonly Observation[]
  readonly names: Names
}

/** Every number read from a document, in its order. */
export function ObservationTable({ observations, names }: ObservationTableProps) {
  const { t } = useLanguage()
  const columns = useMemo(() => columnsOf(names), [names])
  return (
    <div className="two-lines">
      <DataTable caption={t.source.figures} columns={columns} rows={observations} keyOf={({ id }) => id} />
      <TrustLegend shown={observations.map(({ trust }) => trust)} />
    </div>
  )
}

function columnsOf(names: Names): readonly TableColumn<Observation>[] {
  return [
    indicatorColumn(names),
    measureColumn(names),
    regionColumn(names),
    valueColumn(names),
    whenColumn,
    statusColumn,
    useColumn,
  ]
}

const indicatorColumn = ({ indicators }: Names): TableColumn<Observation> => ({
  id: 'indicator',
  heading: heading(({ table }) => table.indicator),
  type: 'text',
  isHead: true,
  cell: ({ indicator }, language) =>
    indicators.find(({ code }) => code === indicator)?.name[language] ?? indicator,
  link: ({ indicator, measure, region }) =>
    `/indicators/${indicator}?measure=${measure}${region === 'CN' ? '' : `&region=${region}`}`,
})

const measureColumn = (names: Names): TableColumn<Observation> => ({
  id: 'measure',
  heading: heading(({ source }) => source.measure),
  type: 'text',
  cell: ({ measure }, language) => measureNames[measure][language],
  same: ({ measure, of, comparedTo }) => `${measure} ${of} ${comparedTo}`,
  badges: ({ of, comparedTo, time }, language) => {
    const period = parsePeriod(comparedTo, time)
    const base = period ? formatPeriod(period, language) : nameOf(comparedTo, names)?.[language]
    const against = nameOf(of, names)?.[language] ?? base ?? comparedTo
    return against ? [{ kind: 'note', text: wordsIn(language).source.comparedTo(against) }] : []
  },
})

const regionColumn = ({ regions }: Names): TableColumn<Observation> => ({
  id: 'region',
  heading: heading(({ table }) => table.region),
  type: 'text',
  cell: ({ region }, language) => regions.find(({ code }) => code === region)?.name[language] ?? region,
})

const valueColumn = ({ indicators }: Names): TableColumn<Observation> => ({
  id: 'value',
  heading: heading(({ table }) => table.printed),
  type: 'number',
  stays: true,
  cell: (observation, language) => {
    const indicator = indicators.find(({ code }) => code === observation.indicator)
    const { measure, printedValue } = observation
    return indicator ? printText(observation, { indicator, measure }, language) : printedValue
  },
  order: ({ value }) => value,
  copied: [
    { heading: heading(({ table }) => table.value), cell: ({ printedValue }) => printedValue },
    { heading: heading(({ table }) => table.unit), cell: ({ printedUnit }) => printedUnit },
    {
      heading: heading(({ table }) => table.qualifier),
      cell: ({ qualifier }, language) => qualifierWords[qualifier][language].trim(),
    },
  ],
})

const whenColumn: TableColumn<Observation> = {
  id: 'period',
  heading: heading(({ table }) => table.when),
  type: 'period',
  className: 'when',
  cell: (observation, language) => formatPointPeriod(observation, plainestBasis(observation), language),
  order: ({ period, time }) => {
    const read = parsePeriod(period, time)
    return read ? read.end * 10_000 - read.start : null
  },
}

const statusColumn: TableColumn<Observation> = {
  id: 'status',
  heading: heading(({ table }) => table.status),
  type: 'text',
  cell: ({ status }, language) => statusNames[status][language],
}

const useColumn: TableColumn<Observation> = {
  id: 'use',
  heading: heading(({ source }) => source.use),
  type: 'text',
  cell: ({ rank }, language) => wordsIn(language).source[rank === 1 ? 'shown' : 'notShown'],
  same: ({ rank, correction, quote, trust }) => [rank, correction, quote, trust].join('|'),
  badges: ({ trust }) => [{ kind: 'trust', trust }],
  look: (observation) => <Use observation={observation} />,
}

function Use({ observation: { rank, correction, quote } }: { readonly observation: Observation }) {
  const { t } = useLanguage()
  return (
    <>
      {rank === 1 ? t.source.shown : t.source.notShown}
      {correction && (
        <small className="muted">
          {' '}
          {t.source.correction}
          {t.colon}
          {correction}
        </small>
      )}
      {quote && (
        <details className="quote">
          <summary>{t.source.sentence}</summary>
          <q lang="zh">{quote}</q>
        </details>
      )}
    </>
  )
}
