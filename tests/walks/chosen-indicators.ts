/**
 * Indicators that differ in what may go wrong with their series: with compilations and with none, flows, stocks, ratios
 * and indices, with breaks, printed as growth alone. `npm test` walks these, `npm run test:full` all.
 */
export const chosenIndicators: readonly string[] = [
  'software_revenue',
  'base_stations_5g',
  'gdp',
  'telecom_volume',
  'computing_power',
  'ecommerce_enterprise_share',
]
