import { themes } from '#server/charts/index.ts'
import { chartFont, rgb } from '../chart/chart-look.ts'
import { tag, valued, type Xml } from '../xml.ts'

const { ink, ground, muted, grid, categorical } = themes.light

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'

const colors: readonly (readonly [string, string])[] = [
  ['dk1', ink],
  ['lt1', '#ffffff'],
  ['dk2', muted],
  ['lt2', grid],
  ...categorical.slice(0, 6).map((color, index) => [`accent${index + 1}`, color] as const),
  ['hlink', categorical[0]],
  ['folHlink', muted],
]

/** Our palette and one face for both scripts, so that what is added to a file looks like what is there. */
export function themeXml(): Xml {
  const name = '有据'
  return tag(
    'a:theme',
    { 'xmlns:a': drawing, name },
    tag(
      'a:themeElements',
      {},
      tag(
        'a:clrScheme',
        { name },
        colors.map(([key, color]) => tag(`a:${key}`, {}, valued('a:srgbClr', rgb(color)))),
      ),
      tag('a:fontScheme', { name }, fonts('a:majorFont'), fonts('a:minorFont')),
      tag(
        'a:fmtScheme',
        { name },
        tag('a:fillStyleLst', {}, three(placeholderFill)),
        tag(
          'a:lnStyleLst',
          {},
          [6350, 12_700, 19_050].map((w) =>
            tag(
              'a:ln',
              { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' },
              placeholderFill,
              valued('a:prstDash', 'solid'),
            ),
          ),
        ),
        tag('a:effectStyleLst', {}, three(tag('a:effectStyle', {}, tag('a:effectLst')))),
        tag('a:bgFillStyleLst', {}, three(placeholderFill)),
      ),
    ),
  )
}

const placeholderFill = tag('a:solidFill', {}, valued('a:schemeClr', 'phClr'))
const three = (each: Xml) => [each, each, each]

const fonts = (name: string): Xml =>
  tag(
    name,
    {},
    tag('a:latin', { typeface: chartFont }),
    tag('a:ea', { typeface: chartFont }),
    tag('a:cs', { typeface: '' }),
    tag('a:font', { script: 'Hans', typeface: '微软雅黑' }),
  )

/** Nothing behind the slides but paper. */
export const background = tag(
  'p:bg',
  {},
  tag('p:bgPr', {}, tag('a:solidFill', {}, valued('a:srgbClr', rgb(ground))), tag('a:effectLst')),
)
