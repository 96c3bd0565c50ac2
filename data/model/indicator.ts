import { z } from 'zod'
import { compilationCodes } from './compilation.ts'
import { type Measure, measureEntry } from './measure.ts'
import { type Basis, bases, type Time } from './period.ts'
import { powerOf, type Unit } from './unit.ts'

const Name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

export const Topic = z.strictObject({
  code: z.string(),
  name: Name,
  headline: z.string(),
  /** What a region is known by beside the headline, the most telling first. */
  leads: z.array(z.string()).default([]),
  /** Words of prose that name the industry: after them, 营业收入 is the industry's. */
  words: z.array(z.string().min(2)).default([]),
})
export type Topic = z.infer<typeof Topic>

/** Words that mean an indicator when `topic` is the industry spoken of, or when one of `after` was named last. */
const InContext = z.strictObject({
  words: z.array(z.string().min(1)).min(1),
  topic: z.string().optional(),
  after: z.array(z.string()).optional(),
  /** Only where it is all that is said of the subject: 「其中智能手机2.8亿台」, not 「智能手机品牌」. */
  alone: z.boolean().optional(),
})

/** For every target of the indicator, or for those of one source or region. */
const TargetNote = Name.extend({
  source: z.string().optional(),
  region: z.string().optional(),
  /** The target is of something else than what is measured: neither gap nor pace would mean anything. */
  comparable: z.literal(false).optional(),
})

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** 口径: where numbers stop being comparable with those before. */
const Break = z
  .strictObject({
    /** Every region where left out. */
    region: z.string().optional(),
    /** Every compilation where left out. */
    compilation: z.enum(compilationCodes).optional(),
    /** The last month on the old base, and the first on the new. */
    before: Month,
    after: Month,
    /** How much of a value it moves at most: what differs by more is an error still. */
    size: z.number().positive(),
    reason: Name,
  })
  .refine(({ before, after }) => before < after, { message: 'after 须晚于 before' })
export type Break = z.infer<typeof Break>

/** What is counted. `code` is the identity; everything else may be edited without touching a figure. */
export const Indicator = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: Name,
  /** Other words official prose uses for the very same thing. */
  aliases: z.array(z.string().min(2)).default([]),
  /** Words that mean this only in context: 普及率 after mobile phones, 利润总额 where the industry is spoken of. */
  inContext: z.array(InContext).default([]),
  topic: z.string(),
  kind: z.enum(['flow', 'stock', 'ratio', 'index']),
  /** What a level covers; a flow always a span, a stock a moment unless said otherwise. */
  time: z.enum(['span', 'moment']).optional(),
  unit: z.string(),
  /** The classifier a reader expects when the unit counts things: 户 个 家. */
  counter: z.string().optional(),
  /** Printed units that only this indicator makes clear: GB for GB/户·月. */
  printedAs: z.record(z.string(), z.string()).default({}),
  /** How regions make up their group. */
  aggregation: z.enum(['sum', 'weighted', 'none']),
  weightedBy: z.string().optional(),
  /** The whole of which this is a part. */
  partOf: z.string().optional(),
  /** false where levels of different times and places are not of one price base, so that only printed growth compares them. */
  comparable: z.boolean().default(true),
  /** Levels are at current prices and growth is published at constant ones: what levels make is another growth. */
  growsInConstantPrices: z.literal(true).optional(),
  /** The whole, when the indicator itself is a share: GDP. */
  shareOf: z.string().optional(),
  /** The part whose share it is: its share of `shareOf` goes by this indicator's name. */
  part: z.string().optional(),
  /** Compilations whose figures differ, so that each is a series of its own; empty where all agree within rounding. */
  compilations: z.array(z.enum(compilationCodes)).default([]),
  definition: Name,
  /** 口径: what to beware of, and since when. */
  notes: z.array(Name.extend({ since: z.string().optional() })).default([]),
  /** Progress is downwards: a target is reached from above. */
  lessIsBetter: z.literal(true).optional(),
  /** What to beware of when a target or expectation is held against what came of it. */
  targetNotes: z.array(TargetNote).default([]),
  breaks: z.array(Break).default([]),
})
export type Indicator = z.infer<typeof Indicator>

/** What a value of this measure covers. */
export function timeOf(indicator: Pick<Indicator, 'kind' | 'time'>, measure: Measure): Time {
  if (measureEntry(measure).alwaysSpan) return 'span'
  return indicator.time ?? (indicator.kind === 'stock' ? 'moment' : 'span')
}

/** The bases a measure of an indicator can have. */
export function possibleBases(
  indicator: Pick<Indicator, 'kind' | 'time'>,
  measure: Measure,
): readonly Basis[] {
  const moment = timeOf(indicator, measure) === 'moment'
  return bases.filter((basis) => (basis === 'stock') === moment)
}

/** The code of the unit a measure's values are kept in. */
export function unitCodeOf(indicator: Pick<Indicator, 'unit'>, measure: Measure): string {
  const { unit } = measureEntry(measure)
  if (unit === 'percent' || unit === 'pp') return unit
  return unit === 'own_or_pp' && indicator.unit === 'percent' ? 'pp' : indicator.unit
}

/**
 * The power of ten that a unit printed of an indicator stands for in `unit`, that of a measure of it. Printed words
 * that only this indicator makes clear (`printedAs`) name its own unit: % of a growth stays per cent.
 * @returns undefined when the words do not print this unit.
 */
export function printedPower(
  printed: string,
  indicator: Pick<Indicator, 'unit' | 'printedAs'>,
  unit: Unit,
): number | undefined {
  const words = unit.code === indicator.unit ? indicator.printedAs[printed] : undefined
  return powerOf(words ?? printed, unit)
}
