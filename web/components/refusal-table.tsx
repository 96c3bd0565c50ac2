import type { Text } from '#data/model/language.ts'
import type { Names } from '#server/charts/index.ts'
import type { Answer } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { ScrollBox } from './scroll-box.tsx'

type Refusal = Answer<'source'>['refusals'][number]

interface RefusalTableProps {
  readonly refusals: readonly Refusal[]
  readonly names: Names | undefined
}

/** Numbers that stand in a document and were not published, each with the reason. */
export function RefusalTable({ refusals, names }: RefusalTableProps) {
  const { language, t } = useLanguage()
  return (
    <section className="two-lines">
      <div className="section-head">
        <h2>{t.source.refused}</h2>
      </div>
      <p className="muted">{t.source.refusedLead}</p>
      <ScrollBox label={t.source.refused}>
        <table className="table">
          <caption className="visually-hidden">{t.source.refused}</caption>
          <thead>
            <tr>
              <th scope="col">{t.table.indicator}</th>
              <th scope="col">{t.table.region}</th>
              <th scope="col">{t.table.period}</th>
              <th scope="col" className="number">
                {t.table.printed}
              </th>
              <th scope="col">{t.source.reason}</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map(({ line, reason, detail, row }) => (
              <tr key={line}>
                <th scope="row">
                  {nameIn(names?.indicators, row['indicator'])?.[language] ?? row['indicator']}
                </th>
                <td>{nameIn(names?.regions, row['region'])?.[language] ?? row['region']}</td>
                <td>{row['period']}</td>
                <td className="number">
                  {row['value']} {row['unit']}
                </td>
                <td className="wrap">
                  {t.refusalReasons[reason] ?? reason}
                  {detail && <small className="muted"> {detail}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

const nameIn = (
  entries: readonly { readonly code: string; readonly name: Text }[] | undefined,
  code: string | undefined,
) => entries?.find((entry) => entry.code === code)?.name
