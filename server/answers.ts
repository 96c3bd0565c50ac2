import { z } from '@hono/zod-openapi'
import { compilationCodes } from '#data/model/compilation.ts'
import { datingCodes } from '#data/model/dating.ts'
import { methods, transformCodes } from '#data/model/derive/derived.ts'
import { factNameCodes, factOriginCodes } from '#data/model/document-facts.ts'
import { findingCauseCodes } from '#data/model/finding-cause.ts'
import { fileStateCodes, gradeCodes } from '#data/model/inbox.ts'
import { measureCodes } from '#data/model/measure.ts'
import { qualifiers, statuses } from '#data/model/observation.ts'
import { bases } from '#data/model/period.ts'
import { precedenceRules } from '#data/model/precedence.ts'
import { rhythms } from '#data/model/release.ts'
import { releaseStates } from '#data/model/release-days.ts'
import { origins } from '#data/model/source.ts'
import { targetStates } from '#data/model/targets.ts'
import { trustCodes } from '#data/model/trust.ts'
import { breakKinds, findingStates, severities } from '#data/store/schema.ts'
import { intents } from './ask/intent.ts'

/** The shapes of every answer: what the OpenAPI document says and what the client's types are made of. */

/**
 * A shape that has a name of its own, or null. Written as `.nullable()` it would become an `allOf` of the name and of
 * null, which no null satisfies.
 */
const orNull = <Shape extends z.ZodType>(shape: Shape, description: string) =>
  z.union([shape, z.null()]).openapi({ description })

const Name = z.object({ zh: z.string(), en: z.string() })
const Snapshot = z.string().openapi({
  description:
    'Content hash of the database, and the ETag of the answer. With `asOf` the hash of the answer’s own content, its `snapshot` left empty: later loads change the database and not the answer of a day.',
})

export const ErrorAnswer = z
  .object({ error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }) })
  .openapi('Error')

const FateCounts = z.object({
  published: z.number(),
  waiting: z.number().openapi({ description: 'For a fact of the document, or for a person.' }),
  refused: z.number(),
  noIndicator: z.number().openapi({ description: 'Of nothing that the catalogue has.' }),
})

const FactAnswer = z.object({
  name: z.enum(factNameCodes),
  value: z.string(),
  origin: z.enum(factOriginCodes),
  because: z.string().openapi({ description: 'The words, the file or the figures that say so.' }),
})

const InboxFileAnswer = z
  .object({
    file: z.string().openapi({ description: 'Its path below the inbox.' }),
    state: z.enum(fileStateCodes),
    document: z.string().openapi({
      description:
        'The id of its content, with which the ids of its sources begin; empty where it was not read.',
    }),
    reason: Name.openapi({
      description: 'Why it was not read, or which file has the same content; empty where it was read.',
    }),
    facts: z.array(FactAnswer),
    grade: z.enum(gradeCodes).nullable(),
    counts: FateCounts,
    unread: z.array(Name).openapi({ description: 'Content of the file that was not read.' }),
    question: Name.openapi({ description: 'The one question whose answer would help most; may be empty.' }),
  })
  .openapi('InboxFile')

const InboxNumberAnswer = z
  .object({
    source: z.string(),
    line: z.number(),
    column: z.number().nullable().openapi({ description: 'null where only the line is known.' }),
    fate: z.enum(['waiting', 'refused', 'no-indicator']),
    because: z.string().openapi({ description: 'A code.' }),
    said: z.string().openapi({ description: 'The same in Chinese.' }),
    detail: z.string(),
    quote: z.string(),
    value: z.string(),
    unit: z.string(),
    row: z.record(z.string(), z.string()).nullable().openapi({ description: 'As far as it was read.' }),
  })
  .openapi('InboxNumber')

