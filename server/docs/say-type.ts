import { html } from 'hono/html'
import { isBilingual } from './fields-of.ts'
import { type Html, join } from './html.ts'
import type { Schema } from './open-api.ts'
import type { Words } from './words.ts'

/** Of what kind a value is, in words; a schema of the document's own is a link to its section. */
export function sayType(schema: Schema, words: Words): Html {
  const { $ref, anyOf, allOf, items, prefixItems } = schema
  if ($ref !== undefined) return linkToShape(nameOf($ref))
  if (anyOf)
    return join(
      anyOf.map((each) => sayType(each, words)),
      words.or,
    )
  if (allOf)
    return join(
      allOf.filter(hasType).map((each) => sayType(each, words)),
      words.and,
    )
  if (prefixItems)
    return html`[${join(
      prefixItems.map((each) => sayType(each, words)),
      ', ',
    )}]`
  if (items) return html`${words.types['array']}${words.of}${sayType(items, words)}${orNull(schema, words)}`
  if (isBilingual(schema)) return html`<code>{zh, en}</code>${orNull(schema, words)}`
  const kinds = [schema.type ?? 'object'].flat().map((kind) => sayKind(kind, schema, words))
  return join(kinds, words.or)
}

/** The words that a value may be, of the items where it is a list. */
export function wordsOf({ enum: own, items, type }: Schema): readonly string[] {
  const listed = own ?? items?.enum ?? []
  if (type === 'boolean') return ['true', 'false']
  return listed.filter((word) => word !== null)
}

export const linkToShape = (name: string): Html => html`<a href="#shape-${name}">${name}</a>`

const nameOf = ($ref: string) => $ref.split('/').at(-1) ?? $ref

/** A part that only adds a description has none. */
const hasType = ({ $ref, type, anyOf, allOf }: Schema) => Boolean($ref ?? type ?? anyOf ?? allOf)

const orNull = ({ type }: Schema, { or }: Words): Html =>
  type?.includes('null') ? html`${or}<code>null</code>` : html``

function sayKind(kind: string, { format }: Schema, { types }: Words): Html {
  if (kind === 'null') return html`<code>null</code>`
  return html`${types[(kind === 'string' && format) || kind] ?? kind}`
}
