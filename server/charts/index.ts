/*
 * The only entry to charts: for the pages, the pictures and the files alike.
 */

export type {
  CompareAnswer,
  Coverage,
  Frozen,
  Indicator,
  Names,
  Parents,
  Point,
  Region,
  Series,
  SeriesAnswer,
  SeriesQuestion,
  StatementsQuestion,
} from './address/answers.ts'
export {
  type ChartState,
  type CompareKind,
  codeForm,
  compareKinds,
  embedFields,
  type IndicatorState,
  indicatorFields,
  liveFields,
  pictureFields,
  type RegionGroup,
  type RegionsState,
  regionForm,
  regionGroups,
  regionsFields,
  regionViews,
  type TrendKind,
  trendKinds,
} from './address/chart-fields.ts'
export { type ChartFile, chartFileAddress, chartFileIds, chartFiles } from './address/chart-files.ts'
export {
  type ChosenComparison,
  chooseComparison,
  chooseGroup,
  type NamedPeriod,
  regionsInGroup,
  type SharedPeriod,
} from './address/choose-comparison.ts'
export { type ChosenSeries, chooseSeries } from './address/choose-series.ts'
export { defaultKind } from './address/default-kind.ts'
export { chartOfPage, embedAddresses } from './address/embed-address.ts'
export { type EmbedForm, embedCode, embedForms, escapeHtml } from './address/embed-code.ts'
export { growthQuestions, withGrowth } from './address/growth-beside.ts'
export { offeredTransforms } from './address/offered-transforms.ts'
export { onlyComparison } from './address/only-comparison.ts'
export {
  type Field,
  listOf,
  matching,
  oneOf,
  printState,
  readState,
  type StateOf,
  text,
  type Unread,
} from './address/parameters.ts'
export { printedFirst } from './address/printed-first.ts'
export { type AddressedChart, type ChartAsker, readChart, type WholeState } from './address/read-chart.ts'
export { parentsIn, statementsBehind } from './address/statements-behind.ts'
export { compareToChartData, nameOf, toChartData } from './address/to-chart-data.ts'
export { toSeriesQuery, toStatementsQuery } from './address/to-query.ts'
export { wrap } from './axes/plot.ts'
export { timeScaleOf } from './axes/time-axis.ts'
export { domainOf } from './axes/value-axis.ts'
export {
  type Brief,
  type BriefFault,
  type BriefItem,
  type BriefLayout,
  briefHeadFields,
  briefItemFields,
  briefLayouts,
  longestLine,
  mostCharts,
  printBrief,
  readBrief,
  sentenceChoices,
  toLine,
} from './brief/brief-address.ts'
export { type ChangesAnswer, changesOfChart, changesQuestion, sayChanges } from './brief/changes-of-chart.ts'
export { chosenSentence, type SentenceQuestion, sayChart } from './brief/say-chart.ts'
export type {
  ChartData,
  ChartKind,
  ChartKindId,
  ChartPoint,
  ChartRegion,
  ChartSeries,
  ChartSource,
  ChartTable,
  ChartWords,
  Draw,
  Mark,
  Picture,
  ShownNumber,
  TableNumber,
  TipParent,
} from './chart-kind.ts'
export { drawColumns } from './drawings/columns.ts'
export { drawCoverage } from './drawings/coverage.ts'
export { drawHeatmap } from './drawings/heatmap.ts'
export { drawings } from './drawings/index.ts'
export { drawMultiples } from './drawings/multiples.ts'
export { drawRanking } from './drawings/ranking.ts'
export { drawSlope } from './drawings/slope.ts'
export { drawTiles } from './drawings/tiles.ts'
export { drawTrend } from './drawings/trend.ts'
export { drawYearly, lookOf } from './drawings/yearly.ts'
export { columns } from './kinds/columns.ts'
export { coverage } from './kinds/coverage.ts'
export { heatmap } from './kinds/heatmap.ts'
export { chartKinds } from './kinds/index.ts'
export { multiples } from './kinds/multiples.ts'
export { ranking } from './kinds/ranking.ts'
export { slope } from './kinds/slope.ts'
export { tiles } from './kinds/tiles.ts'
export { trend } from './kinds/trend.ts'
export { yearly } from './kinds/yearly.ts'
export { reachOf } from './marks/band.ts'
export { dodge } from './marks/dodge.ts'
export { paler } from './marks/line.ts'
export { type Box, coversLine, overlap, type Pixel, placeNear } from './marks/near-label.ts'
export { colorsOf, shapesOf } from './marks/series-color.ts'
export {
  cssVariables,
  mix,
  paletteRules,
  readable,
  type ThemeName,
  themes,
} from './palette.ts'
export { boundsIn } from './points/bounds.ts'
export { type Break, breakLine, breaksAt, breaksIn, breakWord, measuresBreak } from './points/breaks.ts'
export { toChartPoint } from './points/chart-point.ts'
export { onLatestBase } from './points/one-base.ts'
export {
  addsUp,
  breaksSince,
  isMixed,
  type Ranked,
  type Row,
  rank,
  rowsOf,
  shownSeries,
} from './points/ranked.ts'
export { compare, directionOf, isLogarithmic, type Pair, valuesOf } from './points/region-pairs.ts'
export { restarts, runsOf } from './points/runs.ts'
export { isUncounted } from './points/uncounted.ts'
export { yearsOf, yearText } from './points/years.ts'
export { colorOfRegion, colorVariableOf, ownColorOf, type Shape, shapeOfRegion } from './region-colours.ts'
export { chartTables } from './tables/index.ts'
export { widthOf } from './typography.ts'
export { kindNames } from './words/kind-names.ts'
export { nameIn, othersText } from './words/name-words.ts'
export { numberLabels, rankedLabels, shortText } from './words/number-labels.ts'
export {
  madeOfOdd,
  oddityLine,
  oddityReason,
  odditySign,
  offCourse,
  withOddity,
} from './words/oddity-words.ts'
export { asPrinted, commonScale, digitsIn, exactDigits, scaleOfAll, textAt } from './words/one-unit.ts'
export { parentsOf } from './words/parent-words.ts'
export { carrierText, issuersText } from './words/source-words.ts'
export {
  certainScale,
  derivedDigits,
  intervalText,
  type Measured,
  printedDigits,
  printedText,
  qualifierWords,
  saidText,
  scaleOf,
  unitOf,
  withMinus,
} from './words/value-text.ts'
export { axisUnit, basisOf, stateOf, subjectOf } from './words/words.ts'
