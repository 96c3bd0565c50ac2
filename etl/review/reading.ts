import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import type { Observation } from '#data/model/observation.ts'
import { type Ground, readGround } from '../build.ts'
import { hashInputs } from '../hash-inputs.ts'
import type { InboxDocument } from '../inbox/inbox.ts'
import { type Judged, judgeInbox, withSources } from '../inbox/judge-inbox.ts'
import { type InboxFiles, type InboxOptions, readInbox } from '../inbox/read-inbox.ts'
import { type Review, readReview } from '../inbox/review.ts'
import { toObservation } from '../normalize/to-observation.ts'

/** The inbox as it was read, before anybody decided on a number. */
export interface Reading {
  readonly ground: Ground
  readonly files: InboxFiles
  readonly judged: Judged
  /** All that its documents say, waiting or not. */
  readonly figures: readonly Observation[]
}

/** @throws BadInput where the inbox has no such document any more. */
export function findDocument({ files }: Pick<Reading, 'files'>, id: string): InboxDocument {
  const document = files.documents.find((each) => each.id === id)
  if (!document) throw new BadInput(`收件箱中没有文件 ${id}；它可能已被移走或改写，请回到文件列表`)
  return document
}

/** The reading of a data folder, one at a time, made anew where its files are others than before. */
export function readingOf(dataFolder: string): () => Promise<Reading> {
  let ground: { readonly key: string; readonly value: Ground; readonly kept: Kept } | undefined
  let reading: { readonly key: string; readonly value: Reading } | undefined
  let last: Promise<unknown> = Promise.resolve()
  const hashOf = (...names: readonly string[]) =>
    hashInputs(names.map((name) => join(dataFolder, name)).filter((folder) => existsSync(folder)))

  const read = async (): Promise<Reading> => {
    const groundKey = hashOf('catalog', 'observations', 'corrections')
    if (ground?.key !== groundKey) ground = { key: groundKey, value: readGround(dataFolder), kept: new Map() }
    const review = factsIn(readReview(join(dataFolder, 'review'), ground.value.catalog))
    const key = JSON.stringify([groundKey, hashOf('inbox'), [...review]])
    if (reading?.key !== key)
      reading = { key, value: await readAll(dataFolder, ground.value, { review, kept: ground.kept }) }
    return reading.value
  }
  return () => {
    const mine = last.catch(() => {}).then(read)
    last = mine
    return mine
  }
}

type Kept = NonNullable<InboxOptions['kept']>

/** Of what a person has said, the facts of documents: decisions lie over what is read with them. */
const factsIn = (review: ReadonlyMap<string, Review>) =>
  new Map([...review].map(([id, { facts }]) => [id, { facts: withoutLines(facts), decisions: [] }] as const))

/** In which line of its file a fact stands changes with the lines before it, and is no reason to read anything again. */
const withoutLines = (facts: DocumentFacts): DocumentFacts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      { ...fact, because: fact.because.replace(/:\d+$/, '') },
    ]),
  )

async function readAll(
  dataFolder: string,
  ground: Ground,
  { review, kept }: Required<Pick<InboxOptions, 'review' | 'kept'>>,
): Promise<Reading> {
  const { catalog, known } = ground
  const files = await readInbox({ folder: join(dataFolder, 'inbox'), review, catalog, known, kept })
  const withDocuments = withSources(catalog, files.documents)
  const judged = judgeInbox(files.documents, { ...ground, catalog: withDocuments })
  const waiting = judged.held.flatMap(({ row, source }) => {
    const figure = row && toObservation({ id: source, source, file: '', line: 0, row }, withDocuments)
    return figure && !('reason' in figure) ? [figure] : []
  })
  return { ground, files, judged, figures: [...judged.rowOf.keys(), ...waiting] }
}
