/** A question of which every format makes a file. */
interface Asked {
  readonly name: string
  readonly question: 'series' | 'compare' | 'compare_latest' | 'observations'
  /** The route that answers it as JSON. */
  readonly route: string
  readonly query: string
  /** Whether it has numbers that nobody printed. */
  readonly isDerived?: true
  readonly isEmpty?: true
}

export const asked: readonly Asked[] = [
  {
    name: 'a national series',
    question: 'series',
    route: 'series',
    query: 'indicator=software_revenue',
  },
  {
    name: 'several regions and measures',
    question: 'series',
    route: 'series',
    query:
      'indicator=software_revenue,base_stations_5g&region=CN,520000,CN-EAST&measure=level,yoy_pct,net_add',
  },
  {
    name: 'growth made of the levels',
    question: 'series',
    route: 'series',
    query: 'indicator=software_revenue&region=CN,110000&transform=yoy',
    isDerived: true,
  },
  {
    name: 'single months of cumulative figures',
    question: 'series',
    route: 'series',
    query: 'indicator=software_revenue&transform=decumulate',
    isDerived: true,
  },
  {
    name: 'every version of a series',
    question: 'series',
    route: 'series',
    query: 'indicator=software_revenue&region=CN,110000&includeHistory=true',
  },
  {
    name: 'shares of a whole',
    question: 'series',
    route: 'series',
    query: 'indicator=software_revenue&region=CN-EAST,110000&measure=share_pct,level',
  },
  {
    name: 'the annual compilation of all provinces',
    question: 'compare',
    route: 'compare',
    query: 'indicator=software_revenue&compilation=annual&basis=year&period=2023',
  },
  {
    name: 'a comparison of zones',
    question: 'compare',
    route: 'compare',
    query: 'indicator=software_revenue&regions=zones',
  },
  {
    name: 'the newest number of each province',
    question: 'compare_latest',
    route: 'compare/latest',
    query: 'indicator=base_stations_5g&regions=provinces',
  },
  {
    name: 'a page of observations, targets among them',
    question: 'observations',
    route: 'observations',
    query: 'indicator=base_stations_5g&region=CN,520000&limit=500',
  },
  {
    name: 'a day in the past',
    question: 'series',
    route: 'series',
    query: 'indicator=software_revenue&asOf=2024-06-30',
  },
  {
    name: 'nothing',
    question: 'series',
    route: 'series',
    query: 'indicator=software_revenue&region=650000&measure=contribution_pp',
    isEmpty: true,
  },
]
