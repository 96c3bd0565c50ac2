import { readCatalog } from '#data/catalog/read-catalog.ts'
import type { PictureRequest } from '#server/pictures/compose.ts'
import { chartData, chartSeries } from './chart-series.ts'

/** Pictures as readers ask for them, of made-up figures: as wide as a slide, of many lines, bars and words. */

const months = Array.from({ length: 30 }, (_, index) => {
  const [year, month] = [2023 + Math.floor(index / 11), 2 + (index % 11)]
  return { period: `${year}-01/${year}-${String(month).padStart(2, '0')}`, index }
})

const growth = (region: string, offset: number) =>
  chartSeries({
    indicator: 'software_revenue',
    region,
    measure: 'yoy_pct',
    basis: 'cumulative',
    figures: months.map(
      ({ period, index }) => `${period} ${(11 + offset + 3 * Math.sin(index / 3 + offset)).toFixed(1)}%`,
    ),
  })

const provinces = [...readCatalog('data/catalog').regions.values()].filter(({ kind }) => kind === 'province')

const levels = provinces.map(({ code }, index) =>
  chartSeries({
    indicator: 'software_revenue',
    region: code,
    basis: 'cumulative',
    figures: [`2025-01/2025-05 ${12_000 - 350 * index}亿元`],
  }),
)

const slide = { width: 1200, height: 675, theme: 'light' } as const
const zones = ['CN', 'CN-EAST', 'CN-CENTRAL', 'CN-WEST']

export const pictures = {
  trend: { ...slide, kind: 'trend', data: chartData(zones.map(growth)) },
  ranking: { ...slide, kind: 'ranking', data: chartData(levels) },
  tiles: { ...slide, kind: 'tiles', data: chartData(levels) },
  heatmap: { ...slide, kind: 'heatmap', data: chartData(zones.map(growth)), theme: 'dark' },
} satisfies Record<string, PictureRequest>