export const SourceAnswer = z
  .object({
    id: z.string(),
    issuers: z.array(Name).openapi({ description: 'Who is responsible for the numbers.' }),
    carrier: z
      .string()
      .openapi({ description: 'Where the numbers were read, if not on a page of the issuer; may be empty.' }),
    title: z.string(),
    remark: z.string().openapi({ description: 'What to know of the document, in our words; may be empty.' }),
    published: z.string().openapi({ description: 'YYYY, YYYY-MM or YYYY-MM-DD; empty when unknown.' }),
    dating: z.enum(['', ...datingCodes]).openapi({
      description:
        'What `published` is: the day of issue, the day of a reprint, only the month or year (it counts from the end of it), `bound` (out by then at the latest) or `read` (the day it was read, which was not the day of issue). With `asOf` the numbers of a `bound` or `read` document count from that day on: later than they were really out, so that an answer for an earlier day leaves them out rather than guess. Empty without a date.',
    }),
    url: z.string(),
    origin: z.enum(origins),
    compilation: z
      .enum(compilationCodes)
      .openapi({ description: 'That of its numbers, but for those that name another.' }),
    place: z.string().openapi({
      description:
        'The region whose matters its issuers answer for: CN for ministries, else that of the office; empty for media, firms, and offices of several places.',
    }),
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

/** How a number that nobody printed was made. */
const DerivedAnswer = z
  .object({
    method: z.enum(methods),
    parents: z
      .array(z.string())
      .openapi({ description: 'Ids of the observations it is made of, the latest first.' }),
    against: z
      .string()
      .openapi({ description: 'The period, region or indicator it is measured against; may be empty.' }),
    isAcrossBreak: z.boolean().openapi({ description: '口径 changes between the parents.' }),
    missing: z.array(z.string()).openapi({
      description:
        'Regions without a figure of their own in a sum among the parents; `low` leaves them out, `high` holds what they may add.',
    }),
  })
  .openapi('Derived')

const openEnd = 'In base units; null where that end is open.'

/** A number as it stands in a series: base units, with the printed words beside it where it was printed. */
export const PointAnswer = z
  .object({
    period: z.string(),
    time: z.enum(['span', 'moment']),
    value: z.number().openapi({ description: 'In base units.' }),
    low: z
      .number()
      .nullable()
      .openapi({ description: `The least it can stand for. ${openEnd}` }),
    high: z
      .number()
      .nullable()
      .openapi({ description: `The most it can stand for. ${openEnd}` }),
    unit: z.string(),
    printedValue: z.string().openapi({ description: 'Empty where derived, like printedUnit.' }),
    printedUnit: z.string(),
    status: z.enum(statuses),
    qualifier: z.enum(qualifiers),
    comparedTo: z.string(),
    source: z.string().openapi({ description: 'Of a derived number that of its latest parent.' }),
    line: z.number().nullable(),
    trust: z.enum(trustCodes).openapi({
      description:
        'How far the number can be followed: to the sentence it was read from, to an address, or only to a title. Of a derived number the weakest of its parents.',
    }),
    others: z.number().openapi({ description: 'How many other sources state the same fact.' }),
    correction: z.string().nullable(),
    derived: orNull(DerivedAnswer, 'null for a printed number.'),
    break: z
      .object({
        reason: Name,
        kind: z.enum(breakKinds).openapi({
          description:
            'declared in the catalogue; acknowledged by a person; detected: the issuer re-set the base, as it does every year.',
        }),
      })
      .nullable()
      .openapi({ description: 'On the first number of a series after its 口径 changed.' }),
    oddity: z
      .object({ finding: z.string(), low: z.number().nullable(), high: z.number().nullable() })
      .nullable()
      .openapi({
        description:
          'On a figure that is printed so and leaves its own course: the finding (/checks), and where the figure would lie had its region moved as the others did, in base units. In a lead also on what is derived of such a figure, with both ends null.',
      }),
    validFrom: z
      .string()
      .optional()
      .openapi({ description: 'With `includeHistory`: the day it was published and became the one shown.' }),
    validTo: z.string().nullable().optional().openapi({
      description: 'With `includeHistory`: the day another took its place; null while it is shown.',
    }),
  })
  .openapi('Point')
export type PointAnswer = z.infer<typeof PointAnswer>

const CompilationAnswer = z.enum(['', ...compilationCodes]).openapi({
  description:
    'express (monthly statistics), annual (annual report), census, survey; empty where the compilations of the indicator agree and are one series.',
})

const SeriesKeyAnswer = z.object({
  indicator: z.string(),
  region: z.string(),
  measure: z.enum(measureCodes),
  compilation: CompilationAnswer,
  basis: z.enum(bases),
  of: z.string(),
  comparison: z.string(),
})

export const SeriesAnswer = SeriesKeyAnswer.extend({
  transform: z.enum(transformCodes),
  indexBase: z.string().nullable().openapi({
    description:
      'Of an index the period that is 100: the same for all series of one basis. A series without a number for it has no points. Of cumulative numbers a year, each being measured against the same months of it.',
  }),
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
  compilation: CompilationAnswer,
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
    compilations: z.array(z.enum(compilationCodes)).openapi({
      description: 'Those whose figures differ and are series of their own; empty where all agree.',
    }),
    comparable: z.boolean().openapi({
      description: 'false where levels of different times and places are not of one price base.',
    }),
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

/** One statement of a fact beside the one shown. */
const OtherStatement = ObservationAnswer.extend({
  isCompatible: z.boolean().openapi({ description: 'One value can be behind this and the one shown.' }),
  gap: z.number().openapi({ description: 'How far the two are apart beyond rounding, in base units.' }),
  why: z
    .enum(precedenceRules)
    .openapi({ description: 'The first rule of precedence that puts the one shown before this.' }),
}).openapi('OtherStatement')

const ConflictAnswer = z
  .object({
    indicator: z.string(),
    region: z.string(),
    period: z.string(),
    measure: z.enum(measureCodes),
    compilation: CompilationAnswer,
    of: z.string(),
    comparedTo: z.string(),
    unit: z.string(),
    isCompatible: z.boolean().openapi({ description: 'One value can be behind all statements.' }),
    why: z.enum(precedenceRules).openapi({
      description:
        'The first rule that puts the one shown before the next: exact (before 约 or 超), nationwide (of a region below the nation: what was compiled for all regions before the word of its own office), origin (issuer, reprint, retelling), final (before preliminary), digits (more printed), later (document), order (of identity).',
    }),
    chosen: ObservationAnswer,
    others: z.array(OtherStatement),
  })
  .openapi('Conflict')

/** All values a number may have: null where an end is open. */
const IntervalAnswer = z
  .object({ low: z.number().nullable(), high: z.number().nullable() })
  .openapi('Interval', { description: 'Both ends included; null where an end is open.' })
export type IntervalAnswer = z.infer<typeof IntervalAnswer>

const FindingSideAnswer = IntervalAnswer.extend({
  label: z.string(),
  value: z.string().openapi({ description: 'As the check computed it, in base units.' }),
  observations: z.array(ObservationAnswer),
}).openapi('FindingSide')

const CheckSideAnswer = FindingSideAnswer.omit({ observations: true })
  .extend({ observations: z.array(z.string()).openapi({ description: 'Ids.' }) })
  .openapi('EvidenceCheckSide')

const CheckAnswer = z
  .object({
    id: z.string(),
    identity: z.string(),
    severity: z.enum(severities),
    state: z.enum(findingStates),
    indicator: z.string(),
    region: z.string(),
    compilation: CompilationAnswer,
    period: z.string(),
    unit: z.string(),
    left: FindingSideAnswer,
    right: FindingSideAnswer,
    gap: z.number().openapi({ description: 'How far the sides are apart beyond rounding, in base units.' }),
    reason: z.string(),
    cause: z
      .enum(findingCauseCodes)
      .nullable()
      .openapi({ description: 'What the person found who acknowledged it.' }),
  })
  .openapi('Check')

const TargetAnswer = z
  .object({
    indicator: z.string(),
    region: z.string(),
    measure: z.enum(measureCodes),
    period: z.string(),
    year: z.number(),
    isDue: z.boolean().openapi({ description: 'Its period is over by `until` of the answer.' }),
    bound: z.enum(['at_least', 'at_most']),
    target: ObservationAnswer,
    threshold: IntervalAnswer.openapi({ description: 'The value to reach, in base units.' }),
    actual: orNull(
      ObservationAnswer,
      'Of the target’s own period if printed, else the latest of a period as long.',
    ),
    isOld: z.boolean().openapi({ description: 'The actual is of more than 18 months before `until`.' }),
    soFar: orNull(
      ObservationAnswer,
      'The longest cumulative figure of the target’s own year, while the year has none.',
    ),
    gap: orNull(IntervalAnswer, 'Threshold less actual, in base units: negative when passed.'),
    progress: orNull(IntervalAnswer, 'Actual in percent of the threshold.'),
    months: z.number().nullable().openapi({ description: 'From the actual to the end of the target.' }),
    required: orNull(
      IntervalAnswer,
      'The yearly compound growth in percent that leads there: ((target/actual)^(12/months)−1)×100. null once due.',
    ),
    pace: orNull(
      IntervalAnswer.extend({
        kind: z.enum(['printed', 'measured']),
        observations: z.array(ObservationAnswer),
        isAcrossBreak: z.boolean(),
      }),
      'Growth over the year that ends with the actual, in percent: as printed, else from a level 6 to 18 months before, reckoned to a year. null once due.',
    ),
    state: z.enum(targetStates).openapi({
      description:
        'reached; on_pace, behind: the pace is enough or not; due: the period is over and its own number not seen, so that no pace is told; uncertain: the digits do not tell; no_pace, no_actual: there is none; not_comparable: the catalogue says why in `cautions`.',
    }),
    cautions: z.array(Name),
  })
  .openapi('Target')
export type TargetAnswer = z.infer<typeof TargetAnswer>

/** What an identity found in which a statement of a fact takes part. */
const EvidenceCheckAnswer = CheckAnswer.omit({ left: true, right: true })
  .extend({
    left: CheckSideAnswer,
    right: CheckSideAnswer,
  })
  .openapi('EvidenceCheck')

const CitationAnswer = z
  .object({
    of: z.enum(['document', 'number']).openapi({
      description:
        'The document that states the number, of a printed one; the number itself in this version, by its address here.',
    }),
    gbt7714: z.string().openapi({
      description:
        'By GB/T 7714—2015. The day of access is that of the version that answers, or of the day on which a document was read.',
    }),
    bibtex: z.string().openapi({ description: 'UTF-8, for biber or XeLaTeX.' }),
  })
  .openapi('Citation')

const EvidenceNumber = PointAnswer.omit({
  derived: true,
  break: true,
  validFrom: true,
  validTo: true,
}).openapi('EvidenceNumber', {
  description: 'A number as /series has it; what else is said of it there stands beside.',
})

const DerivedEvidence = DerivedAnswer.extend({
  words: Name.openapi({ description: 'The method in words.' }),
  formula: z.string().openapi({ description: 'Of A, B: `parents` of the evidence in their order.' }),
}).openapi('DerivedEvidence')

/** How the id of a fact is spelled. */
export const factIdWords =
  'The id names the fact and no row, so that it opens the same one in every version: `indicator~region~period~basis`, then in this order whatever is not usual: measure (but level), compilation (where those of the indicator differ), `of.WHOLE`, `vs.COMPARED`, transform (an index with its base: `index.2020`), `expected` or `target`. The slash of a period is written `..`, the colon of a reference `.`: `software_revenue~CN~2024-01..2024-04~cumulative~express`, `software_revenue~520000~2024~year~annual~of.region.CN~share`.'

const evidence = {
  id: z.string().openapi({ description: factIdWords }),
  name: Name.openapi({ description: 'What the number is of, in words.' }),
  indicator: z.string(),
  region: z.string(),
  basis: z.enum(bases),
  measure: z.enum(measureCodes),
  compilation: CompilationAnswer,
  of: z.string(),
  transform: z.enum(transformCodes),
  indexBase: z.string().nullable(),
  number: EvidenceNumber,
  place: z
    .object({
      observation: z.string().openapi({ description: 'The id of the row that is shown.' }),
      line: z.number().nullable(),
      column: z.number().nullable(),
      rule: z.string().nullable().openapi({ description: 'The rule that read the number from prose.' }),
      implied: z.string().nullable().openapi({ description: 'Fields that context gave, not the words.' }),
    })
    .nullable()
    .openapi({ description: 'Where it stands in its document, both from 1; null where derived.' }),
  sentence: z
    .object({
      text: z.string(),
      isQuoted: z.boolean().openapi({
        description:
          'true: the words of the document. false: the statement in our words, as it is not at hand.',
      }),
    })
    .nullable()
    .openapi({ description: 'null where derived.' }),
  chosenBy: z.enum(precedenceRules).nullable().openapi({
    description: 'The first rule of precedence that puts the one shown before the next; null where alone.',
  }),
  others: z.array(OtherStatement),
  derived: orNull(DerivedEvidence, 'null for a printed number.'),
  checks: z.array(EvidenceCheckAnswer).openapi({
    description: 'What the identities found in which a statement of it takes part.',
  }),
  breaks: z
    .array(
      z.object({
        kind: z.enum(breakKinds),
        reason: Name,
        before: z.string().openapi({ description: 'The last month on the old base.' }),
        after: z.string().openapi({ description: 'The first month on the new base.' }),
      }),
    )
    .openapi({ description: 'Where levels of its series stop being comparable with those before.' }),
  citations: z.array(CitationAnswer),
}

const EvidenceAnswer = z
  .object({
    ...evidence,
    /** Typed below: a shape cannot be inferred from itself. */
    get parents(): z.ZodType<EvidenceAnswer[]> {
      return z.array(EvidenceAnswer).openapi({
        description:
          'What a derived number is made of, the facts A, B of its formula, each with its own evidence: printed numbers, or a sum of provinces with theirs.',
      })
    },
  })
  .openapi('Evidence')
const EvidenceFields = z.object(evidence)
export interface EvidenceAnswer extends z.infer<typeof EvidenceFields> {
  readonly parents: EvidenceAnswer[]
}

const SeenAnswer = z
  .object({
    snapshot: z.string(),
    publishedAt: z.string().openapi({ format: 'date-time' }),
    state: z.enum(['same', 'changed', 'new']).openapi({
      description: 'new: that version did not state it.',
    }),
    number: orNull(EvidenceNumber, 'What it showed; null where it did not state the fact.'),
    revisions: z
      .array(z.object({ snapshot: z.string(), publishedAt: z.string().openapi({ format: 'date-time' }) }))
      .openapi({
        description:
          'The versions since that changed what is shown of the fact, or of what it is made of, the oldest first. What was changed and changed back leaves the state the same.',
      }),
  })
  .openapi('Seen')
export type SeenAnswer = z.infer<typeof SeenAnswer>

const ChangeAnswer = z
  .object({
    published: z.string().openapi({
      description:
        'The day from which it was known; with `since` a snapshot, the day in Beijing of the last version that changed it.',
    }),
    kind: z.enum(['new', 'revised']),
    indicator: z.string(),
    region: z.string(),
    number: ObservationAnswer,
    previous: orNull(ObservationAnswer, 'What was shown before.'),
    isCompatible: z.boolean().nullable().openapi({
      description: 'Of a revised number: one value can be behind both, as one is the rounding of the other.',
    }),
  })
  .openapi('Change')

const VersionAnswer = z
  .object({
    id: z.string().openapi({ description: 'Its snapshot; one that was published again stands here again.' }),
    publishedAt: z.string().openapi({ format: 'date-time' }),
    published: z.number().openapi({ description: 'How many numbers it holds.' }),
    added: z.number().openapi({ description: 'Facts that the version before did not show.' }),
    revised: z.number().openapi({ description: 'Facts shown with another value.' }),
    removed: z.number().openapi({ description: 'Facts no longer shown.' }),
    isKept: z.boolean().openapi({ description: 'Whether `snapshot` can name it.' }),
  })
  .openapi('Version')

/** What a number does in a sentence. */
const factRoles = [
  'figure',
  'growth',
  'pace',
  'addition',
  'change',
  'share',
  'share_of_nation',
  'target',
] as const
export type FactRole = (typeof factRoles)[number]

const SaidNumberAnswer = z
  .object({
    role: z.enum(factRoles).openapi({
      description:
        'figure: what was asked; growth: on a year earlier; pace: growth less that of the period before; addition: net, since the end of the year before; change: of a ratio; share: of the indicator it is part of; share_of_nation; target.',
    }),
    indicator: z.string(),
    region: z.string(),
    measure: z.enum(measureCodes),
    compilation: CompilationAnswer,
    of: z.string(),
    point: PointAnswer,
  })
  .openapi('SaidNumber')
export type SaidNumber = z.infer<typeof SaidNumberAnswer>

const SentencesAnswer = z.object({
  short: z.string().openapi({ description: 'Level with period and region, and growth.' }),
  medium: z.string().openapi({ description: 'Also the pace against the period before, and net additions.' }),
  long: z
    .string()
    .openapi({ description: 'Also shares, rank and target, and the sources in brackets at the end.' }),
})
export type Sentences = z.infer<typeof SentencesAnswer>

const SentenceNoteAnswer = z.object({
  region: z.string(),
  kind: z.enum(['apart', 'break']).openapi({
    description:
      'apart: a printed growth does not go with the level; break: 口径 changed since the year before, so that none is computed.',
  }),
  reason: Name,
})
export type SentenceNote = z.infer<typeof SentenceNoteAnswer>

const VerdictAnswer = z
  .object({
    topic: z.string(),
    indicator: z.string(),
    compilation: CompilationAnswer,
    basis: z.enum(bases),
    period: z.string(),
    months: z.number().openapi({ description: 'From its period to `until`.' }),
    isOld: z.boolean().openapi({ description: 'Of more than 18 months before `until`.' }),
    verdict: z.string(),
    numbers: z.array(SaidNumberAnswer),
  })
  .openapi('Verdict')
export type VerdictAnswer = z.infer<typeof VerdictAnswer>

/** How one indicator stands in a region; null is what cannot be said. */
const LeadAnswer = z
  .object({
    topic: z.string(),
    indicator: z.string(),
    compilation: CompilationAnswer,
    basis: z.enum(bases),
    level: PointAnswer,
    rank: z
      .object({ place: z.number(), of: z.number() })
      .nullable()
      .openapi({ description: 'Among the regions of its kind with a number of the same period.' }),
    share: orNull(PointAnswer, 'Of the nation, in percent.'),
    growth: orNull(PointAnswer, 'Year on year, in percent: as printed for the same period, else derived.'),
    perHead: orNull(PointAnswer, 'null where there is none.'),
    nation: z.object({
      growth: orNull(PointAnswer, 'null where there is none.'),
      perHead: orNull(PointAnswer, 'null where there is none.'),
    }),
    zone: z.object({ growth: orNull(PointAnswer, 'null where there is none.') }),
  })
  .openapi('Lead', {
    description:
      'All numbers are of one period and compilation. Where nobody printed a level of the nation or zone, the sum of its provinces stands in for it.',
  })
export type LeadAnswer = z.infer<typeof LeadAnswer>

const RankedRow = z.object({ rank: z.number(), region: z.string(), point: PointAnswer })

const Absent = {
  missing: z.array(z.string()).openapi({ description: 'Regions asked for that have no number.' }),
  notCovered: z.array(z.string()).openapi({
    description: 'Regions asked for that national statistics do not cover: Hong Kong, Macao, Taiwan.',
  }),
}

/** A number that answers a question in words, with what identifies it. */
const AskedNumber = SeriesKeyAnswer.omit({ comparison: true })
  .extend({
    transform: z.enum(transformCodes),
    rank: z.number().nullable().openapi({ description: 'Its place in the ranking that was asked for.' }),
    point: PointAnswer,
  })
  .openapi('AskedNumber')

const AskAnswer = z.object({
  snapshot: Snapshot,
  question: z.string(),
  today: z.string().openapi({ format: 'date', description: 'The day from which 去年 was counted.' }),
  outcome: z.enum(['answer', 'choice', 'unknown']).openapi({
    description:
      'answer: the numbers answer it; choice: it may mean several things, none of which is taken; unknown: a word of it is not known, or there is no such number.',
  }),
  sentence: z
    .string()
    .openapi({ description: 'The answer, or why there is none, with the source in brackets.' }),
  reading: z
    .object({
      intent: z.enum(intents),
      indicators: z.array(z.string()),
      regions: z.array(z.string()).openapi({ description: 'Codes, or one group word: provinces, zones …' }),
      measure: z.enum(measureCodes),
      transform: z.enum(transformCodes),
      of: z.string().nullable().openapi({ description: 'The whole of a share, where it is named.' }),
      period: z.string().nullable().openapi({
        description:
          'The period named; several with `;`, a range of years as `2018..2024`. null: the newest.',
      }),
    })
    .nullable()
    .openapi({ description: 'How it was understood; null where it was not, or in several ways.' }),
  numbers: z.array(AskedNumber).openapi({ description: 'What answers it; a ranking in its order.' }),
  page: z.string().nullable().openapi({ description: 'The page that shows it: a path of this server.' }),
  api: z.string().nullable().openapi({ description: 'The question to the API that gives all of it.' }),
  choices: z
    .array(
      z.object({
        label: z.string(),
        indicators: z.array(z.string()),
        regions: z.array(z.string()),
        page: z.string(),
        api: z.string(),
      }),
    )
    .openapi({ description: 'What it may mean, or what comes nearest to words that are not known.' }),
  nearest: z
    .array(AskedNumber)
    .openapi({ description: 'Where there is no such number: those nearest to it.' }),
  mended: z
    .array(z.object({ from: z.string(), to: z.string() }))
    .openapi({ description: 'Words that were read as others.' }),
  notKnown: z.array(z.string()).openapi({ description: 'Words that are not known.' }),
  sources: z.array(SourceAnswer),
})

const NamedEntry = z.object({ code: z.string(), name: Name, page: z.string() })
const DaysAnswer = z.object({
  earliest: z.string().openapi({ format: 'date' }),
  usual: z.string().openapi({ format: 'date' }),
  latest: z
    .string()
    .openapi({ format: 'date', description: 'Counted from the longest lag that was observed.' }),
})

const ReleaseAnswer = z
  .object({
    id: z.string().openapi({ description: 'The same as long as issuers, topic, region and rhythm are.' }),
    name: Name,
    issuers: z.array(Name),
    topic: z.string(),
    region: z.string().openapi({ description: 'What it is about.' }),
    compilation: z.enum(compilationCodes),
    rhythm: z.enum(rhythms).openapi({
      description:
        '`year`: the edition that ends in December, a release of its own; `within_year`: those of the other months.',
    }),
    months: z.array(z.number()).openapi({
      description:
        'The months of the year, 1 to 12, with which its editions end: those seen in two years, or in most of the years since the first. Without 1, January and February come together.',
    }),
    indicators: z.array(z.string()).openapi({ description: 'What at least half of its editions state.' }),
    editions: z.number().openapi({ description: 'How many periods it was seen of.' }),
    lag: orNull(
      z.object({
        earliest: z.number(),
        usual: z.number().openapi({ description: 'The median.' }),
        latest: z.number(),
        observed: z.number().openapi({ description: 'The days of issue it was learned from, 12 at most.' }),
        weekends: z.number().openapi({ description: 'How many of them were a Saturday or Sunday.' }),
      }),
      'Days from the end of the period to the day of issue; null where fewer than three such days are known.',
    ),
    last: z.object({
      period: z.string(),
      issued: z
        .string()
        .nullable()
        .openapi({ format: 'date', description: 'The day of issue; null where it is not known.' }),
      outBy: z.string().openapi({ format: 'date', description: 'By this day it was out, for certain.' }),
      sources: z.array(z.string()),
    }),
    state: z.enum(releaseStates).openapi({
      description:
        'That of the first expected period. `unknown`: too few days of issue are known; `lapsed`: nothing for more than 18 months behind the period that was next.',
    }),
    expected: z
      .array(
        z.object({
          period: z.string(),
          state: z.enum(['overdue', 'due', 'ahead', 'unknown']).openapi({
            description:
              '`overdue`: later than it ever was seen to be, and not in this database; whether it is late or was not fetched, nobody can tell from here. `due`: between the earliest and the latest day.',
          }),
          days: orNull(DaysAnswer, 'null where too little is known.'),
          overdueDays: z.number().openapi({ description: 'Days since the latest; 0 unless overdue.' }),
        }),
      )
      .openapi({ description: 'The periods not seen yet, to the first that is ahead.' }),
  })
  .openapi('Release')

export const answers = {
  oembed: z.object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    html: z.string().openapi({ description: 'The frame.' }),
    width: z.number(),
    height: z.number(),
    thumbnail_url: z.string().optional().openapi({ description: 'Where there is room for it.' }),
    thumbnail_width: z.number().optional(),
    thumbnail_height: z.number().optional(),
  }),
  ask: AskAnswer,
  find: z.object({
    snapshot: Snapshot,
    indicators: z.array(NamedEntry).openapi({ description: 'The nearest first.' }),
    regions: z.array(NamedEntry),
    issuers: z.array(z.object({ name: Name, documents: z.number(), page: z.string() })),
  }),
  indicators: z.object({
    snapshot: Snapshot,
    topics: z.array(z.object({ code: z.string(), name: Name, headline: z.string() })),
    indicators: z.array(IndicatorAnswer),
  }),
  indicator: z.object({ snapshot: Snapshot, indicator: IndicatorAnswer, coverage: z.array(CoverageAnswer) }),
  regions: z.object({ snapshot: Snapshot, regions: z.array(RegionAnswer) }),
  sources: z.object({
    snapshot: Snapshot,
    sources: z.array(
      SourceAnswer.extend({
        aliases: z.array(z.string()).openapi({ description: 'Other names of its issuers.' }),
        observations: z.number(),
        refused: z.number(),
      }),
    ),
  }),
  source: z.object({
    snapshot: Snapshot,
    source: SourceAnswer,
    observations: z.array(ObservationAnswer),
    isWhole: z
      .boolean()
      .openapi({ description: 'false: it has more than these numbers; all of them: /observations?source=.' }),
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
    compilation: CompilationAnswer,
    basis: z.enum(bases),
    of: z.string(),
    period: z.string(),
    rows: z.array(RankedRow),
    ...Absent,
    sources: z.array(SourceAnswer),
  }),
  compareLatest: z.object({
    snapshot: Snapshot,
    indicator: z.string(),
    measure: z.enum(measureCodes),
    compilation: CompilationAnswer,
    basis: z.enum(bases),
    of: z.string(),
    newest: z.string().openapi({ description: 'The latest period among the rows.' }),
    rows: z.array(RankedRow).openapi({
      description: 'The newest number of each region, the largest first; periods differ from row to row.',
    }),
    ...Absent,
    sources: z.array(SourceAnswer),
  }),
  latest: z.object({
    snapshot: Snapshot,
    region: z.string(),
    items: z.array(
      z.object({
        topic: z.string(),
        indicator: z.string(),
        compilation: CompilationAnswer,
        basis: z.enum(bases),
        level: PointAnswer,
        growth: orNull(
          PointAnswer,
          'Printed year-on-year growth of the same period; null where it does not go with the level.',
        ),
        setApart: z.object({ growth: PointAnswer, reason: Name }).nullable().openapi({
          description:
            'A growth printed for the same period that does not go with the level: a finding on the two is open, or another document printed it across a break.',
        }),
      }),
    ),
    sources: z.array(SourceAnswer),
  }),
  standing: z.object({
    snapshot: Snapshot,
    region: z.string(),
    zone: z.string().nullable().openapi({ description: 'The zone the region is part of.' }),
    newest: z.string().openapi({
      description: 'The last month of any level below the nation: what to call a number old against.',
    }),
    leads: z.array(LeadAnswer).openapi({
      description:
        'What the region is known by: recent numbers before old ones, headlines of topics before others.',
    }),
    sources: z.array(SourceAnswer),
  }),
  sentence: z.object({
    snapshot: Snapshot,
    indicator: z.string(),
    regions: z.array(z.string()),
    measure: z.enum(measureCodes),
    compilation: CompilationAnswer,
    basis: z.enum(bases),
    period: z.string(),
    sentences: SentencesAnswer,
    missing: z.array(z.string()).openapi({ description: 'Regions asked for without such a number.' }),
    notes: z.array(SentenceNoteAnswer),
    numbers: z.array(SaidNumberAnswer).openapi({ description: 'Every number that the long one quotes.' }),
    sources: z.array(SourceAnswer),
  }),
  verdicts: z.object({
    snapshot: Snapshot,
    region: z.string(),
    until: z.string().openapi({
      description:
        'The month, YYYY-MM, of the newest level of all, below the nation that of all below it: what to call a number old against.',
    }),
    verdicts: z.array(VerdictAnswer).openapi({
      description: 'One for each topic of which there is a number, in the order of the topics.',
    }),
    silent: z.array(z.string()).openapi({ description: 'Topics of which the region has no such number.' }),
    sources: z.array(SourceAnswer),
  }),
  conflicts: z.object({
    snapshot: Snapshot,
    conflicts: z.array(ConflictAnswer),
    sources: z.array(SourceAnswer),
  }),
  checks: z.object({ snapshot: Snapshot, checks: z.array(CheckAnswer), sources: z.array(SourceAnswer) }),
  targets: z.object({
    snapshot: Snapshot,
    until: z.string().openapi({
      description:
        'The month, YYYY-MM, by which targets are due and actual numbers old: that of the newest actual number, with `asOf` the last that was over on the day.',
    }),
    targets: z.array(TargetAnswer).openapi({ description: 'Plans.' }),
    expectations: z.array(TargetAnswer).openapi({ description: 'What issuers and analysts expect.' }),
    sources: z.array(SourceAnswer),
  }),
  evidence: z.object({
    snapshot: Snapshot,
    evidence: EvidenceAnswer,
    seen: orNull(SeenAnswer, 'Only with `seen`: what was shown of the fact in that version.'),
    sources: z.array(SourceAnswer),
  }),
  inbox: z.object({
    snapshot: Snapshot,
    files: z.array(InboxFileAnswer).openapi({
      description: 'Every file of the inbox: read, of the same content as another, or unreadable.',
    }),
    counts: FateCounts.openapi({ description: 'All numbers found, by what became of them.' }),
    numbers: z.array(InboxNumberAnswer).openapi({
      description: 'With `document`: its numbers that are not published.',
    }),
  }),
  changes: z.object({
    snapshot: Snapshot,
    since: z.string(),
    changes: z.array(ChangeAnswer).openapi({ description: 'The newest first.' }),
    removed: z.array(ObservationAnswer).openapi({
      description:
        'With `since` a snapshot: what it showed of facts that are no longer stated. Empty for a day.',
    }),
    sources: z.array(SourceAnswer),
  }),
  versions: z.object({
    snapshot: Snapshot,
    versions: z.array(VersionAnswer).openapi({ description: 'The newest first.' }),
  }),
  calendar: z.object({
    snapshot: Snapshot,
    today: z.string().openapi({
      format: 'date',
      description: 'The day that the answer is of; documents dated later, or not at all, are not in it.',
    }),
    releases: z.array(ReleaseAnswer).openapi({
      description: 'What is overdue first, the longest first; then what is due, ahead, unknown, lapsed.',
    }),
    sources: z.array(SourceAnswer).openapi({ description: 'The documents of the last editions.' }),
  }),
  health: z.object({ status: z.literal('ok'), snapshot: Snapshot }),
  readiness: z.object({
    status: z.literal('ok'),
    snapshot: Snapshot,
    waiting: z
      .object({
        file: z.string(),
        reason: z.string(),
        since: z.string().openapi({ format: 'date-time', description: 'When it was first tried.' }),
      })
      .nullable()
      .openapi({
        description:
          'A published file that cannot be opened, while the snapshot named above answers; it is tried again every few seconds. null when what is published is what answers.',
      }),
  }),
}

/** What the server answers, by question. */
export type Answer<Question extends keyof typeof answers> = z.infer<(typeof answers)[Question]>
