import { type Hook, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { type Compilation, compilationCodes, defaultCompilation } from '#data/model/compilation.ts'
import { transformCodes } from '#data/model/derive/derived.ts'
import { type Measure, measureCodes } from '#data/model/measure.ts'
import { statuses } from '#data/model/observation.ts'
import { bases, type Period, parsePeriod } from '#data/model/period.ts'
import { dayBefore } from '#data/model/published.ts'
import { findingStates, severities } from '#data/store/schema.ts'
import { parseCursor } from './cursor.ts'
import { notFound, Problem, quoted, unreadable } from './errors.ts'
import type { ServerEnv } from './server-env.ts'

/*
 * What each route may be asked, as typed values. Only the form is read here; whether a code exists and whether the
 * question means anything, the queries say.
 */

/** A period as the query string spells it, and the months it covers. */
export interface AskedPeriod {
  readonly text: string
  readonly span: Period
}

const periodForms = '2023、2024-Q1、2024-04 或 2024-01/2024-04'

const PeriodText = (description: string) =>
  z
    .string()
    .transform((text, context): AskedPeriod => {
      const span = parsePeriod(text, 'span')
      if (span) return { text, span }
      context.addIssue({ code: 'custom', message: `时期${quoted(text)}无法识别；可写 ${periodForms}` })
      return z.NEVER
    })
    .openapi({ type: 'string', description, example: '2024-01/2024-04' })

const splitList = (text: string) => [...new Set(text.split(',').map((item) => item.trim()))]

const List = () =>
  z
    .string()
    .refine((text) => splitList(text).every((item) => item !== ''), {
      error: '列表中有空项；多项之间用一个逗号分隔',
    })
    .transform(splitList)

/** How the OpenAPI document says that the items of a list stand in one parameter, with commas between them. */
const withCommas = { style: 'form', explode: false } as const

const CodeList = (description: string, example: string) =>
  List().openapi({
    param: withCommas,
    type: 'array',
    items: { type: 'string' },
    description: `${description} Several with commas.`,
    example: splitList(example),
  })

const oneOf = (words: readonly string[]) => (issue: { readonly input?: unknown }) =>
  issue.input === undefined ? undefined : `没有${quoted(String(issue.input))}；可用：${words.join('、')}`

const WordList = <Word extends string>(words: readonly [Word, ...Word[]], description: string) =>
  List()
    .pipe(z.array(z.enum(words, { error: oneOf(words) })))
    .openapi({
      param: withCommas,
      type: 'array',
      items: { type: 'string', enum: [...words] },
      description: `${description} Several with commas: ${words.join(', ')}.`,
      example: [words[0]],
    })

const OneWord = <Word extends string>(words: readonly [Word, ...Word[]], description: string) =>
  z.enum(words, { error: oneOf(words) }).openapi({ description })

const snapshot = z
  .string()
  .openapi({
    description:
      'The answer of this version, an id of /versions; the current one when left out. One whose file is no longer kept is answered 410 with the nearest asOf, which answers from the data of today.',
    example: '0123456789abcdef',
  })
  .optional()

/** An object that refuses a parameter it does not know, naming those it does. */
const only = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined
      return `没有参数${quoted(issue.keys[0] ?? '')}；可用参数：${Object.keys(shape).join('、')}`
    },
  })

/** Whether a text has the form of the name of a version. */
export const isSnapshotId = (text: string) => /^[0-9a-f]{16}$/.test(text)

/** The parameters of a question. Any can be asked of a version that is kept. */
const question = <Shape extends z.core.$ZodShape>(shape: Shape) => only({ ...shape, snapshot })

const isDay = (text: string) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

const Day = (description: string) =>
  z
    .string()
    .refine(isDay, { error: (issue) => `${quoted(String(issue.input))}不是日期；应写成 2024-06-30` })
    .openapi({ type: 'string', format: 'date', description, example: '2024-06-30' })

const asOf = Day(
  'The answer as it was known at the end of this day: only numbers whose document was out by then (one dated by month or year counts from its end, one without a date is left out), the best of those shown. The same bytes before and after later loads.',
).optional()

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/
const beijing = 8 * 3_600_000

