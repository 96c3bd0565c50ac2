import type {
  CatalogAnswer,
  CatalogQuestion,
  DecideQuestion,
  DocumentAnswer,
  ErrorAnswer,
  FactAnswered,
  FilesAnswer,
  IssuerAsked,
  LookAnswer,
  LookQuestion,
  PreviewAnswer,
  PublishAnswer,
  UndoQuestion,
} from '#etl/review/answers.ts'

/** What the desk did not do, and why, in one line. */
class Refused extends Error {
  override readonly name = 'Refused'
}

const kept = 'youju:review-token'

/** The token stands in the address that the terminal prints; it is kept for this tab, and taken out of the address. */
function takeToken(): string {
  const inAddress = location.hash.slice(1)
  if (inAddress !== '') {
    sessionStorage.setItem(kept, inAddress)
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return sessionStorage.getItem(kept) ?? ''
}

const token = takeToken()

async function ask<Answer>(path: string, question?: unknown): Promise<Answer> {
  const asked = question === undefined ? {} : { method: 'POST', body: JSON.stringify(question) }
  const headers = { 'x-review-token': token, 'content-type': 'application/json' }
  const answer = await fetch(`/api/${path}`, { ...asked, headers }).catch(() => {
    throw new Refused('连接不上审读程序：它可能已经结束，请看终端')
  })
  const body: unknown = await answer.json()
  if (!answer.ok) throw new Refused((body as ErrorAnswer).error)
  return body as Answer
}

/** All that the page asks of `etl/review`. */
export const desk = {
  files: () => ask<FilesAnswer>('files'),
  document: (id: string) => ask<DocumentAnswer>(`documents/${id}`),
  catalog: () => ask<CatalogAnswer>('catalog'),
  look: (question: LookQuestion) => ask<LookAnswer>('look', question),
  decide: (question: DecideQuestion) => ask<unknown>('decide', question),
  undo: (question: UndoQuestion) => ask<unknown>('undo', question),
  answerFact: (answer: FactAnswered) => ask<unknown>('fact', answer),
  addToCatalog: (question: CatalogQuestion) => ask<unknown>('catalog', question),
  placeIssuer: (question: IssuerAsked) => ask<unknown>('issuer', question),
  preview: () => ask<PreviewAnswer>('preview', {}),
  publish: (inputs: string) => ask<PublishAnswer>('publish', { inputs }),
}
