import { z } from 'zod'
import { compilationCodes } from './compilation.ts'
import { type Dated, datingCodes, isDatedAsWritten } from './dating.ts'

/** How near a document is to the issuer: its own page, a reprint that carries the text, or a retelling. */
export const origins = ['primary', 'repost', 'second_hand'] as const

/** A word of a closed list; another is told which there are. */
const OneOf = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.enum(words, {
    error: ({ input }) => `「${input}」应为 ${words.map((word) => word || '空').join('、')} 之一`,
  })

/** A document that prints figures. Empty fields are unknown. */
export const Source = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
    /** Who is responsible for the numbers, by Chinese name. */
    issuers: z.array(z.string().min(1)).min(1),
    /** Where the numbers were read, where that is not a page of the issuer. */
    carrier: z.string(),
    title: z.string().min(1),
    /** What a reader should know of the document, in our words. */
    remark: z.string(),
    /** When it was published, as far as known: `2024`, `2024-01` or `2024-01-31`. */
    published: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/),
    /** What `published` is; '' without it. */
    dating: OneOf(['', ...datingCodes]),
    url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    origin: OneOf(origins),
    /** That of its numbers, but for those whose row names another. */
    compilation: OneOf(compilationCodes),
    /** The region whose matters its issuers answer for, all of them; '' where there is none. */
    place: z.string(),
  })
  .refine(isDatedAsWritten, {
    path: ['dating'],
    error: ({ input }) => sayMisdated(input as Dated),
  })
export type Source = z.infer<typeof Source>

/** Whether who wrote a document tells the numbers of others, in words and under a title of the own. */
export const isRetold = ({ origin }: Pick<Source, 'origin'>) => origin === 'second_hand'

/** The columns of a catalogue file, in order: `place` is told by the issuers. */
export const sourceColumns = Object.keys(Source.shape).filter((name) => name !== 'place')

/** Issuers in one cell of a catalogue file: 、 stands within names. */
const separator = ';'
export const splitIssuers = (cell: string): string[] => cell.split(separator).map((name) => name.trim())
export const joinIssuers = ({ issuers }: Pick<Source, 'issuers'>): string => issuers.join(separator)

function sayMisdated({ published, dating }: Dated): string {
  const fitting = datingCodes.filter((code) => isDatedAsWritten({ published, dating: code }))
  const advice = fitting.length > 0 ? fitting.join('、') : '空'
  return `「${dating}」与日期「${published}」的写法不符，这样写的日期应为 ${advice}`
}