/** The last day whose publications are not after an instant; they count as out at the end of their day in Beijing. */
function lastDayNotAfter(text: string): string | undefined {
  if (isDay(text)) return text
  if (!instantForm.test(text) || !isDay(text.slice(0, 10))) return undefined
  const time = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}+08:00`)
  return Number.isNaN(time) ? undefined : dayBefore(new Date(time + beijing).toISOString().slice(0, 10))
}

const updatedAfter = z
  .string()
  .transform((text, context) => {
    const day = lastDayNotAfter(text)
    if (day !== undefined) return day
    const message = `${quoted(text)}不是时刻；应写成 2024-06-30 或 2024-06-30T12:00:00+08:00`
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
  .openapi({
    type: 'string',
    description:
      'Only what changed after this instant: numbers published later than it. A date means its end; an instant without an offset is Beijing time (write + as %2B). Numbers without a date of publication are left out.',
    example: '2024-06-30',
  })
  .optional()

const Flag = (description: string) =>
  z
    .enum(['true', 'false'], { error: oneOf(['true', 'false']) })
    .transform((word) => word === 'true')
    .openapi({ type: 'boolean', description })

/** Which compilation an indicator's number is of, where its compilations differ. */
const compilationWords =
  'Compilation: express (monthly statistics), annual (annual report), census, survey. Indicators whose compilations agree have one series, which answers whatever is asked.'
const Compilations = WordList(compilationCodes, `${compilationWords} express when left out.`).default(
  (): Compilation[] => [defaultCompilation],
)
const OneCompilation = OneWord(compilationCodes, `${compilationWords} express when left out.`).default(
  defaultCompilation,
)

const indicatorList = CodeList('Indicator codes.', 'software_revenue')

/** What no question in words is longer than. */
const longestQuestion = 300

const Words = (description: string, example: string) =>
  z
    .string()
    .trim()
    .min(1, { error: '请写出要问的话' })
    .max(longestQuestion, { error: `问题太长；最多 ${longestQuestion} 个字` })
    .openapi({ description, example })

export const AskQuery = question({
  q: Words(
    'A question in words: Chinese, English, pinyin, initials or a mixture; typing errors are mended.',
    '2024年各省软件业务收入',
  ),
  today: Day(
    'The day on which it is asked, from which 去年 counts; the day of the request in Beijing when left out.',
  ).optional(),
  lang: OneWord(['zh', 'en'], 'The language of the sentence and the labels; zh when left out.').default('zh'),
})
export type AskQuery = z.output<typeof AskQuery>

export const FindQuery = question({
  q: Words('Words of a name: Chinese, English, pinyin or initials.', '软件收入'),
})
export type FindQuery = z.output<typeof FindQuery>

/** Of the routes that take nothing else. */
export const CatalogueQuery = question({})

export const SeriesQuery = question({
  indicator: indicatorList,
  region: CodeList('Region codes; CN when left out.', 'CN,520000').default(['CN']),
  measure: WordList(measureCodes, 'Measures; level when left out.').default((): Measure[] => ['level']),
  compilation: Compilations,
  basis: WordList(bases, 'Bases; every basis the indicator can have when left out.').optional(),
  from: PeriodText('No number whose last month is before the first month of this period.').optional(),
  to: PeriodText('No number whose last month is after the last month of this period.').optional(),
  transform: OneWord(
    transformCodes,
    'What is made of the levels; none when left out. A derived number names its method and parents.',
  ).default('none'),
  indexBase: PeriodText(
    'With transform=index, the period that is 100. When left out, the earliest between from and to for which all series of a basis have an exact number, without 超 or 近, else most; each series names it.',
  ).optional(),
  asOf,
  updatedAfter,
  includeHistory: Flag(
    'true: every version of each number in order of publication, each with the days it was the one shown.',
  ).default(false),
}).superRefine(({ from, to }, context) => {
  if (!from || !to || from.span.start <= to.span.end) return
  const message = `${quoted(from.text)}晚于 to 的${quoted(to.text)}；请对调`
  context.addIssue({ code: 'custom', path: ['from'], message })
})
export type SeriesQuery = z.output<typeof SeriesQuery>

export const CompareQuery = question({
  indicator: z.string().openapi({ description: 'An indicator code.', example: 'software_revenue' }),
  period: PeriodText('The latest with numbers of two of the regions when left out.').optional(),
  regions: CodeList(
    'Region codes and group words (zones, provinces, clusters, cities, members:CODE for the members of a group); provinces when left out.',
    'zones',
  ).default(['provinces']),
  measure: OneWord(measureCodes, 'What is said about the indicator; level when left out.').default('level'),
  compilation: OneCompilation,
  basis: OneWord(bases, 'Cumulative where the period admits it when left out.').optional(),
  of: z
    .string()
    .openapi({
      description:
        'The whole of a share: an indicator, region:CODE, or empty. The most frequent when left out.',
    })
    .optional(),
  asOf,
})
export type CompareQuery = z.output<typeof CompareQuery>

export const CompareLatestQuery = only((({ period: _, ...shape }) => shape)(CompareQuery.shape))
export type CompareLatestQuery = z.output<typeof CompareLatestQuery>

/** The most rows one answer holds. */
export const mostRows = 10_000

const Limit = z
  .string()
  .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= mostRows, {
    error: `应是 1 到 ${mostRows} 的整数`,
  })
  .transform(Number)
  .openapi({
    type: 'integer',
    minimum: 1,
    maximum: mostRows,
    description: 'The most rows wanted; 1000 when left out.',
  })

const CursorText = z
  .string()
  .transform((text, context) => {
    const position = parseCursor(text)
    if (position) return position
    context.addIssue({ code: 'custom', message: '不是本接口给出的游标；请原样使用上一页的 nextCursor' })
    return z.NEVER
  })
  .openapi({ type: 'string', description: 'nextCursor of the page before.' })

export const ObservationsQuery = question({
  indicator: indicatorList.optional(),
  region: CodeList('Region codes.', 'CN,520000').optional(),
  period: PeriodText('Exactly this period.').optional(),
  measure: WordList(measureCodes, 'Measures.').optional(),
  compilation: WordList(compilationCodes, `${compilationWords} Every one when left out.`).optional(),
  status: WordList(statuses, 'Statuses.').optional(),
  source: z.string().openapi({ description: 'A source id.', example: 'web-001' }).optional(),
  asOf,
  updatedAfter,
  limit: Limit.default(1000),
  cursor: CursorText.optional(),
})
export type ObservationsQuery = z.output<typeof ObservationsQuery>

const aTopic = z.string().openapi({ description: 'A topic code.', example: 'software' }).optional()

export const LatestQuery = question({
  region: z.string().openapi({ description: 'A region code.', example: 'CN' }).default('CN'),
  topic: aTopic,
  asOf,
})
export type LatestQuery = z.output<typeof LatestQuery>

export const StandingQuery = question({
  region: z.string().openapi({ description: 'A region code.', example: '520000' }),
  asOf,
})
export type StandingQuery = z.output<typeof StandingQuery>

const lang = OneWord(['zh', 'en'], 'The language of the words; zh when left out.').default('zh')

export const SentenceQuery = question({
  indicator: z.string().openapi({ description: 'An indicator code.', example: 'software_revenue' }),
  region: CodeList('Region codes; CN when left out.', 'CN').default(['CN']),
  period: PeriodText('The newest that most of the regions have when left out.').optional(),
  measure: OneWord(measureCodes, 'What is said of the indicator; level when left out.').default('level'),
  compilation: OneWord(
    compilationCodes,
    `${compilationWords} That of the newest number when left out.`,
  ).optional(),
  basis: OneWord(bases, 'Cumulative where the period admits it when left out.').optional(),
  lang,
  asOf,
})
export type SentenceQuery = z.output<typeof SentenceQuery>

export const VerdictsQuery = question({
  region: z.string().openapi({ description: 'A region code.', example: 'CN' }).default('CN'),
  lang,
  asOf,
})
export type VerdictsQuery = z.output<typeof VerdictsQuery>

const someIndicators = indicatorList.optional()
const someRegions = CodeList('Region codes.', 'CN,520000').optional()

export const ConflictsQuery = question({
  indicator: someIndicators,
  region: someRegions,
  compatible: Flag(
    'true: only facts whose statements can all be right, as one is the rounding of the other; false: only those that cannot.',
  ).optional(),
})
export type ConflictsQuery = z.output<typeof ConflictsQuery>

export const InboxQuery = question({
  document: z.string().optional().openapi({
    description: 'The id of a document: its numbers that are not published.',
    example: 'doc-0123456789ab',
  }),
})
export type InboxQuery = z.output<typeof InboxQuery>

export const ChecksQuery = question({
  severity: WordList(severities, 'Severities.').optional(),
  state: WordList(findingStates, 'States.').optional(),
  indicator: someIndicators,
  region: someRegions,
})
export type ChecksQuery = z.output<typeof ChecksQuery>

export const TargetsQuery = question({ indicator: someIndicators, region: someRegions, asOf })
export type TargetsQuery = z.output<typeof TargetsQuery>

export const ChangesQuery = question({
  since: z
    .string()
    .refine((text) => isDay(text) || isSnapshotId(text), {
      error: (issue) =>
        `${quoted(String(issue.input))}既不是日期也不是版本；应写成 2024-06-30，或 /api/v1/versions 所列的 id`,
    })
    .openapi({
      type: 'string',
      description:
        'A day: changes by documents published on or after it. A snapshot (an id of /versions): what is shown otherwise in the version that answers.',
      example: '2024-06-30',
    }),
  indicator: someIndicators,
  region: someRegions,
})
export type ChangesQuery = z.output<typeof ChangesQuery>

export const EvidenceQuery = question({
  seen: z
    .string()
    .refine(isSnapshotId, {
      error: (issue) =>
        `${quoted(String(issue.input))}不是版本；应写成 /api/v1/versions 所列的 id，如 0123456789abcdef`,
    })
    .openapi({
      description:
        'The version in which a reader saw the number, an id of /versions, kept or not: the answer says what was shown of it then, and whether that changed.',
      example: '0123456789abcdef',
    })
    .optional(),
})
export type EvidenceQuery = z.output<typeof EvidenceQuery>

/** Of answers that depend on the day they are given. */
const today = Day(
  'The day that the answer is of, by whose end everything that it knows was out; the day of the request in Beijing when left out.',
).optional()

export const CalendarQuery = question({
  today,
  topic: aTopic,
  region: someRegions,
  indicator: someIndicators,
})
export type CalendarQuery = z.output<typeof CalendarQuery>

export const FeedQuery = question({
  today: Day(
    'The day on which releases are overdue; the day of the request in Beijing when left out.',
  ).optional(),
  topic: aTopic,
  region: someRegions,
  indicator: someIndicators,
  lang,
})
export type FeedQuery = z.output<typeof FeedQuery>

/** The questions a file can answer, each with the parameters of its own route; a file is whole where no limit is named. */
export const exportQueries = {
  series: SeriesQuery,
  compare: CompareQuery,
  compare_latest: CompareLatestQuery,
  observations: only({ ...ObservationsQuery.shape, limit: Limit.optional() }),
}
export type Question = keyof typeof exportQueries

const questions = Object.keys(exportQueries) as [Question, ...Question[]]

/** What is asked of the file itself. */
const fileOptions = {
  lang,
  bom: Flag(
    'true: text begins with the mark of UTF-8, without which Excel shows Chinese wrongly; false when left out.',
  ).optional(),
}

/** Every parameter of every question; the question's own schema decides which of them it takes. */
export const ExportQuery = only({
  question: OneWord(questions, 'Which route’s question the file answers.'),
  ...fileOptions,
  ...only({ ...exportQueries.observations.shape, ...CompareQuery.shape, ...SeriesQuery.shape }).partial()
    .shape,
})

/**
 * Reads the parameters of one question of an export.
 * @throws Problem 400 naming the first parameter at fault.
 */
export function parseQuestion<Schema extends z.ZodType>(schema: Schema, c: Context): z.output<Schema> {
  const ofFile = new Set(['question', ...Object.keys(fileOptions)])
  const rest = Object.entries(c.req.query()).filter(([name]) => !ofFile.has(name))
  const read = schema.safeParse(Object.fromEntries(rest))
  if (!read.success) throw toProblem(read.error, c)
  return read.data
}

/**
 * Reads parameters that the program itself puts together.
 * @throws Problem 400 naming the first parameter at fault.
 */
export function parseParameters<Schema extends z.ZodType>(
  schema: Schema,
  parameters: Readonly<Record<string, string>>,
): z.output<Schema> {
  const read = schema.safeParse(parameters)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = String(issue?.path[0] ?? '')
  throw unreadable(`参数 ${field}：${issue?.message ?? ''}`, field)
}

/** Turns input that a schema refused into the one error shape, for every route. */
export const refuseInput: Hook<unknown, ServerEnv, string, void> = (result, c) => {
  if (result.success) return
  const [issue] = result.error.issues
  if (result.target === 'param')
    throw notFound(issue?.message ?? '没有这个路径', String(issue?.path[0] ?? ''))
  throw toProblem(result.error, c)
}

/** For a route that takes no parameters. */
export const refuseParameters: MiddlewareHandler<ServerEnv> = async (c, next) => {
  const [unknown] = Object.keys(c.req.query())
  if (unknown !== undefined) {
    throw new Problem(400, 'unknown_parameter', `没有参数${quoted(unknown)}；此处不收参数`, unknown)
  }
  await next()
}

/** 400: a parameter that stands in the address more than once. */
export const repeated = (field: string, given: number) =>
  new Problem(400, 'repeated_parameter', `参数 ${field} 给了 ${given} 次；多项请用逗号写在一个参数里`, field)

function toProblem({ issues: [issue] }: z.ZodError, c: Context): Problem {
  if (issue?.code === 'unrecognized_keys')
    return new Problem(400, 'unknown_parameter', issue.message, issue.keys[0])
  const field = String(issue?.path[0] ?? '')
  const given = c.req.queries(field)?.length ?? 0
  if (given > 1) return repeated(field, given)
  if (given === 0 && field !== '') {
    return new Problem(400, 'missing_parameter', `缺少参数 ${field}`, field)
  }
  return unreadable(`参数 ${field}：${issue?.message ?? ''}`, field)
}
