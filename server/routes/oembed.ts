import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { Language } from '#data/model/language.ts'
import { answers } from '#server/answers.ts'
import { chartShownOn } from '#server/chart-shown-on.ts'
import { embedAddresses, embedCode, kindNames, type WholeState } from '#server/charts/index.ts'
import { notFound, Problem, quoted, unreadable } from '#server/errors.ts'
import { repeated } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { originOf } from '#server/origin-of.ts'
import { createRouter } from './create-router.ts'
import { oembedErrors, ok } from './responses.ts'

/** In pixels, where a page that embeds does not say how much room it has. */
const usual = { width: 640, height: 480 }
/** The preview, where there is room for it; a picture is no smaller. */
const preview = { width: 640, height: 360 }

const Pixels = (most: number) =>
  z
    .string()
    .optional()
    .openapi({
      type: 'integer',
      ...{ minimum: 1, maximum: 999_999 },
      description: `How much room there is, in pixels; ${most} when left out and at most.`,
    })

const described = {
  method: 'get',
  path: '/oembed',
  summary: 'How to embed the chart that an address of ours shows (oEmbed 1.0)',
  description: 'Parameters that are not listed are left unread, as oEmbed asks.',
  request: {
    query: z.object({
      url: z.string().openapi({
        description:
          'The address of a page with one chart: `/indicators/…`, `/regions`, `/embed?indicator=…`; ours may be left out before the path.',
      }),
      maxwidth: Pixels(usual.width),
      maxheight: Pixels(usual.height),
      format: z.enum(['json']).optional().openapi({ description: 'json when left out.' }),
    }),
  },
  responses: {
    ...ok('A frame with the chart, and a picture of it where there is room.', answers.oembed),
    ...oembedErrors,
  },
} as const

/** oEmbed 1.0 (https://oembed.com): how to embed the chart that an address of ours shows. Other parameters than its own are left unread, as it asks. */
export function createOembed({ publicUrl }: { readonly publicUrl: string }) {
  const routes = createRouter()
  routes.openAPIRegistry.registerPath(described)
  return routes.get('/oembed', (c) => {
    checkFormat(once(c, 'format') ?? 'json')
    const base = publicUrl || originOf(c.req.url)
    const address = addressIn(once(c, 'url'), base)
    const { catalog } = c.get('store')
    const chart = chartIn(address, catalog)
    const language = address.searchParams.get('lang') === 'en' ? 'en' : 'zh'
    const width = sizeIn(c, 'maxwidth', usual.width)
    const height = sizeIn(c, 'maxheight', usual.height)
    const title = titleOf(chart, catalog, language)
    return c.json(
      {
        version: '1.0',
        type: 'rich',
        title,
        provider_name: '有据 Youju',
        provider_url: base,
        html: embedCode.frame({ origin: base, chart, look: address.search, title, width, height }),
        width,
        height,
        ...thumbnailOf(base + embedAddresses(chart, address.search).picture, { width, height }),
      },
      200,
      { 'Cache-Control': 'no-cache' },
    )
  })
}

/** @throws Problem 400 for a parameter that stands there more than once. */
function once(c: Context, name: string): string | undefined {
  const [given, ...more] = c.req.queries(name) ?? []
  if (more.length > 0) throw repeated(name, more.length + 1)
  return given
}

/** @throws Problem 501 for XML, as oEmbed asks (2.3.4), and for any other format. */
function checkFormat(format: string): void {
  if (format === 'json') return
  throw new Problem(501, 'not_implemented', `没有格式${quoted(format)}；可用：json`, 'format')
}

/** @throws Problem 400 where it is no address, 404 where it is not ours. */
function addressIn(text: string | undefined, base: string): URL {
  if (!text) throw new Problem(400, 'missing_parameter', '缺少参数 url', 'url')
  const whole = text.startsWith('/') ? base + text : text
  if (!URL.canParse(whole)) throw unreadable(`参数 url：${quoted(text)}不是网址`, 'url')
  const [{ origin, pathname, search }, own] = [new URL(whole), new URL(base)]
  const folder = own.pathname.replace(/\/$/, '')
  if (origin !== own.origin || !pathname.startsWith(`${folder}/`))
    throw notFound(`${quoted(text)}不是本站的网址；应以 ${base}/ 开头`, 'url')
  return new URL(pathname.slice(folder.length).replace(/(?<=.)\/$/, '') + search, own.origin)
}

/** @throws Problem 404 where the page is not about one chart, or names what there is not. */
function chartIn(address: URL, catalog: Catalog): WholeState {
  const chart = chartShownOn(address, catalog)
  if (!chart)
    throw notFound(
      `${quoted(address.pathname)}没有可嵌入的图；可用：/indicators/…、/regions、/embed?indicator=…`,
      'url',
    )
  indicatorOf(catalog, chart.indicator, 'url')
  for (const code of chart.region ?? []) regionOf(catalog, code, 'url')
  return chart
}

/** @throws Problem 400 where it is no number of pixels. */
function sizeIn(c: Context, name: string, most: number): number {
  const text = once(c, name)
  if (text === undefined) return most
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw unreadable(`参数 ${name}：${quoted(text)}不是像素数，应为正整数`, name)
  return Math.min(most, Number(text))
}

function titleOf({ view = 'trend', indicator }: WholeState, catalog: Catalog, language: Language): string {
  return `${indicatorOf(catalog, indicator).name[language]} · ${kindNames[view][language]}`
}

function thumbnailOf(picture: string, { width, height }: typeof usual) {
  if (width < preview.width || height < preview.height) return {}
  const size = `&width=${preview.width}&height=${preview.height}&scale=1`
  return { thumbnail_url: picture + size, thumbnail_width: preview.width, thumbnail_height: preview.height }
}
