import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Language } from '#data/model/language.ts'
import {
  type AddressedChart,
  chartKinds,
  type Frozen,
  readChart,
  type WholeState,
} from '#server/charts/index.ts'
import { Problem, quoted, unreadable } from '#server/errors.ts'
import { attached, shortened } from '#server/exports/file-name.ts'
import { bytesOf } from '#server/form.ts'
import { inLanguage } from '#server/in-language.ts'
import { type ChartFormat, chartFormats } from '#server/pictures/chart-formats.ts'
import { describeAddress } from '#server/pictures/describe-address.ts'
import { pictureAddress, readPictureQuestion } from '#server/pictures/picture-question.ts'
import { presetOf } from '#server/pictures/presets.ts'
import type { Rasterizer } from '#server/pictures/rasterizer.ts'
import { askerOf } from '#server/queries/ask-for-chart.ts'
import type { ServerEnv } from '#server/server-env.ts'
import { createRouter } from './create-router.ts'
import { bodies, questionErrors, toTheDay } from './responses.ts'

const described = {
  method: 'get',
  path: '/charts/{kind}.{ending}',
  summary: 'A chart as a picture, as a file of Office, and its citation',
  description:
    'Title, basis, cautions, source and day of the data are part of it. Takes what `/embed` takes; its `view` is the kind. `theme`, `preset`, `width` and `height` are of `svg` and `png`, `scale` of `png`. `svg` and `png` are shown, `pptx`, `docx` and `bib` are kept; each has a name in Content-Disposition.',
  request: {
    params: z.object({
      kind: z.enum(Object.keys(chartKinds)).openapi({
        description: 'The kind of chart; where the numbers do not suit it, the nearest that fits.',
      }),
      ending: z.enum(Object.keys(chartFormats)).openapi({
        description:
          'Office can change the chart in `pptx` and `docx`; of kinds that it does not have it shows a picture. `txt` is a citation by GB/T 7714, `bib` one for BibTeX.',
      }),
    }),
    query: z.object(describeAddress(pictureAddress)),
  },
  responses: {
    200: { description: 'The chart.', content: bodies(Object.values(chartFormats)) },
    ...toTheDay,
    ...questionErrors,
  },
} as const

/** A chart by its address: `/charts/trend.png?indicator=software_revenue&region=CN`. */
export function createCharts(rasterizer: Rasterizer) {
  const routes = createRouter()
  routes.openAPIRegistry.registerPath(described)
  routes.get('/charts/:file', async (c) => {
    const { kind, ending, format } = readFileName(c.req.param('file'))
    const { state, look } = readPictureQuestion(kind, new URL(c.req.url).searchParams)
    checkLook({ ...look, theme: state.theme }, { ending, format })
    const { lang: language = 'zh', theme = 'light' } = state
    const { store } = c.var
    const chart = await readChart(state, language, askerOf(store))
    if (!chart) throw new Problem(404, 'no_numbers', '没有这样的数字；请检查指标、地区与口径', 'indicator')
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
    const name = nameOf(chart, state, language)
    const end = ending === 'png' && scale > 1 ? `@${scale}x.png` : `.${ending}`
    return c.body(bytesOf(body), 200, {
      'Content-Type': format.mediaType,
      'Content-Disposition': attached(
        { ascii: name.ascii + end, whole: name.whole + end },
        format.disposition,
      ),
    })
  })
  return routes
}

/** @throws Problem 400 for what a file of the format cannot look like. */
function checkLook(asked: object, { ending, format }: Pick<AskedFile, 'ending' | 'format'>): void {
  const taken = new Set<string>(format.takes)
  const [name] = Object.entries(asked).flatMap(([name, said]) =>
    said === undefined || taken.has(name) ? [] : name,
  )
  if (name !== undefined) throw unreadable(`${ending} 不收参数 ${name}`, name)
}

/** By its codes in ASCII, and by what it says above the chart: `有据-软件业务收入-全国-累计-快报-万亿元`. */
function nameOf({ kind, data }: AddressedChart, { indicator, region = [] }: WholeState, language: Language) {
  const { title, subtitle } = chartKinds[kind].describe(data)
  const brand = { zh: '有据', en: 'Youju' }[language]
  return {
    ascii: ['youju', kind, indicator, ...(region.length === 1 ? region : [])].join('-'),
    whole: `${brand}-${shortened([title, ...subtitle.split(' · ')].join('-'))}`,
  }
}

const centimetresOfInch = 2.54
const dotsPerInch = (pixels: number, centimetres: number) => (pixels / centimetres) * centimetresOfInch

interface AskedFile {
  readonly kind: string
  readonly ending: string
  readonly format: ChartFormat
}

/** @throws Problem 404 for an ending that is none. */
function readFileName(file: string): AskedFile {
  const [, kind = '', ending = ''] = /^([^.]+)\.([^.]+)$/.exec(file) ?? []
  const format = Object.hasOwn(chartFormats, ending) ? chartFormats[ending] : undefined
  if (format) return { kind, ending, format }
  const endings = Object.keys(chartFormats).join('、')
  throw new Problem(
    404,
    'not_found',
    `没有图${quoted(file)}；应写成 图种.格式，格式可用：${endings}`,
    'ending',
  )
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
