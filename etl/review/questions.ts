import { z } from 'zod'
import { factNameCodes } from '#data/model/document-facts.ts'
import { observationColumns } from '#data/model/observation.ts'
import type {
  CatalogQuestion,
  Column,
  DecideQuestion,
  FactAnswered,
  IssuerAsked,
  LookQuestion,
  UndoQuestion,
} from './answers.ts'

/*
 * What the page may ask, strictly: what is not named here is refused.
 */

/** The id of a document, which is the name of its file of decisions. */
const documentId = z.string().regex(/^doc-[0-9a-f]{12}$/)
const place = z.string().regex(/^\d{1,9}:\d{1,9}$/)
/** A field of a row: one line. */
const cell = z
  .string()
  .max(200)
  .regex(/^[^\r\n]*$/)
const row = z.strictObject(
  Object.fromEntries(observationColumns.map((column) => [column, cell])) as Record<Column, typeof cell>,
)

export const Looked: z.ZodType<LookQuestion> = z.strictObject({ document: documentId, place, row })

const places = z.array(place).min(1).max(5000)

export const Decided: z.ZodType<DecideQuestion> = z.strictObject({
  document: documentId,
  places,
  action: z.enum(['accept', 'mend', 'reject']),
  rows: z.array(row).max(50).optional(),
  reason: cell.optional(),
}) as z.ZodType<DecideQuestion>

export const PlacesAsked: z.ZodType<UndoQuestion> = z.strictObject({ document: documentId, places })

export const FactGiven: z.ZodType<FactAnswered> = z.strictObject({
  document: documentId,
  name: z.enum(factNameCodes),
  value: cell,
})

const word = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[^\r\n]*$/)

export const IssuerGiven: z.ZodType<IssuerAsked> = z.strictObject({
  issuer: word,
  place: z.string().max(60),
  action: z.enum(['remember', 'takeBack']),
})

export const CatalogAsked: z.ZodType<CatalogQuestion> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('alias'),
    indicator: z.string().regex(/^[a-z][a-z0-9_]*$/),
    phrase: word,
  }),
  z.strictObject({
    kind: z.literal('indicator'),
    code: z.string().max(60),
    zh: word,
    en: word,
    topic: z.string().max(60),
    indicatorKind: z.enum(['flow', 'stock']),
    unit: z.string().max(60),
    counter: z.string().max(10),
    aggregation: z.enum(['sum', 'none']),
    definition: z.string().trim().max(500),
  }),
])

export const PublishAsked: z.ZodType<{ readonly inputs: string }> = z.strictObject({
  inputs: z.string().regex(/^[0-9a-f]{16}$/),
})
