import { join } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import { build, settle } from '../build.ts'
import { inCodes } from '../facts/told-facts.ts'
import { withSources } from '../inbox/judge-inbox.ts'
import { decideInbox } from '../inbox/read-inbox.ts'
import { addLines, readReview, removeLines } from '../inbox/review.ts'
import { readBytes } from '../sources/read-bytes.ts'
import { readDocument } from '../sources/read-document.ts'
import type {
  CatalogAnswer,
  CatalogQuestion,
  DecideQuestion,
  DocumentAnswer,
  FactAnswered,
  FilesAnswer,
  IssuerAsked,
  LookAnswer,
  LookQuestion,
  PreviewAnswer,
  PublishAnswer,
  UndoQuestion,
} from './answers.ts'
import { describeCatalog } from './describe-catalog.ts'
import { describeDocument } from './describe-document.ts'
import { describeFiles } from './describe-files.ts'
import { linesOf, numbersAt } from './lines-of.ts'
import { lookAtRow } from './look-at-row.ts'
import { placeOf } from './place-of.ts'
import { preview } from './preview.ts'
import { findDocument, type Reading, readingOf } from './reading.ts'
import { issuerMemory } from './remember-issuer.ts'
import { writeCatalog } from './write-catalog.ts'

export interface DeskOptions {
  readonly dataFolder: string
  /** Where the database is published. */
  readonly out: string
  /** The hash of all that decides what is published. */
  readonly inputs: () => string
}

/** All that a person does who reviews the inbox. Each is refused with BadInput, in one line, where it cannot be done. */
export interface Desk {
  files(): Promise<FilesAnswer>
  document(id: string): Promise<DocumentAnswer>
  catalog(): Promise<CatalogAnswer>
  look(question: LookQuestion): Promise<LookAnswer>
  decide(question: DecideQuestion): Promise<void>
  undo(question: UndoQuestion): Promise<void>
  answerFact(answer: FactAnswered): Promise<void>
  addToCatalog(question: CatalogQuestion): Promise<void>
  /** Has the catalogue remember for which place an issuer answers, or takes that back. */
  placeIssuer(question: IssuerAsked): Promise<void>
  preview(): Promise<PreviewAnswer>
  publish(inputs: string): Promise<PublishAnswer>
}

/** Opens the inbox of a data folder for review. What has changed on the disk is read again when it is asked for. */
export function openDesk({ dataFolder, out, inputs }: DeskOptions): Desk {
  const current = readingOf(dataFolder)
  const issuers = issuerMemory(join(dataFolder, 'catalog'))
  const reviewOf = ({ ground }: Reading) => readReview(join(dataFolder, 'review'), ground.catalog)
  const textOf = rememberLast(async (name) => {
    const path = join(dataFolder, 'inbox', name)
    return readDocument(readBytes(path), path)
  })
  const asking = {
    files: async () => {
      const reading = await current()
      return describeFiles(reading, reviewOf(reading))
    },
    document: async (id: string) => {
      const reading = await current()
      const read = findDocument(reading, id)
      const { judged, figures, ground } = reading
      const document = await textOf(read.name, read.id)
      const catalog = withSources(ground.catalog, reading.files.documents)
      const review = reviewOf(reading).get(id)
      const { known, curated } = ground
      const offer = issuers.offer(read.facts, ground.catalog)
      const answer = describeDocument({ read, document, judged, review, figures, catalog, known, curated })
      return { ...answer, ...(offer ? { offer } : {}) }
    },
    catalog: async () => describeCatalog((await current()).ground.catalog),
    look: async ({ document, place, row }: LookQuestion) => {
      const reading = await current()
      const { ground, files } = reading
      const [source] = findDocument(reading, document).sources
      const [number] = numbersAt(place, document, reading)
      return lookAtRow(row, {
        ...ground,
        catalog: withSources(ground.catalog, files.documents),
        source: source?.id ?? '',
        quote: number?.quote ?? '',
      })
    },
    preview: async () => {
      const named = inputs()
      const reading = await current()
      const decided = decideInbox(reading.files, reviewOf(reading))
      return preview({ ...settle(decided, reading.ground), inputs: named }, out)
    },
  }
  const placeIssuer = async ({ action, issuer, place }: IssuerAsked) => issuers[action]({ issuer, place })
  return { ...asking, ...writing({ dataFolder, out, inputs }, current), placeIssuer }
}

type Writing = Pick<Desk, 'decide' | 'undo' | 'answerFact' | 'addToCatalog' | 'publish'>

/** What a person changes. */
function writing({ dataFolder, out, inputs }: DeskOptions, current: () => Promise<Reading>): Writing {
  const fileOf = (document: string) => join(dataFolder, 'review', `${document}.csv`)
  const removePlaces = (document: string, places: readonly string[]) =>
    removeLines(
      fileOf(document),
      ({ action, line, column }) =>
        action !== 'fact' && places.includes(placeOf({ line: Number(line), column: Number(column) })),
    )
  return {
    decide: async (question) => {
      const reading = await current()
      findDocument(reading, question.document)
      const lines = linesOf(question, reading)
      removePlaces(question.document, question.places)
      addLines(fileOf(question.document), lines)
    },
    undo: async ({ document, places }) => {
      findDocument(await current(), document)
      removePlaces(document, places)
    },
    answerFact: async ({ document, name, value }) => {
      const reading = await current()
      findDocument(reading, document)
      if (value !== '') inCodes({ [name]: value }, reading.ground.catalog, () => '')
      removeLines(fileOf(document), ({ action, fact }) => action === 'fact' && fact === name)
      if (value !== '') addLines(fileOf(document), [{ action: 'fact', fact: name, value }])
    },
    addToCatalog: async (question) => {
      writeCatalog(join(dataFolder, 'catalog'), question)
    },
    publish: async (previewed) => {
      if (inputs() !== previewed)
        throw new BadInput('预览之后资料又有变化（数值、目录、文件或决定），没有发布；请再看一次变化')
      const { snapshot, observations } = await build({ dataFolder, out, inputs: previewed })
      return { snapshot, published: observations.length }
    },
  }
}

/** Reads the content that was asked for last only once. */
function rememberLast<Thing>(read: (name: string) => Promise<Thing>) {
  let last: { readonly id: string; readonly thing: Promise<Thing> } | undefined
  return (name: string, id: string): Promise<Thing> => {
    if (last?.id !== id) last = { id, thing: read(name) }
    return last.thing
  }
}
