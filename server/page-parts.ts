import { type ChartState, chartOfPage, embedAddresses, escapeHtml } from '#server/charts/index.ts'
import type { PageParts } from './page-with.ts'

/**
 * What the page of an address carries before any script runs; undefined where it is the built page as it is.
 * @param base under which readers come: `https://youju.example.cn`.
 */
export function partsOf(
  { pathname, search }: URL,
  base: string,
): (PageParts & { readonly head: string }) | undefined {
  const chart = chartOfPage({ pathname, search })
  if (!chart) return undefined
  return {
    head: discovery(base, pathname + search),
    unscripted: chart.indicator === undefined ? undefined : unscripted(chart, search),
  }
}

/** By which programs find how to embed what the page shows (oEmbed 1.0, 4). */
function discovery(base: string, address: string): string {
  const question = new URLSearchParams({ url: base + address, format: 'json' })
  return `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(`${base}/oembed?${question}`)}" />`
}

const words = {
  zh: { picture: '图表', open: '在有据中打开' },
  en: { picture: 'Chart', open: 'Open in Youju' },
}

/** An embedded chart as a picture that leads to its page. */
function unscripted(chart: ChartState, search: string): string {
  const { picture, open } = words[new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'zh']
  const addresses = embedAddresses(chart, search)
  const image = `<img src="${escapeHtml(addresses.picture)}" alt="${picture}" style="display:block;max-width:100%">`
  return `<style>#root{display:none}</style><a href="${escapeHtml(addresses.page)}" target="_blank">${image}${open}</a>`
}
