import { z } from 'zod'
import { compilationCodes } from './compilation.ts'

/** How near a document is to the issuer: its own page, a reprint that carries the text, or a retelling. */
export const origins = ['primary', 'repost', 'second_hand'] as const

/** A document that prints figures. Empty fields are unknown. */
export const Source = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
  publisher: z.string().min(1),
  via: z.string(),
  title: z.string().min(1),
  /** The day it was published, as far as known: `2024`, `2024-01` or `2024-01-31`. */
  published: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  origin: z.enum(origins),
  /** That of its numbers, but for those whose row names another. */
  compilation: z.enum(compilationCodes),
})
export type Source = z.infer<typeof Source>
