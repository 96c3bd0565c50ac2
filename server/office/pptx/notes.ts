import type { Language } from '#data/model/language.ts'
import { themes } from '#server/charts/index.ts'
import { runLook } from '../chart/chart-look.ts'
import type { OfficeAbout, OfficeChart } from '../office-chart.ts'
import { addressLines, documentLines, versionLine } from '../source-lines.ts'
import { tag, type Xml } from '../xml.ts'
import { sheetXml, slideImage } from './masters.ts'

const heads: Readonly<Record<Language, string>> = { zh: '来源文件：', en: 'Documents:' }

/** What a speaker says, and where it comes from. */
export function notesXml(chart: OfficeChart, about: OfficeAbout): Xml {
  const { words, data, sentence } = chart
  const documents = documentLines(data)
  const lines = [
    ...(sentence === '' ? [] : [sentence, '']),
    ...words.foot,
    ...(documents.length > 0 ? ['', heads[data.language], ...documents] : []),
    '',
    ...addressLines(chart),
    versionLine(about, data.language),
  ]
  return sheetXml(
    'p:notes',
    slideImage(2),
    tag(
      'p:sp',
      {},
      tag(
        'p:nvSpPr',
        {},
        tag('p:cNvPr', { id: 3, name: '备注' }),
        tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1 })),
        tag('p:nvPr', {}, tag('p:ph', { type: 'body', idx: 1 })),
      ),
      tag('p:spPr'),
      tag('p:txBody', {}, tag('a:bodyPr'), tag('a:lstStyle'), lines.map(paragraph)),
    ),
  )
}

const look = { size: 11, color: themes.light.ink }

const paragraph = (line: string): Xml =>
  tag(
    'a:p',
    {},
    line === '' ? undefined : tag('a:r', {}, runLook('a:rPr', look, 'zh-CN'), tag('a:t', {}, line)),
  )
