import { LRUCache } from 'lru-cache'
import type { Language } from '#data/model/language.ts'
import type { Store } from '#data/store/open-store.ts'
import { takeTurn } from '#data/store/take-turn.ts'
import {
  type AddressedChart,
  type ChartAsker,
  chartKinds,
  chooseGroup,
  drawings,
  escapeHtml,
  readChart,
  type SeriesQuestion,
  type ThemeName,
  themes,
  toSeriesQuery,
  type WholeState,
} from '#server/charts/index.ts'
import { chartShownOn } from './chart-shown-on.ts'
import { answerOr } from './errors.ts'
import { askerOf } from './queries/ask-for-chart.ts'
import { nation } from './queries/national-totals.ts'

/**
 * The first chart of a page, drawn into its HTML before anyone has asked for it: seen as soon as the page knows where it
 * stands, until it is drawn there (`web/first-picture.ts`). Beside it stands what the page is about to ask.
 */
export interface FirstPicture {
  /** The version of the numbers that it shows. */
  readonly snapshot: string
  readonly head: string
  readonly body: string
}

export interface FirstPictures {
  /** undefined where the page has no chart, is about numbers of another day, or nothing is ready to draw. */
  of(address: URL, store: Store): Promise<FirstPicture | undefined>
}

/** How wide the charts of pages are on a phone and on a desk: between them they are scaled. */
const widths: Readonly<Partial<Record<AddressedChart['kind'], readonly number[]>>> = {
  trend: [358, 924],
  yearly: [358, 924],
  columns: [358, 924],
  tiles: [358, 681],
  ranking: [358, 584],
}
const usualWidths = [358, 1152]
/** In frames of other pages, as most of these are. */
const framedWidths = [358, 608]

const widthsOf = ({ pathname }: URL, kind: AddressedChart['kind']) =>
  pathname === '/embed' ? framedWidths : (widths[kind] ?? usualWidths)

/** Of so many addresses, some 100 kB each. */
const mostKept = 100

export function createFirstPictures(): FirstPictures {
  const kept = new LRUCache<string, Promise<FirstPicture | undefined>>({ max: mostKept })
  let drawing: Drawing | undefined
  // ECharts takes half a second to load: nobody waits for that.
  const load = () => import('./pictures/to-svg.ts').then((loaded) => (drawing = loaded))
  return {
    of: async (address, store) => {
      if (!drawing) {
        void load()
        return undefined
      }
      const key = `${store.snapshot.id} ${address.pathname}${address.search}`
      const known = kept.get(key)
      if (known) return known
      const parts = partsOf(address, store.whole, drawing)
      kept.set(key, parts)
      parts.catch(() => kept.delete(key))
      return parts
    },
  }
}

type Drawing = Pick<typeof import('./pictures/to-svg.ts'), 'toSvg'>

async function partsOf(address: URL, store: Store, drawing: Drawing): Promise<FirstPicture | undefined> {
  const shown = chartShownOn(address, store.catalog)
  if (!shown || shown.snapshot !== undefined || shown.asOf !== undefined) return undefined
  const language = address.searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const { asker, asked } = listening(askerOf(store))
  const read = async () => readChart(await asThePageShows(shown, address, asker), language, asker)
  const chart = await answerOr(read(), undefined, [400, 404, 422])
  if (!chart) return undefined
  const [question] = asked
  const drawn = await templates(chart, {
    widths: widthsOf(address, chart.kind),
    language,
    toSvg: drawing.toSvg,
  })
  return {
    snapshot: store.snapshot.id,
    head: preloads(shown.indicator, question && asThePageAsks(question, address)),
    body: drawn.join(''),
  }
}

/** An asker that keeps which series it was asked for, and reads an indicator once. */
function listening(asker: ChartAsker) {
  const asked: SeriesQuestion[] = []
  let indicator: ReturnType<ChartAsker['indicator']> | undefined
  const heard: ChartAsker = {
    ...asker,
    indicator: (code) => {
      indicator ??= asker.indicator(code)
      return indicator
    },
    series: (question) => {
      asked.push(question)
      return asker.series(question)
    },
  }
  return { asker: heard, asked }
}

/** The page of regions begins with tiles where it is about provinces. */
async function asThePageShows(state: WholeState, { pathname }: URL, asker: ChartAsker): Promise<WholeState> {
  if (pathname !== '/regions') return state
  const [{ regions }, { coverage }] = await Promise.all([asker.names(), asker.indicator(state.indicator)])
  const group = chooseGroup(coverage, regions, state)
  const view = state.view === 'ranking' && group === 'provinces' ? 'tiles' : state.view
  return { ...state, group, view }
}

/** The page of regions asks for the nation too, wherever it is not the whole. */
function asThePageAsks(question: SeriesQuestion, { pathname }: URL): SeriesQuestion {
  if (pathname !== '/regions' || question.transform === 'share') return question
  return { ...question, region: [...new Set([nation, ...question.region])] }
}

/** What the page asks as soon as its code is there: asked for already while that is on the way. */
function preloads(indicator: string, question: SeriesQuestion | undefined): string {
  const paths = [
    '/indicators',
    '/regions',
    `/indicators/${indicator}`,
    ...(question ? [`/series?${new URLSearchParams(toSeriesQuery(question))}`] : []),
  ]
  return paths
    .map(
      (path) =>
        `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escapeHtml(`/api/v1${path}`)}" />`,
    )
    .join('')
}

interface Drawn extends Drawing {
  readonly widths: readonly number[]
  readonly language: Language
}

async function templates({ kind, data }: AddressedChart, { widths, language, toSvg }: Drawn) {
  const { title, sentence: description } = chartKinds[kind].describe(data)
  const written: string[] = []
  for (const width of widths) {
    for (const theme of Object.keys(themes) as ThemeName[]) {
      const { option, height } = drawings[kind](data, { width, theme })
      const svg = toSvg({
        ...{ width, height, zoom: 1, rects: [], texts: [], title, description },
        background: themes[theme].ground,
        chart: { option, x: 0, y: 0, width, height },
      })
      const place = `data-picture="${kind}" data-width="${width}" data-theme="${theme}" data-lang="${language}"`
      written.push(`<template ${place}>${svg}</template>`)
      await takeTurn()
    }
  }
  return written
}
