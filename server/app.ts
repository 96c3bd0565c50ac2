import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { createMiddleware } from 'hono/factory'
import { type AnswerCache, createAnswerCache } from './answer-cache.ts'
import { answerFrom, namingFiles, refuseUnpackable, tagging } from './caching.ts'
import type { Lending } from './current-store.ts'
import { createDocs } from './docs/create-docs.ts'
import type { OpenApiDocument } from './docs/open-api.ts'
import { answerError, notFound, Problem, quoted } from './errors.ts'
import { createFirstPictures } from './first-picture.ts'
import { freezeByDay, lendAsked, lendCurrent, refuseMissing } from './lend-store.ts'
import { createMcp } from './mcp/handle-mcp.ts'
import { createPages, type Pages } from './pages.ts'
import { createRasterizer, type Rasterizer } from './pictures/rasterizer.ts'
import { briefPaths, createBrief } from './routes/brief.ts'
import { calendar } from './routes/calendar.ts'
import { changes } from './routes/changes.ts'
import { createCharts } from './routes/charts.ts'
import { checks } from './routes/checks.ts'
import { compare } from './routes/compare.ts'
import { conflicts } from './routes/conflicts.ts'
import { createRouter } from './routes/create-router.ts'
import { evidence } from './routes/evidence.ts'
import { exports } from './routes/exports.ts'
import { feed } from './routes/feed.ts'
import { health } from './routes/health.ts'
import { inbox } from './routes/inbox.ts'
import { indicators } from './routes/indicators.ts'
import { latest } from './routes/latest.ts'
import { observations } from './routes/observations.ts'
import { createOembed } from './routes/oembed.ts'
import { questions } from './routes/questions.ts'
import { regions } from './routes/regions.ts'
import { sentence } from './routes/sentence.ts'
import { series } from './routes/series.ts'
import { sources } from './routes/sources.ts'
import { standing } from './routes/standing.ts'
import { targets } from './routes/targets.ts'
import { verdicts } from './routes/verdicts.ts'
import { versions } from './routes/versions.ts'
import { createSecurity, openToAll, openToAssistants, type Security, securing } from './security.ts'
import type { ServerEnv } from './server-env.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { askToday, pathsOfToday, readToday } from './today.ts'
import { version } from './version.ts'

interface Parts {
  /** Whatever is published while the server runs. */
  readonly current: Lending
  /** The folder of the built pages. */
  readonly pagesFolder: string
  readonly settings?: Settings
  /** Tells the day; the clock when left out. */
  readonly today?: () => string
  /** The answers kept so far; none when left out. */
  readonly answers?: AnswerCache
  /** Draws pictures; processes of its own when left out, which end with this one. */
  readonly rasterizer?: Rasterizer
}

const listOfVersions = '/api/v1/versions'
const files = ['/api/v1/export/*', ...briefPaths]
const pictures = '/charts/*'
const oembedPath = '/oembed'
/** What is answered from a version that can be named. */
const ofVersion = ['/api/*', pictures, ...briefPaths]

const about = {
  title: '有据 Youju',
  version,
  description: 'The figures of China’s digital economy, each with its evidence.',
}

