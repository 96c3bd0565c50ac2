import { type FileFormat, fileFormatIds, fileFormats } from '#server/tables/file-formats.ts'
import { fileAddress } from '#web/api.ts'
import { useDropdown } from '#web/hooks/use-dropdown.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface ExportMenuProps {
  /** The question whose numbers the file holds, as `fileOf…` writes it. */
  readonly file: string
}

/** The numbers as a file, in each format there is, with whom it is for. */
export function ExportMenu({ file }: ExportMenuProps) {
  const { language, t } = useLanguage()
  const ref = useDropdown()
  const close = () => {
    if (ref.current) ref.current.open = false
  }
  return (
    <details className="export-menu" ref={ref}>
      <summary className="action">{t.actions.export}</summary>
      <ul className="export-panel">
        {fileFormatIds.map((id) => {
          const { name, use }: FileFormat = fileFormats[id]
          return (
            <li key={id}>
              <a href={fileAddress(id, file, language)} download onClick={close}>
                <span>{name[language]}</span>
                <small className="muted">{use[language]}</small>
              </a>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
