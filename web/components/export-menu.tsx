import type { Language, Text } from '#data/model/language.ts'
import { type ChartFile, chartFileAddress, chartFileIds, chartFiles } from '#server/charts/index.ts'
import { type FileFormat, fileFormatIds, fileFormats } from '#server/tables/file-formats.ts'
import { fileAddress } from '#web/api.ts'
import { useDropdown } from '#web/hooks/use-dropdown.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface ExportMenuProps {
  /** The question whose numbers the file holds, as `fileOf…` writes it. */
  readonly file: string
  /** The chart that is seen, by the address that frames take; left out where there is only a table. */
  readonly chart?: string | undefined
}

interface Offered {
  readonly id: string
  readonly name: Text
  readonly use: Text
  readonly href: string
}

/** The chart and its numbers as a file, in each format there is, with whom it is for. */
export function ExportMenu({ file, chart }: ExportMenuProps) {
  const { language, t } = useLanguage()
  const ref = useDropdown()
  const close = () => {
    if (ref.current) ref.current.open = false
  }
  const numbers = fileFormatIds.map((id): Offered => {
    const { name, use }: FileFormat = fileFormats[id]
    return { id, name, use, href: fileAddress(id, file, language) }
  })
  const groups = [
    { name: t.actions.asChart, files: chart ? filesOf(chart, language) : [] },
    { name: t.actions.asNumbers, files: numbers },
  ].filter(({ files }) => files.length > 0)
  return (
    <details className="export-menu" ref={ref}>
      <summary className="action">{t.actions.export}</summary>
      <div className="export-panel">
        {groups.map(({ name, files }) => (
          <section key={name} aria-label={name}>
            {groups.length > 1 && <h3>{name}</h3>}
            <ul>
              {files.map((each) => (
                <li key={each.id}>
                  <a href={each.href} download onClick={close}>
                    <span>{each.name[language]}</span>
                    <small className="muted">{each.use[language]}</small>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  )
}

const filesOf = (query: string, language: Language): Offered[] =>
  chartFileIds.map((id) => {
    const { name, use }: ChartFile = chartFiles[id]
    return { id, name, use, href: chartFileAddress(chartFiles[id], query, language) }
  })
