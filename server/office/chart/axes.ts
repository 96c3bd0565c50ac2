import type { Language } from '#data/model/language.ts'
import { themes, widthOf } from '#server/charts/index.ts'
import type { NativeChart } from '../native/native-chart.ts'
import { tag, valued, type Xml } from '../xml.ts'
import type { ChartRoom } from './chart-frame.ts'
import { manualLayout, noOutline, outline, runLook, shapeLook, textLook } from './chart-look.ts'
import { dayFormats } from './chart-sheet.ts'

/** Of the categories, and of the values. */
export const axisIds = [111_111_111, 222_222_222] as const
const [slotAxis, valueAxis] = axisIds

const { muted, ink, grid, axis: axisColor } = themes.light

export function axes(chart: NativeChart, room: ChartRoom): readonly Xml[] {
  return [
    chart.slots.every(({ day }) => day !== undefined) ? days(chart, room) : slots(chart, room),
    values(chart, room),
  ]
}

/** Text that lies level, and text that Office turns or leaves out as it sees fit: where labels are told to skip, others break them. */
const level = { rot: 0, vert: 'horz' }
const own = { rot: -60_000_000, vert: 'horz' }

const isEnds = ({ labels }: NativeChart) => labels === 'ends'

function slots(chart: NativeChart, { frame, labelEvery }: ChartRoom): Xml {
  const isBars = chart.shape === 'bars'
  const isStrong = isBars || isEnds(chart)
  const look = { size: frame.fontSize, color: isStrong ? ink : muted, isBold: isEnds(chart) }
  return tag(
    'c:catAx',
    {},
    valued('c:axId', slotAxis),
    tag('c:scaling', {}, valued('c:orientation', isBars ? 'maxMin' : 'minMax')),
    valued('c:delete', 0),
    valued('c:axPos', isBars ? 'l' : 'b'),
    isEnds(chart) ? tag('c:majorGridlines', {}, shapeLook(outline(grid, 0.75))) : undefined,
    tag('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    valued('c:majorTickMark', 'none'),
    valued('c:minorTickMark', 'none'),
    valued('c:tickLblPos', isEnds(chart) ? 'high' : 'low'),
    shapeLook(isEnds(chart) ? noOutline : outline(axisColor, 0.75)),
    textLook(look, labelEvery === 1 ? level : own),
    valued('c:crossAx', valueAxis),
    valued('c:crosses', 'autoZero'),
    valued('c:auto', 0),
    valued('c:lblAlgn', 'ctr'),
    valued('c:lblOffset', 50),
    valued('c:tickLblSkip', labelEvery),
    valued('c:tickMarkSkip', labelEvery),
    valued('c:noMultiLvlLbl', 1),
  )
}

const daySteps = [
  [1, 'months'],
  [3, 'months'],
  [6, 'months'],
  [12, 'months'],
] as const
const yearSteps = [
  [1, 'years'],
  [2, 'years'],
  [5, 'years'],
  [10, 'years'],
] as const

/** Beyond so many months an axis names years, as on the pages. */
const mostMonths = 27

const yearFormats: Readonly<Record<Language, string>> = { zh: 'yyyy"年"', en: 'yyyy' }
const monthSamples: Readonly<Record<Language, string>> = { zh: '2024年12月', en: 'Dec 2024' }
const yearSamples: Readonly<Record<Language, string>> = { zh: '2024年', en: '2024' }
const daysOf = { months: 30.44, years: 365.25 }

/** Real time, named by months while there is room and else by years. */
function days({ slots: all, language, shape }: NativeChart, { frame, plot }: ChartRoom): Xml {
  const places = all.flatMap(({ day }) => day ?? [])
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const isLong = last - first > mostMonths * daysOf.months
  const sample = isLong ? yearSamples[language] : monthSamples[language]
  const room = plot.width / (widthOf(sample, frame.fontSize) + frame.fontSize)
  const steps = isLong ? yearSteps : daySteps
  const [step, unit] =
    steps.find(([count, each]) => (last - first) / (count * daysOf[each]) <= room) ?? steps[3]
  return tag(
    'c:dateAx',
    {},
    valued('c:axId', slotAxis),
    tag(
      'c:scaling',
      {},
      valued('c:orientation', 'minMax'),
      valued('c:min', startOf(first, unit === 'years' ? 12 : step)),
    ),
    valued('c:delete', 0),
    valued('c:axPos', 'b'),
    tag('c:numFmt', {
      formatCode: unit === 'years' ? yearFormats[language] : dayFormats[language],
      sourceLinked: 0,
    }),
    valued('c:majorTickMark', 'out'),
    valued('c:minorTickMark', 'none'),
    valued('c:tickLblPos', 'low'),
    shapeLook(outline(axisColor, 0.75)),
    textLook({ size: frame.fontSize, color: muted }, level),
    valued('c:crossAx', valueAxis),
    valued('c:crosses', 'autoZero'),
    valued('c:auto', 0),
    valued('c:lblOffset', 50),
    // A bar is as wide as the unit; a line has to be broken within a month too.
    valued('c:baseTimeUnit', shape === 'columns' ? 'months' : 'days'),
    valued('c:majorUnit', step),
    valued('c:majorTimeUnit', unit),
  )
}

const dayInMs = 86_400_000
const dayZero = Date.UTC(1899, 11, 30)

/** The first day of the months of a day, of so many together from January. */
function startOf(day: number, months: number): number {
  const date = new Date(dayZero + day * dayInMs)
  const month = Math.floor(date.getUTCMonth() / months) * months
  return (Date.UTC(date.getUTCFullYear(), month, 1) - dayZero) / dayInMs
}

/** From zero for bars; a line's lower end is that of the pages. Its upper end is free, so that larger numbers can be put in. */
function values(chart: NativeChart, room: ChartRoom): Xml {
  const { axis, shape } = chart
  const { frame } = room
  const isOver = shape === 'lines' && chart.slots.every(({ day }) => day !== undefined)
  return tag(
    'c:valAx',
    {},
    valued('c:axId', valueAxis),
    scaling(chart),
    valued('c:delete', axis.isShown ? 0 : 1),
    valued('c:axPos', shape === 'bars' ? 't' : 'l'),
    axis.isShown ? tag('c:majorGridlines', {}, shapeLook(outline(grid, 0.75))) : undefined,
    axis.unit === '' || !axis.isShown ? undefined : unitTitle(axis.unit, room),
    tag('c:numFmt', { formatCode: axis.format, sourceLinked: 0 }),
    valued('c:majorTickMark', 'none'),
    valued('c:minorTickMark', 'none'),
    valued('c:tickLblPos', 'nextTo'),
    shapeLook(noOutline),
    textLook({ size: frame.fontSize, color: muted }, level),
    valued('c:crossAx', slotAxis),
    valued('c:crosses', 'autoZero'),
    valued('c:crossBetween', isOver || isEnds(chart) ? 'midCat' : 'between'),
    axis.isLogarithmic || !axis.isShown ? undefined : valued('c:majorUnit', axis.step),
  )
}

function scaling(chart: NativeChart): Xml {
  const { isLogarithmic, isMinFree, min, max } = chart.axis
  return tag(
    'c:scaling',
    {},
    isLogarithmic ? valued('c:logBase', 10) : undefined,
    valued('c:orientation', 'minMax'),
    isEnds(chart) ? valued('c:max', max) : undefined,
    isMinFree ? undefined : valued('c:min', min),
  )
}

/** The unit above the numbers of the axis. */
const unitTitle = (unit: string, { frame }: ChartRoom): Xml =>
  tag(
    'c:title',
    {},
    tag(
      'c:tx',
      {},
      tag(
        'c:rich',
        {},
        tag('a:bodyPr', level),
        tag('a:lstStyle'),
        tag(
          'a:p',
          {},
          tag('a:pPr', {}, runLook('a:defRPr', { size: frame.fontSize, color: muted })),
          tag(
            'a:r',
            {},
            runLook('a:rPr', { size: frame.fontSize, color: muted }, 'zh-CN'),
            tag('a:t', {}, unit),
          ),
        ),
      ),
    ),
    manualLayout({ x: 0.002, y: 0.002 }, 'edge'),
    valued('c:overlay', 1),
  )
