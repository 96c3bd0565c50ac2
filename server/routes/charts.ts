import { type Context, Hono } from 'hono'
import type { Language } from '#data/model/language.ts'
import { type Frozen, readChart } from '#server/charts/index.ts'
import { notFound, Problem, quoted } from '#server/errors.ts'
import { bytesOf } from '#server/form.ts'
import { inLanguage } from '#server/in-language.ts'
import { type ChartFormat, chartFormats } from '#server/pictures/chart-formats.ts'
import { readPictureQuestion } from '#server/pictures/picture-question.ts'
import { presetOf } from '#server/pictures/presets.ts'
import type { Rasterizer } from '#server/pictures/rasterizer.ts'
import { askerOf } from '#server/queries/ask-for-chart.ts'
import type { ServerEnv } from '#server/server-env.ts'

/** A chart by its address: `/charts/trend.png?indicator=software_revenue&region=CN`. */
export const createCharts = (rasterizer: Rasterizer) =>
  new Hono<ServerEnv>().get('/charts/:file', async (c) => {
    const { kind, format } = readFileName(c.req.param('file'))
    const { state, look } = readPictureQuestion(kind, new URL(c.req.url).searchParams)
    const { lang: language = 'zh', theme = 'light' } = state
    const { store } = c.var
    const chart = await readChart(state, language, askerOf(store))
    if (!chart) throw notFound('没有这样的数字；请检查指标、地区与口径', 'indicator')
    const preset = presetOf(look.preset ?? 'page')
    const width = look.width ?? preset.width
    const scale = Number(look.scale ?? preset.scale)
    const body = await format.write({
      ...{ chart, store, rasterizer },
      size: { scale, dpi: preset.centimetres && dotsPerInch(width * scale, preset.centimetres) },
      picture: {
        ...{ kind: chart.kind, data: chart.data, theme, width },
        height: look.height ?? preset.height,
        isPlain: preset.isPlain ?? false,
        address: addressOf(c, chart.page, language),
        notes: frozenNotes({ ...state, undated: chart.undated }, language),
      },
    })
    return c.body(bytesOf(body), 200, { 'Content-Type': format.mediaType })
  })

const centimetresOfInch = 2.54
const dotsPerInch = (pixels: number, centimetres: number) => (pixels / centimetres) * centimetresOfInch

/** @throws Problem 404 for an ending that is none. */
function readFileName(file: string): { readonly kind: string; readonly format: ChartFormat } {
  const [, kind = '', ending = ''] = /^([a-z]+)\.([a-z]+)$/.exec(file) ?? []
  const format = Object.hasOwn(chartFormats, ending) ? chartFormats[ending] : undefined
  if (format) return { kind, format }
  const endings = Object.keys(chartFormats).join('、')
  throw new Problem(404, 'not_found', `没有图${quoted(file)}；应写成 图种.格式，格式可用：${endings}`)
}

/** From when the numbers are, where they are not those of today. */
function frozenNotes(
  { snapshot, asOf, undated }: Frozen & { readonly undated: number },
  language: Language,
): readonly string[] {
  if (snapshot !== undefined)
    return [{ zh: `定格于数据版本 ${snapshot}`, en: `Frozen at snapshot ${snapshot}` }[language]]
  if (asOf === undefined) return []
  const left = {
    zh: `，${undated}个数没有发布日期，未列入`,
    en: `; ${undated} figures without a date are left out`,
  }
  const frozen = { zh: `只用${asOf}及以前发布的文件`, en: `Only documents published by ${asOf}` }
  return [frozen[language] + (undated > 0 ? left[language] : '')]
}

/** Of the page with the same chart; nothing where the operator has not said under which address readers come. */
function addressOf(c: Context<ServerEnv>, page: string, language: Language): string | undefined {
  const publicUrl = c.get('publicUrl')
  return publicUrl === '' ? undefined : publicUrl + inLanguage(page, language)
}
