import { z } from '@hono/zod-openapi'
import { measureCodes } from '#data/model/measure.ts'
import { qualifiers, statuses } from '#data/model/observation.ts'
import { bases } from '#data/model/period.ts'
import { origins } from '#data/model/source.ts'

/** The shapes of every answer: what the OpenAPI document says and what the client's types are made of. */

const Name = z.object({ zh: z.string(), en: z.string() })
const Snapshot = z
  .string()
  .openapi({ description: 'Content hash of the database; the ETag of every answer.' })

export const ErrorAnswer = z
  .object({ error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }) })
  .openapi('Error')

export const SourceAnswer = z
  .object({
    id: z.string(),
    publisher: z.string(),
    via: z.string(),
    title: z.string(),
    published: z.string().openapi({ description: 'YYYY, YYYY-MM or YYYY-MM-DD; empty when unknown.' }),
    url: z.string(),
    origin: z.enum(origins),
  })
  .openapi('Source')
export type SourceAnswer = z.infer<typeof SourceAnswer>

const UnitAnswer = z
  .object({
    code: z.string(),
    name: Name,
    ladder: z.object({
      zh: z.array(z.tuple([z.number(), z.string()])),
      en: z.array(z.tuple([z.number(), z.string()])),
    }),
  })
  .openapi('Unit')

/** A printed number as it stands in a series: base units, with the printed words beside it. */
export const PointAnswer = z
  .object({
    period: z.string(),
    time: z.enum(['span', 'moment']),
    value: z.number().openapi({ description: 'In base units.' }),
    unit: z.string(),
    printedValue: z.string(),
    printedUnit: z.string(),
    status: z.enum(statuses),
    qualifier: z.enum(qualifiers),
    comparedTo: z.string(),
    source: z.string(),
    line: z.number().nullable(),
    others: z.number().openapi({ description: 'How many other sources state the same fact.' }),
    correction: z.string().nullable(),
  })
  .openapi('Point')
export type PointAnswer = z.infer<typeof PointAnswer>

const SeriesKeyAnswer = z.object({
  indicator: z.string(),
  region: z.string(),
  measure: z.enum(measureCodes),
  basis: z.enum(bases),
  of: z.string(),
  comparison: z.string(),
})

export const SeriesAnswer = SeriesKeyAnswer.extend({
  unit: z.string(),
  points: z.array(PointAnswer),
}).openapi('Series')
export type SeriesAnswer = z.infer<typeof SeriesAnswer>

export const ObservationAnswer = PointAnswer.extend({
  id: z.string(),
  column: z.number().nullable(),
  rule: z.string().nullable().openapi({ description: 'The rule that read the number from prose.' }),
  implied: z.string().nullable().openapi({ description: 'Fields that context gave, not the words.' }),
  quote: z
    .string()
    .nullable()
    .openapi({ description: 'The words, where the document is the operator’s own.' }),
  indicator: z.string(),
  region: z.string(),
  measure: z.enum(measureCodes),
  of: z.string(),
  rank: z.number().openapi({ description: '1 is the statement shown among those of the same fact.' }),
}).openapi('Observation')
export type ObservationAnswer = z.infer<typeof ObservationAnswer>

export const IndicatorAnswer = z
  .object({
    code: z.string(),
    name: Name,
    aliases: z.array(z.string()),
    pinyin: z.string(),
    topic: z.string(),
    kind: z.enum(['flow', 'stock', 'ratio', 'index']),
    unit: UnitAnswer,
    counter: z.string().nullable(),
    aggregation: z.enum(['sum', 'weighted', 'none']),
    partOf: z.string().nullable(),
    definition: Name,
    notes: z.array(Name.extend({ since: z.string().optional() })),
    coverage: z.object({
      observations: z.number(),
      regions: z.array(z.string()),
      measures: z.array(z.enum(measureCodes)),
      bases: z.array(z.enum(bases)),
      first: z.string().nullable(),
      last: z.string().nullable(),
    }),
  })
  .openapi('Indicator')
export type IndicatorAnswer = z.infer<typeof IndicatorAnswer>

const RegionAnswer = z
  .object({
    code: z.string(),
    kind: z.enum(['nation', 'zone', 'cluster', 'group', 'province', 'city', 'area']),
    name: Name,
    fullName: z.string(),
    aliases: z.array(z.string()),
    pinyin: z.string(),
    parent: z.string().nullable(),
    members: z.array(z.string()),
    note: Name.nullable(),
    observations: z.number(),
  })
  .openapi('Region')

/** One series an indicator has, and the periods it has numbers for. */
const CoverageAnswer = SeriesKeyAnswer.extend({ periods: z.array(z.string()) }).openapi('Coverage')

export const answers = {
  indicators: z.object({
    snapshot: Snapshot,
    topics: z.array(z.object({ code: z.string(), name: Name, headline: z.string() })),
    indicators: z.array(IndicatorAnswer),
  }),
  indicator: z.object({ snapshot: Snapshot, indicator: IndicatorAnswer, coverage: z.array(CoverageAnswer) }),
  regions: z.object({ snapshot: Snapshot, regions: z.array(RegionAnswer) }),
  sources: z.object({
    snapshot: Snapshot,
    sources: z.array(SourceAnswer.extend({ observations: z.number(), refused: z.number() })),
  }),
  source: z.object({
    snapshot: Snapshot,
    source: SourceAnswer,
    observations: z.array(ObservationAnswer),
    refusals: z.array(
      z.object({
        line: z.number(),
        reason: z.string(),
        detail: z.string(),
        row: z.record(z.string(), z.string()),
      }),
    ),
  }),
  observations: z.object({
    snapshot: Snapshot,
    observations: z.array(ObservationAnswer),
    sources: z.array(SourceAnswer),
    nextCursor: z.string().nullable(),
  }),
  series: z.object({ snapshot: Snapshot, series: z.array(SeriesAnswer), sources: z.array(SourceAnswer) }),
  compare: z.object({
    snapshot: Snapshot,
    indicator: z.string(),
    measure: z.enum(measureCodes),
    basis: z.enum(bases),
    of: z.string(),
    period: z.string(),
    rows: z.array(z.object({ rank: z.number(), region: z.string(), point: PointAnswer })),
    missing: z.array(z.string()),
    sources: z.array(SourceAnswer),
  }),
  latest: z.object({
    snapshot: Snapshot,
    region: z.string(),
    items: z.array(
      z.object({
        topic: z.string(),
        indicator: z.string(),
        basis: z.enum(bases),
        level: PointAnswer,
        growth: PointAnswer.nullable().openapi({
          description: 'Printed year-on-year growth of the same period.',
        }),
      }),
    ),
    sources: z.array(SourceAnswer),
  }),
  health: z.object({ status: z.literal('ok'), snapshot: Snapshot }),
}

/** What the server answers, by question. */
export type Answer<Question extends keyof typeof answers> = z.infer<(typeof answers)[Question]>
