import type { Schema } from './open-api.ts'

/** A field of an answer. */
export interface Field {
  /** From the outside in: `series[].points[].value`. */
  readonly name: string
  readonly schema: Schema
  /** Whether it is there in every answer. */
  readonly isAlways: boolean
}

/**
 * Every field of a schema, those of its parts too, in the order of the document. What a schema of the document's own names
 * is not followed: it has a section of its own.
 */
export function fieldsOf(schema: Schema, above = ''): Field[] {
  return objectsOf(schema).flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([own, each]) => {
      const name = `${above}${own}${isList(each) ? '[]' : ''}`
      const inside = isBilingual(each) ? [] : fieldsOf(each, `${name}.`)
      return [{ name, schema: each, isAlways: required.includes(own) }, ...inside]
    }),
  )
}

/** The objects that a schema describes, as itself, as a part, as one of several or as the items of a list. */
function objectsOf(schema: Schema): Schema[] {
  const { properties, allOf = [], anyOf = [], items } = schema
  const parts = [...allOf, ...anyOf, ...(items ? [items] : [])]
  return [...(properties ? [schema] : []), ...parts.flatMap(objectsOf)]
}

const isList = ({ type, items }: Schema) => items !== undefined || [type].flat().includes('array')

/** Whether it is one text in both languages. */
export function isBilingual({ properties = {} }: Schema): boolean {
  const texts = Object.entries(properties)
  return (
    texts.length === 2 && texts.every(([name, { type }]) => ['zh', 'en'].includes(name) && type === 'string')
  )
}
