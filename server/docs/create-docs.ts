import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Language } from '#data/model/language.ts'
import { projectRoot } from '#data/project-root.ts'
import { paletteRules } from '#server/charts/index.ts'
import { readAccepted } from '#server/encoding.ts'
import { notFound, quoted } from '#server/errors.ts'
import { answerForm, type PackedForms, packedForms, plainForm } from '#server/form.ts'
import { originOf } from '#server/origin-of.ts'
import type { ServerEnv } from '#server/server-env.ts'
import { hashOf } from '#server/vintage.ts'
import { examples, readExample } from './examples.ts'
import type { OpenApiDocument } from './open-api.ts'
import { renderPage } from './page.ts'

interface Parts {
  /** What the page is made of, when it is first asked for. */
  readonly document: () => OpenApiDocument
  /** The address under which readers come; '' where nobody says, and the address of the request is taken. */
  readonly publicUrl: string
}

/** Kept pages, stylesheets and programs: each in two languages, under the few addresses by which a server is reached. */
const mostKept = 64

/** The reference of the API as a page, with its stylesheet and its programs as files; each is named by its content. */
export function createDocs({ document, publicUrl }: Parts): Hono<ServerEnv> {
  const kept = new LRUCache<string, Promise<PackedForms>>({ max: mostKept })
  const give = async (c: Context, type: string, key: string, make: () => string | Promise<string>) => {
    const forms = kept.get(key) ?? formsOf(type, make)
    kept.set(key, forms)
    return answerForm(c, await (await forms)(readAccepted(c.req.header('Accept-Encoding'))))
  }
  const addressOf = (c: Context) => publicUrl || originOf(c.req.url)
  return new Hono<ServerEnv>()
    .get('/docs', (c) => {
      const language: Language = c.req.query('lang') === 'en' ? 'en' : 'zh'
      const address = addressOf(c)
      return give(c, 'text/html', `${language} ${address}`, () =>
        renderPage({ document: document(), language, address }),
      )
    })
    .get('/docs/style.css', (c) => give(c, 'text/css', 'style', readStyle))
    .get('/docs/examples/:file', (c) => {
      const example = examples.find(({ file }) => file === c.req.param('file'))
      if (!example) throw notFound(`没有示例${quoted(c.req.param('file'))}；全部示例见 /docs#examples`)
      const address = addressOf(c)
      return give(c, 'text/plain', `${example.file} ${address}`, () => readExample(example, address))
    })
}

async function formsOf(type: string, make: () => string | Promise<string>): Promise<PackedForms> {
  const text = await make()
  const headers = {
    'cache-control': 'no-cache',
    'content-type': `${type}; charset=utf-8`,
    etag: `W/"${hashOf(text)}"`,
    vary: 'Accept-Encoding',
  }
  return packedForms(plainForm(200, headers, new TextEncoder().encode(text)))
}

/** The colours of the pages and charts, and the rules of this page. */
const readStyle = () =>
  `${paletteRules()}\n${readFileSync(join(projectRoot(import.meta.dirname), 'server', 'docs', 'docs.css'), 'utf8')}`
