import { z } from '@hono/zod-openapi'
import { ErrorAnswer } from '#server/answers.ts'
import { undatedHeader } from '#server/vintage.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
})

/** The answer of a route that succeeds. */
export const ok = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: json(description, schema),
})

/** Bodies of several media types, none of them JSON. */
export const bodies = (formats: readonly { readonly mediaType: string }[]) =>
  Object.fromEntries(formats.map(({ mediaType }) => [mediaType, { schema: z.string() }]))

const undated = z.object({
  [undatedHeader]: z.string().optional().openapi({
    type: 'integer',
    description:
      'With asOf, updatedAfter or includeHistory: how many numbers fit the question and were left out, as their document has no date of publication. Not part of the body, which later loads leave as it is.',
  }),
})

/** The answer of a route that can be asked about a day. */
export const okOfDay = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { ...json(description, schema), headers: undated },
})

/*
 * Typed without their statuses: an error is thrown and answered in one place, so that handlers and the typed client
 * see only what a route answers when it succeeds. The OpenAPI document shows them all.
 */
const unreadable = { 400: json('The question cannot be read; `field` names the parameter.', ErrorAnswer) }
const absent = {
  404: json(
    'There is no such code or version; the message names the nearest, or where all are listed.',
    ErrorAnswer,
  ),
}
const meaningless = {
  422: json('The question can be read and means nothing, or its answer is too large.', ErrorAnswer),
}
const gone = {
  410: json(
    'The version is no longer kept; the message names its time, the nearest `asOf` and an address that answers.',
    ErrorAnswer,
  ),
}
/** For a route that opens what was there once. */
export const goneFact: object = {
  410: json(
    'The fact is no longer stated: the message says what it was, from which version on it is gone and, where a person struck it out, why. Or the version is no longer kept.',
    ErrorAnswer,
  ),
}
const unchanged = { 304: { description: 'What If-None-Match names is still right.' } }
const unacceptable = { 406: json('Accept-Encoding takes no encoding that there is.', ErrorAnswer) }
const failed = {
  500: json('The server failed; its log says why.', ErrorAnswer),
  503: json(
    '`busy`: too many ask at once; `too_slow`: stopped at its time limit; `unavailable`: too many versions are in use. See Retry-After.',
    ErrorAnswer,
  ),
}

/** For a picture that is frozen at a version. */
export const toTheDay = {
  302: { description: 'The version is no longer kept: `Location` is the picture of the day of `asOf`.' },
}

/** For a route that machines ask whether all is well. */
export const probeErrors: object = { ...unreadable, ...failed }
/** For a route that takes no parameters. */
export const listErrors: object = { ...unchanged, ...unreadable, ...unacceptable, ...failed }
/** For a route that answers in one of the formats that others agreed on. */
export const oembedErrors = {
  ...unreadable,
  404: json('The address is none of ours, or shows no chart.', ErrorAnswer),
  ...unacceptable,
  501: json('There is no such format: only `json`.', ErrorAnswer),
  ...failed,
}
/** For a route that looks versions and codes up. */
export const lookUpErrors: object = { ...listErrors, ...absent, ...gone }
/** For a route whose parameters must fit one another. */
export const questionErrors: object = { ...lookUpErrors, ...meaningless }
