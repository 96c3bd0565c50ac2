import { z } from '@hono/zod-openapi'
import type { Field } from '#server/charts/index.ts'

/** What the OpenAPI document says of a parameter beside the words that it takes. */
interface Meaning {
  readonly description: string
  readonly example?: string
  /** Several with commas. */
  readonly isList?: true
  readonly format?: 'date'
  readonly bounds?: readonly [least: number, most: number]
}

/** The bounds of a picture in pixels: less shows nothing, more nobody needs and costs. */
export const sizes = { width: [280, 2000], height: [200, 2000] } as const

/** Of every parameter that the address of a chart or of a brief takes. */
const meanings = {
  view: {
    description:
      'The kind of chart; trend when left out. Where the numbers do not suit it, the nearest that fits.',
  },
  indicator: { description: 'An indicator code.', example: 'software_revenue' },
  measure: { description: 'What is said about the indicator; the one most printed when left out.' },
  compilation: { description: 'Compilation; that of the newest numbers when left out.' },
  basis: { description: 'Basis; one that the indicator has when left out. No chart mixes them.' },
  transform: { description: 'What is made of the levels; none when left out.' },
  indexBase: { description: 'With transform=index, the period that is 100.', example: '2024' },
  region: { description: 'Region codes, 60 at most; CN when left out.', example: 'CN,520000', isList: true },
  from: { description: 'The first year that is shown.', example: '2020' },
  to: { description: 'The last year that is shown.', example: '2025' },
  versus: {
    description:
      'Of a share: `indicator:CODE` or `region:CODE`, the whole; `stated`, the one that the document states; `usual`.',
    example: 'usual',
  },
  group: { description: 'Which regions are compared.' },
  when: { description: 'The newest number of each region, or all at one period.' },
  period: { description: 'At which period regions are compared; the newest when left out.', example: '2024' },
  against: { description: 'The period that a slope begins with.', example: '2022' },
  asOf: {
    description: 'Only numbers whose document was out by this day. Beside snapshot: where that is gone.',
    format: 'date',
  },
  snapshot: {
    description:
      'The numbers of this version, an id of /versions; the current one when left out. Gone and with asOf: a redirect to that day.',
    example: '0123456789abcdef',
  },
  lang: { description: 'The language of the words; zh when left out.' },
  theme: { description: 'Colours; light when left out.' },
  preset: { description: 'Where the picture is going to stand; page when left out.' },
  scale: { description: 'Of PNG, pixels for each in either direction; that of the preset when left out.' },
  width: { description: 'In place of that of the preset, in pixels at scale 1.', bounds: sizes.width },
  height: {
    description: 'In place of as high as the chart needs, in pixels at scale 1.',
    bounds: sizes.height,
  },
  caption: {
    description: 'A line of at most 80 characters; the title of the chart when left out.',
    example: '软件业',
  },
  say: { description: 'How long the sentence is that stands beside the chart; short when left out.' },
  title: { description: 'A line of at most 80 characters.', example: '数字经济简报' },
  layout: {
    description: 'Four charts a page, a chart a page with its numbers, or slides; page when left out.',
  },
  made: { description: 'When the brief was made, with since; now when left out.', format: 'date' },
  since: { description: 'With which version it was made, an id of /versions.', example: '0123456789abcdef' },
} as const satisfies Readonly<Record<string, Meaning>>

export type Described = Partial<Readonly<Record<keyof typeof meanings, Pick<Field<unknown>, 'words'>>>>

/**
 * What an address takes, for the OpenAPI document.
 * @param before what stands before each name: `1.` of the first chart of a brief.
 */
export function describeAddress(fields: Described, before = ''): Record<string, z.ZodType> {
  const names = Object.keys(fields) as (keyof typeof meanings)[]
  return Object.fromEntries(
    names.map((name) => {
      const schema = schemaOf(meanings[name], fields[name]?.words)
      return [before + name, name === 'indicator' ? schema : schema.optional()]
    }),
  )
}

function schemaOf(
  { description, example, isList, format, bounds }: Meaning,
  words: readonly string[] | undefined,
) {
  if (bounds)
    return z.string().openapi({ type: 'integer', description, minimum: bounds[0], maximum: bounds[1] })
  if (words) return z.enum(words).openapi({ description })
  if (!isList)
    return z.string().openapi({ description, ...(format && { format }), ...(example && { example }) })
  return z.string().openapi({
    param: { style: 'form', explode: false },
    type: 'array',
    items: { type: 'string' },
    description: `${description} Several with commas.`,
    example: example?.split(','),
  })
}
