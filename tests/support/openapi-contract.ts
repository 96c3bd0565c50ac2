import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { z } from 'zod'

/*
 * What the OpenAPI document promises, read from the document alone: none of the server's own schemas take part, and
 * answers are held against it by a validator that the server does not use.
 */

const Schema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  items: z.object({ enum: z.array(z.string()).optional() }).optional(),
})

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['query', 'path']),
  required: z.boolean().default(false),
  explode: z.boolean().default(true),
  schema: Schema,
})
export type Parameter = z.output<typeof Parameter>

const Operation = z.object({
  parameters: z.array(Parameter).default([]),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).default({}) })),
})

const Document = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.strictObject({ get: Operation })),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

/** Something that can be asked: a path, or one question of a path that answers several. */
export interface Route {
  /** The path, and the question where there are several. */
  readonly name: string
  readonly path: string
  /** What is always asked. */
  readonly fixed: Readonly<Record<string, string>>
  readonly parameters: readonly Parameter[]
  /** Status → media types. */
  readonly responses: Readonly<Record<string, readonly string[]>>
}

export interface Contract {
  readonly paths: readonly string[]
  readonly routes: readonly Route[]
  readonly schemas: readonly string[]
  /** What of an answer the document does not promise; empty when all is well. Reads the body. */
  readonly breaches: (route: Route, response: Response) => Promise<string[]>
}

/** @param parsed the body of `/openapi.json`. */
export function readContract(parsed: unknown): Contract {
  const { paths, components } = Document.parse(parsed)
  const ajv = new Ajv2020({ strictTypes: false, strictTuples: false, formats })
  ajv.addVocabulary(['example', 'openapi', 'info', 'paths', 'components', 'webhooks'])
  ajv.addSchema(closed(parsed), 'openapi')
  const validator = (path: string, status: string, mediaType: string) => {
    const steps = ['paths', path, 'get', 'responses', status, 'content', mediaType, 'schema'].map(escaped)
    const found = ajv.getSchema(`openapi#/${steps.join('/')}`)
    if (!found) throw new Error(`${path} has no schema for ${status} ${mediaType}`)
    return found
  }
  return {
    paths: Object.keys(paths),
    routes: Object.entries(paths).flatMap(([path, { get }]) => questionsOf(path, get, paths)),
    schemas: Object.keys(components.schemas),
    breaches: (route, response) => breachesOf(route, response, validator),
  }
}

/** The forms of text that the document names. */
const formats = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
}

type Paths = z.output<typeof Document>['paths']

/** A path with the parameter `question` takes the parameters of the path that the question is named after. */
function questionsOf(
  path: string,
  { parameters, responses }: z.output<typeof Operation>,
  paths: Paths,
): Route[] {
  const types = Object.fromEntries(
    Object.entries(responses).map(([status, { content }]) => [status, Object.keys(content)]),
  )
  const question = parameters.find(({ name }) => name === 'question')
  if (!question) return [{ name: path, path, fixed: {}, parameters, responses: types }]
  return (question.schema.enum ?? []).map((word) => {
    const own = paths[`/api/v1/${word.replaceAll('_', '/')}`]?.get.parameters
    if (!own) throw new Error(`${path} has the question ${word}, which is no path of the document`)
    const isTaken = (name: string) => own.some((each) => each.name === name)
    const beside = parameters.filter(
      (each) => each !== question && !isTaken(each.name) && isOfFile(each, paths),
    )
    return {
      name: `${path}?question=${word}`,
      path,
      fixed: { question: word, ...lessOfAll[word] },
      parameters: [...beside, ...own],
      responses: types,
    }
  })
}

/** Files of every number are walked in tests of files. */
const lessOfAll: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  observations: { indicator: 'software_revenue', region: 'CN' },
}

/** Whether a parameter of a file is none of any question's own. */
const isOfFile = ({ name, in: place }: Parameter, paths: Paths) =>
  place === 'path' ||
  !Object.entries(paths).some(
    ([path, { get }]) => !path.includes('{') && get.parameters.some((each) => each.name === name),
  )

async function breachesOf(
  { name, path, responses }: Route,
  response: Response,
  validator: (path: string, status: string, mediaType: string) => ValidateFunction,
): Promise<string[]> {
  const status = String(response.status)
  const types = responses[status]
  if (!types) return [`${name} does not declare ${status}: ${(await response.text()).slice(0, 200)}`]
  const type = response.headers.get('Content-Type') ?? ''
  const declared = types.find((each) => spelled(each) === spelled(type))
  if (declared === undefined) {
    return response.body === null && types.length === 0 ? [] : [`${name} ${status} does not declare ${type}`]
  }
  if (!/[/+]json\b/.test(type)) {
    return (await response.arrayBuffer()).byteLength > 0 ? [] : [`${name} ${status} is empty`]
  }
  const validate = validator(path, status, declared)
  if (validate(await response.json())) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${name} ${status} ${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

const spelled = (mediaType: string) =>
  mediaType.toLowerCase().replaceAll(' ', '').replace(';charset=utf-8', '')

const escaped = (step: string) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))

/**
 * The same document with every object closed where it is used, so that a field that is not declared is seen. What is
 * part of an `allOf` stays open: its other parts may add to it.
 */
function closed(document: unknown): object {
  const copy = (value: unknown, isPart: boolean, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((each) => copy(each, isPart))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, copy(each, isPartIn(name, key, isPart), name)]),
    )
    const isObject = ['$ref', 'properties', 'allOf'].some((keyword) => keyword in entries)
    const isClosed = !isObject || isPart || 'additionalProperties' in entries
    return isClosed ? entries : { ...entries, unevaluatedProperties: false }
  }
  return Object(copy(document, false))
}

/** Whether what stands under a keyword is a part of something that is closed elsewhere. */
const isPartIn = (keyword: string, parent: string, isPart: boolean) =>
  keyword === 'allOf' || parent === 'schemas' || (isPart && ['anyOf', 'oneOf'].includes(keyword))
