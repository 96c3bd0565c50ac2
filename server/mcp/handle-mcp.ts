import {
  createMcpHandler,
  fromJsonSchema,
  type JsonSchemaType,
  McpServer,
} from '@modelcontextprotocol/server'
import { version } from '#server/version.ts'
import { argumentsOf, type OpenApi, schemaOf } from './arguments.ts'
import { instructions, type McpTool, tools } from './tools.ts'

/** The API as the tools ask it. */
export interface Api {
  /** What its routes take. */
  readonly document: () => OpenApi
  /** Answers a path with its query; the snapshot and the limits are those of the request. */
  readonly ask: (path: string) => Promise<Response>
}

/** The most characters an assistant is given at once: more would push out what it was asked. */
const longestAnswer = 100_000

/**
 * A read-only endpoint of the Model Context Protocol over streamable HTTP, without sessions: each tool asks one route
 * of the API and gives its answer as it is.
 */
export function createMcp(api: Api) {
  let described: readonly Described[] | undefined
  return createMcpHandler(() => {
    described ??= describeTools(api.document())
    return serverOver(api, described)
  })
}

interface Described {
  readonly tool: McpTool
  readonly inputSchema: ReturnType<typeof fromJsonSchema<Record<string, unknown>>>
}

/** Made once: each request has a server of its own, and to describe the API takes longer than to answer. */
const describeTools = (document: OpenApi): readonly Described[] =>
  tools.map((tool) => ({
    tool,
    inputSchema: fromJsonSchema<Record<string, unknown>>(schemaOf(document, tool.path) as JsonSchemaType),
  }))

function serverOver({ ask }: Api, described: readonly Described[]): McpServer {
  const server = new McpServer({ name: 'youju', title: '有据 Youju', version }, { instructions })
  for (const { tool, inputSchema } of described) {
    const { name, title, description } = tool
    const annotations = { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false }
    server.registerTool(name, { title, description, inputSchema, annotations }, (given) =>
      call(tool, ask, given),
    )
  }
  return server
}

async function call({ path }: McpTool, ask: Api['ask'], given: Record<string, unknown>) {
  const response = await ask(argumentsOf(path, given))
  const text = await response.text()
  if (!response.ok) return { isError: true, content: [{ type: 'text' as const, text: messageOf(text) }] }
  if (text.length > longestAnswer)
    return { isError: true, content: [{ type: 'text' as const, text: tooLong }] }
  return { content: [{ type: 'text' as const, text }] }
}

const tooLong =
  'The answer is too long. Ask for fewer indicators or regions, for one basis, or for a shorter time with from and to.'

/** The one line that says what is wrong and what to do. */
function messageOf(text: string): string {
  const body: unknown = JSON.parse(text)
  const { error } = body as { readonly error: { readonly message: string } }
  return error.message
}
