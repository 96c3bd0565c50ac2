import { themes } from '#server/charts/index.ts'
import type { OfficeAbout } from '../office-chart.ts'
import type { Xml } from '../xml.ts'
import { sheetXml, slideSize } from './masters.ts'
import { textBox } from './shapes.ts'
import { fitting } from './slide-text.ts'

const { ink, muted } = themes.light
const margin = 88
const width = slideSize.width - 2 * margin

/** The slide before the others: what the presentation is called, and in lines below what else is to be known of it. */
export const coverXml = (title: string, lines: NonNullable<OfficeAbout['cover']>): Xml =>
  sheetXml(
    'p:sld',
    textBox({
      id: 2,
      name: '标题',
      box: { x: margin, y: 150, width, height: 110 },
      lines: [title],
      look: { size: fitting(title, 40, 24, width), color: ink, isBold: true },
      anchor: 'b',
      placeholder: 'title',
    }),
    textBox({
      id: 3,
      name: '副标题',
      box: { x: margin, y: 280, width, height: 80 },
      lines,
      look: { size: 18, color: muted },
      lineSpacing: 130,
    }),
  )
