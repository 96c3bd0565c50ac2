import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'

/** Widths at which pages are opened: a laptop, a tablet and a phone. */
const viewports = {
  1440: { width: 1440, height: 900 },
  1024: { width: 1024, height: 768 },
  390: { width: 390, height: 844 },
} as const
type Width = keyof typeof viewports

let shared: Promise<Browser> | undefined

/** One browser a test file; set `CHROMIUM` to the path of another than the one in the package. */
async function browser(): Promise<Browser> {
  shared ??= launch()
  return shared
}

async function launch(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env['CHROMIUM'] ?? (await chromium.executablePath()),
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
}

export async function closeBrowser(): Promise<void> {
  await (await shared)?.close()
  shared = undefined
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
  /** A status that the page is meant to meet: browsers report it on the console. */
  readonly meets?: number | undefined
}

/**
 * Opens a page in a fresh context. When the test is over, no error or warning on the console and no request to
 * another machine may have been seen.
 */
export async function visit(path: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1440, scheme = 'light', origin = inject('site'), meets } = options
  const context = await (await browser()).newContext({
    viewport: viewports[width],
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'zh-CN',
    colorScheme: scheme,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const isMeant = meets !== undefined && message.text().includes(`status of ${meets}`)
    if (['error', 'warning'].includes(message.type()) && !isMeant)
      complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => complaints.push(`error: ${message}`))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    const stays = ['localhost', '127.0.0.1'].includes(hostname) || ['data:', 'blob:'].includes(protocol)
    if (!stays) complaints.push(`request leaves the machine: ${request.url()}`)
  })
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  await page.goto(new URL(path, origin).href)
  return { page, context, site: inject('site') }
}

/** Waits until nothing on the page is under way any more: no skeleton, nothing busy, and every chart drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => {
    const plots = [...document.querySelectorAll('[data-kind]')]
    return (
      document.querySelector('.skeleton, [aria-busy=true]') === null &&
      plots.every((plot) => plot.hasAttribute('data-ready'))
    )
  })
}
