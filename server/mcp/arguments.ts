/** What is read of the OpenAPI document. */
export interface OpenApi {
  readonly paths?: Readonly<Record<string, PathItem>>
}

interface PathItem {
  readonly get?: { readonly parameters?: readonly unknown[] }
}

interface Parameter {
  readonly name: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Readonly<Record<string, unknown>>
}

/** Of all routes, and of no use to an assistant that asks about now. */
const left: ReadonlySet<string> = new Set(['snapshot', 'includeHistory', 'updatedAfter'])

/**
 * What a route takes, as the JSON Schema of the arguments of a tool.
 * @throws Error when the document has no such route.
 */
export function schemaOf({ paths = {} }: OpenApi, path: string): object {
  const route = paths[`/api/v1${path}`]?.get
  if (!route) throw new Error(`the OpenAPI document has no route ${path}`)
  const parameters = (route.parameters as readonly Parameter[]).filter(({ name }) => !left.has(name))
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map(({ name, description, schema }) => [name, { description, ...oneOrMany(schema) }]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

/** A list may be given as one text too, with commas as in an address. */
const oneOrMany = (schema: Parameter['schema']) =>
  schema['type'] === 'array' ? { anyOf: [schema, { type: 'string' }] } : schema

/** The path and query that ask a route with the arguments of a tool; lists stand with commas. */
export function argumentsOf(path: string, given: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  let address = `/api/v1${path}`
  for (const [name, value] of Object.entries(given)) {
    const text = Array.isArray(value) ? value.join(',') : String(value)
    const place = `{${name}}`
    if (address.includes(place)) address = address.replace(place, encodeURIComponent(text))
    else query.set(name, text)
  }
  return query.size === 0 ? address : `${address}?${query}`
}
