import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { desk } from './api.ts'
import { DocumentPage } from './document-page.tsx'
import { Failure } from './failure.tsx'
import { FileList } from './file-list.tsx'
import { useWords } from './words.ts'

/** The files of the inbox, or the one that the address names. */
export function ReviewApp() {
  const [search] = useSearchParams()
  const id = search.get('document')
  return id === null ? <Files /> : <OpenedDocument key={id} id={id} />
}

function Files() {
  const words = useWords()
  const { data, error } = useQuery({ queryKey: ['files'], queryFn: desk.files, staleTime: 0 })
  return (
    <main className="review-files">
      <title>{words.pageTitle(words.files)}</title>
      <h1>{words.title}</h1>
      <p className="muted">{words.filesLead}</p>
      {error && <Failure error={error} />}
      {data ? <FileList answer={data} /> : !error && <Busy />}
    </main>
  )
}

function OpenedDocument({ id }: { readonly id: string }) {
  const document = useQuery({ queryKey: ['document', id], queryFn: () => desk.document(id) })
  const catalog = useQuery({ queryKey: ['catalog'], queryFn: desk.catalog })
  const error = document.error ?? catalog.error
  if (document.data && catalog.data)
    return (
      <DocumentPage
        document={document.data}
        catalog={catalog.data}
        isReading={document.isFetching}
        error={error}
      />
    )
  return <main className="review-files">{error ? <Failure error={error} /> : <Busy />}</main>
}

function Busy() {
  return (
    <p className="muted" aria-busy="true">
      {useWords().reading}
    </p>
  )
}
