import type { ChartState } from './chart-fields.ts'
import { embedAddresses } from './embed-address.ts'

/** What stands between the tags of a page or in quotation marks, as HTML. */
export const escapeHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** How a chart is put into a page: by our script, which gives it the height it needs; in a frame; as a picture. */
export const embedForms = ['script', 'frame', 'picture'] as const
export type EmbedForm = (typeof embedForms)[number]

interface Embedded {
  /** Under which readers come to us: `https://youju.example.cn`. */
  readonly origin: string
  readonly chart: ChartState
  /** A query string that says in which language and look. */
  readonly look: string
  readonly title: string
  /** In pixels, of a frame. */
  readonly width: number
  readonly height: number
}

/** The lines of HTML that show a chart on someone else's page. */
export const embedCode: Readonly<Record<EmbedForm, (embedded: Embedded) => string>> = {
  script: (embedded) => {
    const { frame, title } = escaped(embedded)
    const script = escapeHtml(`${embedded.origin}/embed.js`)
    const scheme = schemeIn(embedded.look)
    return `<youju-chart src="${frame}" title="${title}"${scheme && ` style="${scheme}"`}>${linkedPicture(embedded)}</youju-chart>\n<script async src="${script}"></script>`
  },
  frame: (embedded) => {
    const { frame, title } = escaped(embedded)
    const { width, height, look } = embedded
    return `<iframe data-youju src="${frame}" title="${title}" width="${width}" height="${height}" style="border:0;max-width:100%;${schemeIn(look)}" loading="lazy"></iframe>`
  },
  picture: linkedPicture,
}

/** Browsers paint a frame opaque whose colour scheme differs from its host's. */
const schemeIn = (look: string) => (look.includes('bg=transparent') ? 'color-scheme:light' : '')

function linkedPicture(embedded: Embedded): string {
  const { picture, page, title } = escaped(embedded)
  return `<a href="${page}"><img src="${picture}" alt="${title}" style="max-width:100%" loading="lazy"></a>`
}

function escaped({ origin, chart, look, title }: Embedded) {
  const { frame, picture, page } = embedAddresses(chart, look)
  const whole = (address: string) => escapeHtml(origin + address)
  return { frame: whole(frame), picture: whole(picture), page: whole(page), title: escapeHtml(title) }
}
