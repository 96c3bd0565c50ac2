import { Link } from 'wouter'
import { fateCodes, fates, fileStates } from '#data/model/inbox.ts'
import type { FileEntry, FilesAnswer } from '#etl/review/answers.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { signs } from './standing.ts'
import { useWords } from './words.ts'

/** The files of the inbox, those with something to decide first. */
export function FileList({ answer: { files, stale } }: { readonly answer: FilesAnswer }) {
  const words = useWords()
  const { language } = useLanguage()
  if (files.length === 0) return <p>{words.noFiles}</p>
  const byWork = files.toSorted((a, b) => b.open + b.questions - a.open - a.questions)
  return (
    <>
      <div className="review-table-box">
        <table className="review-table">
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col" className="number">
                {signs.waiting} {words.open}
              </th>
              <th scope="col" className="number">
                {words.asks}
              </th>
              <th scope="col" className="number">
                {words.decided}
              </th>
              {fateCodes.map((fate) => (
                <th key={fate} scope="col" className="number">
                  {fates[fate][language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byWork.map((file) => (
              <FileRow key={file.file} file={file} />
            ))}
          </tbody>
        </table>
      </div>
      {stale.length > 0 && (
        <section>
          <h2>{words.stale}</h2>
          <ul className="review-stale">
            {stale.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function FileRow({ file }: { readonly file: FileEntry }) {
  const { language } = useLanguage()
  const { file: name, state, document, reason, counts, open, decided, questions } = file
  if (state !== 'read')
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3 + fateCodes.length} className="muted">
          {fileStates[state][language]}：{reason[language]}
        </td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">
        <Link href={`/?document=${document}`}>{name}</Link>
      </th>
      {[open, questions, decided].map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
        <td key={at} className="number">
          {count === 0 ? <span className="muted">0</span> : <strong>{count}</strong>}
        </td>
      ))}
      {fateCodes.map((fate) => (
        <td key={fate} className="number">
          {counts[fate]}
        </td>
      ))}
    </tr>
  )
}
