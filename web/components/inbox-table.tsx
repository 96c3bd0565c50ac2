import { type FileState, fileStateCodes, fileStates, grades } from '#data/model/inbox.ts'
import type { InboxFile } from '#web/api.ts'
import { useInbox } from '#web/hooks/use-inbox.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

const fates = ['published', 'waiting', 'refused', 'noIndicator'] as const

/** 收件箱: what became of each file and of its numbers; nothing where the inbox is empty. */
export function InboxTable() {
  const { t } = useLanguage()
  const { data } = useInbox()
  if (!data || data.files.length === 0) return null
  return (
    <section className="inbox" aria-labelledby="inbox-title">
      <h2 id="inbox-title">{t.inbox.title}</h2>
      <p className="muted">{t.inbox.lead}</p>
      <table className="table table-sources">
        <caption className="visually-hidden">{t.inbox.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.inbox.file}</th>
            <th scope="col">{t.inbox.state}</th>
            {fates.map((fate) => (
              <th key={fate} scope="col" className="number">
                {t.inbox[fate]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.files.map((file) => (
            <FileRow key={file.file} file={file} />
          ))}
          <tr>
            <th scope="row">{t.inbox.all(data.files.length)}</th>
            <td>{t.inbox.files(countStates(data.files))}</td>
            {fates.map((fate) => (
              <td key={fate} className="number" data-label={t.inbox[fate]}>
                {data.counts[fate]}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

/** The account of files: how many are in each state. */
const countStates = (files: readonly InboxFile[]) =>
  Object.fromEntries(
    fileStateCodes.map((code) => [code, files.filter(({ state }) => state === code).length]),
  ) as Readonly<Record<FileState, number>>

function FileRow({ file }: { readonly file: InboxFile }) {
  const { language, t } = useLanguage()
  const notes = new Set([file.reason, file.question, ...file.unread].map((note) => note[language]))
  notes.delete('')
  return (
    <tr>
      <th scope="row">
        {file.file}
        {[...notes].map((note) => (
          <small key={note} className="muted inbox-note">
            {note}
          </small>
        ))}
      </th>
      <td>{file.grade === null ? fileStates[file.state][language] : grades[file.grade][language]}</td>
      {fates.map((fate) => (
        <td
          key={fate}
          className="number"
          data-label={t.inbox[fate]}
          data-empty={file.state !== 'read' || file.counts[fate] === 0}
        >
          {file.state === 'read' ? file.counts[fate] : t.none}
        </td>
      ))}
    </tr>
  )
}
