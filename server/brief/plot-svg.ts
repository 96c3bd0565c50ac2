import { init } from 'echarts'
import type { FittedChart } from './fit-chart.ts'

/** A chart as SVG inside a page; ids are named after it, so that two of them share none. */
export function plotSvg({ option, width, height, zoom }: FittedChart, name: string, says: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false })
    const svg = chart.renderToSVGString()
    const ids = new Map<string, string>()
    const inside = svg
      .slice(svg.indexOf('>') + 1)
      .replace(/<style ?>[\s\S]*<\/style>/, '')
      .replace(/ class="[^"]*"| ecmeta_\w+="[^"]*"/g, '')
      .replace(/font-family:[^;"]*;?/g, '')
      .replace(/zr\d+-[\w-]+/g, (id) => {
        const known = ids.get(id) ?? `${name}-${ids.size}`
        ids.set(id, known)
        return known
      })
    const escaped = says.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * zoom}" height="${height * zoom}" role="img" aria-label="${escaped}">${inside}`
  } finally {
    chart.dispose()
  }
}
