import { z } from 'zod'
import { identityRuleCodes } from '#data/model/identity-rule.ts'

const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** Where something holds: every indicator, region or month unless said. */
const Scope = z.strictObject({
  indicators: z.array(z.string()).optional(),
  regions: z.array(z.string()).optional(),
  from: Month.optional(),
  to: Month.optional(),
})
export type Scope = z.infer<typeof Scope>

/** How much more than rounding two sides may differ: in the unit compared, or as a part of the value. */
const Tolerance = Scope.extend({
  absolute: z.number().positive().optional(),
  relative: z.number().positive().optional(),
  reason: Text,
}).refine(({ absolute, relative }) => (absolute === undefined) !== (relative === undefined), {
  message: 'absolute 与 relative 须恰有其一',
})
export type Tolerance = z.infer<typeof Tolerance>

const Severity = z.enum(['hard', 'soft'])

/** A rule, how grave a finding is, and where it is looser. */
const Rule = z.strictObject({
  code: z.enum(identityRuleCodes),
  /** One document contradicting itself, and two documents contradicting each other. */
  severity: z.strictObject({ within: Severity, across: Severity }),
  tolerances: z.array(Tolerance).default([]),
  /** Where the issuer re-sets last year's figures: a gap up to this part of the value is a break, not an error. */
  rebased: z.array(Scope.extend({ relative: z.number().positive(), reason: Text })).default([]),
  /** Where the rule does not hold, and why. */
  except: z.array(Scope.extend({ reason: Text })).default([]),
})
export type Rule = z.infer<typeof Rule>

/** A whole and its parts, which never overlap; `isComplete`: together they are the whole. */
const Composition = z.strictObject({
  whole: z.string(),
  parts: z.array(z.string()).min(1),
  isComplete: z.boolean(),
  from: Month.optional(),
  to: Month.optional(),
})
export type Composition = z.infer<typeof Composition>

/** A group whose members are the largest regions of the period: those that its own document names. */
const Leaders = z.strictObject({ group: z.string(), count: z.int().min(2) })

/** An indicator that is one indicator divided by another, times a factor. */
const Ratio = z.strictObject({
  ratio: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  factor: z.number().positive(),
})

/** How far from the line through its neighbours in time a figure may lie: as a part of it for amounts, in points for percentages. */
const Course = z.strictObject({
  indicator: z.string(),
  measure: z.enum(['level', 'net_add', 'yoy_pct', 'share_pct']),
  limit: z.number().positive(),
})

/** How many times larger or smaller than its own course a province's figure of a year may be. */
const YearlyCourse = z.strictObject({ indicator: z.string(), factor: z.number().gt(1) })

/** data/catalog/identities.json: what figures must satisfy among each other. */
export const Identities = z.strictObject({
  rules: z.array(Rule),
  parts: z.array(Composition),
  regions: z.array(Composition),
  leaders: z.array(Leaders),
  ratios: z.array(Ratio),
  courses: z.array(Course),
  yearlyCourses: z.array(YearlyCourse),
})
export type Identities = z.infer<typeof Identities>
