import {
  type ChartState,
  embedFields,
  indicatorFields,
  pictureFields,
  regionsFields,
  regionViews,
  trendKinds,
} from './chart-fields.ts'
import { type Fields, printState, readState, type StateOf } from './parameters.ts'

/** Where a chart is to be had that stands on someone else's page, from the path on. */
export interface EmbedAddresses {
  /** To be shown in a frame. */
  readonly frame: string
  readonly picture: string
  /** Our page that shows the same with all that belongs to it. */
  readonly page: string
}

/** What the address of an embedded chart says: which chart, and how it looks. */
const spokenFields = { ...embedFields, ...pictureFields }
type Spoken = StateOf<typeof spokenFields>

const pathOfIndicator = /^\/indicators\/([a-z][a-z0-9_]*)$/

/**
 * The chart that the address of a page means; without an indicator where it leaves that to the page.
 * @returns undefined where the page is not about one chart.
 */
export function chartOfPage({ pathname, search }: Pick<URL, 'pathname' | 'search'>): ChartState | undefined {
  if (pathname === '/embed') return readState(embedFields, search).state
  if (pathname === '/regions') return { view: 'ranking', ...readState(regionsFields, search).state }
  const indicator = pathOfIndicator.exec(pathname)?.[1]
  if (!indicator) return undefined
  const { kind: view, ...state } = readState(indicatorFields, search).state
  return { ...state, indicator, view }
}

/**
 * The addresses of a chart.
 * @param search a query string that says in which language and look.
 */
export function embedAddresses(state: ChartState, search = ''): EmbedAddresses {
  const { lang, theme, bg } = readState(spokenFields, search).state
  const spoken: Spoken = { ...state, lang, theme, bg }
  const { view = 'trend', ...picture } = { ...spoken, bg: undefined }
  return {
    frame: addressOf('/embed', spokenFields, spoken),
    picture: addressOf(`/charts/${view}.png`, pictureFields, picture),
    page: pageOf(spoken),
  }
}

function pageOf({ view, indicator = '', ...state }: Spoken): string {
  const { lang } = pictureFields
  const kind = trendKinds.find((each) => each === view)
  if (kind || view === undefined)
    return addressOf(`/indicators/${indicator}`, { ...indicatorFields, lang }, { ...state, kind })
  const shown = regionViews.find((each) => each === view && each !== 'ranking')
  return addressOf('/regions', { ...regionsFields, lang }, { ...state, indicator, view: shown })
}

/** A path with what a state says as its query. */
export function addressOf<Known extends Fields>(path: string, fields: Known, state: StateOf<Known>): string {
  const query = printState(fields, state)
  return query === '' ? path : `${path}?${query}`
}
