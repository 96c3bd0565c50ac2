import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import { expect, inject, onTestFinished, vi } from 'vitest'

/** Widths at which pages are opened: a laptop, a tablet and a phone. */
const viewports = {
  1440: { width: 1440, height: 900 },
  1024: { width: 1024, height: 768 },
  390: { width: 390, height: 844 },
} as const
type Width = keyof typeof viewports

let shared: Promise<Browser> | undefined

/** One browser for all files that a process of the tests runs; it ends with the process. */
function browser(): Promise<Browser> {
  shared ??= chromium.launch({
    executablePath: inject('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  })
  return shared
}

/** What a page has asked for and not yet received. */
const underWay = new WeakMap<Page, Set<Request>>()

function watchRequests(page: Page): void {
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** The address of the running product. */
  readonly site: string
}

interface VisitOptions {
  readonly width?: Width | undefined
  readonly scheme?: 'light' | 'dark'
  /** Another origin than the product's own. */
  readonly origin?: string
  /** A status that the page is meant to meet, or a server that is away: browsers report it on the console. */
  readonly meets?: number | 'outage' | undefined
  /** false where scripts are off. */
  readonly scripts?: boolean
}

/**
 * Opens a page in a fresh context. When the test is over, no error or warning on the console and no request to
 * another machine may have been seen.
 */
export async function visit(path: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1440, scheme = 'light', origin = inject('site'), meets, scripts = true } = options
  const context = await (await browser()).newContext({
    viewport: viewports[width],
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'zh-CN',
    colorScheme: scheme,
    javaScriptEnabled: scripts,
  })
  const page = await context.newPage()
  watchRequests(page)
  const complaints: string[] = []
  page.on('console', (message) => {
    const isMeant =
      meets !== undefined && message.text().includes(meets === 'outage' ? 'net::ERR_' : `status of ${meets}`)
    if (['error', 'warning'].includes(message.type()) && !isMeant)
      complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => complaints.push(`error: ${message}`))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    const stays =
      ['localhost', '127.0.0.1'].includes(hostname) || ['data:', 'blob:', 'file:'].includes(protocol)
    if (!stays) complaints.push(`request leaves the machine: ${request.url()}`)
  })
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  await page.goto(new URL(path, origin).href)
  return { page, context, site: inject('site') }
}

/** Waits until nothing on the page is under way any more: no request, no skeleton, nothing busy, and every chart drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const isQuiet = () => !underWay.get(page)?.size
  do {
    await vi.waitFor(() => expect(isQuiet()).toBe(true), { timeout: 60_000, interval: 10 })
    await page.waitForFunction(isStill)
  } while (!(isQuiet() && (await page.evaluate(nextFrames)) && (await page.evaluate(isStill)) && isQuiet()))
}

function isStill(): boolean {
  const plots = [...document.querySelectorAll('[data-kind]')]
  return (
    document.querySelector('#root > *') !== null &&
    document.querySelector('.skeleton, [aria-busy=true]') === null &&
    document.fonts.status === 'loaded' &&
    plots.every((plot) => plot.hasAttribute('data-ready'))
  )
}

/** What comes into view or is chosen is asked for within two frames. */
const nextFrames = () =>
  new Promise<true>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))