/** The whole server without its socket: API, documentation and pages. */
export function createApp({
  current,
  pagesFolder,
  today = readToday,
  settings = defaultSettings,
  answers = createAnswerCache(settings.answerBytes),
  rasterizer = createRasterizer(),
}: Parts) {
  const app = createRouter()
  const securityOf = createSecurity(settings)
  const pages = openPages({ current, folder: pagesFolder, settings, securityOf })
  app.onError(answerError)
  app.notFound((c) => answerNothing(c, pages))
  for (const path of [listOfVersions, '/healthz', '/readyz', oembedPath]) app.use(path, lendCurrent(current))
  for (const path of pathsOfToday) app.use(path, askToday(today))
  const [lend, answer] = [lendAsked(current), answerFrom(answers)]
  for (const path of ofVersion)
    app.use(path, (c, next) => {
      if (c.req.path === listOfVersions) return next()
      return lend(c, async () => {
        const kept = await answer(c, next)
        if (kept instanceof Response) c.res = kept
      })
    })
  app.use(securing(securityOf))
  for (const path of ['/api/*', pictures, '/openapi.json', oembedPath]) app.use(path, openToAll)
  app.use(refuseUnpackable)
  // Which versions are kept may change while the snapshot does not: the list is tagged by its own content.
  const listing = app.use(listOfVersions, etag()).route('/api/v1', versions)
  app.use(pictures, freezeByDay)
  for (const path of ofVersion) app.use(path, tagging, refuseMissing, limit(settings))
  for (const path of files) app.use(path, namingFiles)
  // What is neither kept nor packed beforehand is packed as it goes.
  for (const path of [...files, '/openapi.json']) app.use(path, compress())
  const api = createRouter()
    .route('/', indicators)
    .route('/', regions)
    .route('/', sources)
    .route('/', observations)
    .route('/', series)
    .route('/', compare)
    .route('/', latest)
    .route('/', standing)
    .route('/', targets)
    .route('/', sentence)
    .route('/', verdicts)
    .route('/', conflicts)
    .route('/', checks)
    .route('/', inbox)
    .route('/', changes)
    .route('/', evidence)
    .route('/', calendar)
    .route('/', feed)
    .route('/', exports)
    .route('/', questions)
  app.route('/', createCharts(rasterizer))
  const routes = listing.route('/api/v1', api).route('/', health)
  app.route('/', createOembed(settings))
  app.route('/', createBrief(rasterizer))
  describeApi(app, settings)
  app.route('/', pages.routes)
  return routes
}

interface PagesOpened {
  readonly current: Lending
  readonly folder: string
  readonly settings: Settings
  readonly securityOf: Security
}

/** The pages, each with its first chart by the numbers of now. */
function openPages({ current, folder, settings: { publicUrl }, securityOf }: PagesOpened): Pages {
  const pictures = createFirstPictures()
  const firstPicture = (address: URL) => current.use((store) => pictures.of(address, store))
  return createPages({ folder, securityOf, publicUrl, firstPicture })
}

/** What is made of the description of the API: the OpenAPI document, the tools of assistants, the reference as a page. */
function describeApi(app: ReturnType<typeof createRouter>, { publicUrl }: Settings): void {
  const head = { openapi: '3.1.0', info: about }
  const document = () => app.getOpenAPI31Document(head)
  app.doc31('/openapi.json', head)
  const mcp = createMcp({ document, ask: async (path) => app.request(path) })
  app.use('/mcp', openToAssistants).all('/mcp', (c) => mcp.fetch(c.req.raw))
  app.route('/', createDocs({ document: () => document() as unknown as OpenApiDocument, publicUrl }))
}

/** What the typed client is made of. */
export type AppType = ReturnType<typeof createApp>

/** Stops the queries of a request when they take too long, or when whoever asked has left. */
const limit = ({ wait, patience, queue, publicUrl }: Settings) =>
  createMiddleware<ServerEnv>((c, next) => {
    c.set('publicUrl', publicUrl)
    const { raw } = c.req
    // The signal is made when it is first asked for, and only a query does.
    const limits = {
      ...{ wait, patience, queue },
      get signal() {
        return raw.signal
      },
    }
    c.set('store', c.get('store').limited(limits))
    return next()
  })

function answerNothing(c: Context, pages: Pages): Response | Promise<Response> {
  if (isReading(c) && /.\/$/.test(c.req.path)) return c.redirect(withoutSlash(c), 301)
  if (c.req.path.startsWith('/api/') || !isReading(c)) return answerError(whyNothing(c), c)
  const wantsPage =
    accepts(c, { header: 'Accept', supports: ['text/html', '*/*'], default: '*/*' }) === 'text/html'
  if (wantsPage) return pages.answerMissing(c)
  return c.text(`没有${quoted(c.req.path)}`, 404)
}

/** The address as it is written without a slash at its end; of this server, whatever slashes it begins with. */
function withoutSlash(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname.replace(/\/+$/, '').replace(/^\/+/, '/') + search
}

const isReading = (c: Context) => ['GET', 'HEAD'].includes(c.req.method)

function whyNothing(c: Context): Problem {
  if (isReading(c)) return notFound(`没有路径${quoted(c.req.path)}；全部路径见 /openapi.json`)
  c.header('Allow', 'GET, HEAD')
  return new Problem(405, 'method_not_allowed', `此接口只可用 GET 读取，不收 ${c.req.method}`)
}
