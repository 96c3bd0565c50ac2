import { fontSizeFor } from './chart/chart-frame.ts'
import { chartParts, chartPath } from './chart/chart-parts.ts'
import { propertyParts, propertyRelations } from './doc-props.ts'
import { nativeChartOf } from './native/index.ts'
import type { OfficeAbout, OfficeChart } from './office-chart.ts'
import { type Part, packParts, type Relation } from './package-file.ts'
import { coverXml } from './pptx/cover.ts'
import {
  defaultText,
  layoutPath,
  masterParts,
  masterPath,
  notesMasterPath,
  notesSize,
  partType,
  presentationSpaces,
  sizeOf,
  slideSize,
  themePath,
} from './pptx/masters.ts'
import { notesXml } from './pptx/notes.ts'
import { bodyBox, type Slide, slidesOf } from './pptx/plan-slides.ts'
import { slideXml } from './pptx/slide.ts'
import { tag, type Xml } from './xml.ts'

const presentation = 'ppt/presentation.xml'

/**
 * A presentation for PowerPoint and WPS, 16:9, a chart a slide below what it says: drawn by Office itself with a workbook behind it where
 * it can, else a picture beside its table. Notes give the sentence, the sources and the address.
 * @returns the bytes of a `.pptx`; the same for the same charts.
 */
export async function writePptx(charts: readonly OfficeChart[], about: OfficeAbout): Promise<Uint8Array> {
  const slides = charts.flatMap((chart) => slidesOf(chart, nativeChartOf(chart.kind, chart.data)))
  const covers = about.cover ? [coverPart(about.title, about.cover)] : []
  const parts = await Promise.all(
    slides.map((slide, index) => slideParts(slide, covers.length + index + 1, about)),
  )
  return packParts(
    [
      presentationPart(covers.length + slides.length),
      ...settingParts(),
      ...masterParts(),
      ...covers,
      ...parts.flat(),
      ...propertyParts(about),
    ],
    [{ id: 'rId1', type: 'officeDocument', target: presentation }, ...propertyRelations],
    about.date,
  )
}

const slidePath = (number: number) => `ppt/slides/slide${number}.xml`
const notesPath = (number: number) => `ppt/notesSlides/notesSlide${number}.xml`
const picturePath = (number: number) => `ppt/media/image${number}.png`

const coverPart = (title: string, lines: readonly string[]): Part => ({
  path: slidePath(1),
  type: partType('slide'),
  content: coverXml(title, lines),
  relations: [{ id: 'rId1', type: 'slideLayout', target: layoutPath }],
})

/** A slide, its notes, and its chart or picture. */
async function slideParts(slide: Slide, number: number, about: OfficeAbout): Promise<Part[]> {
  const { shown, chart } = slide
  const relations: Relation[] = [
    { id: 'rId1', type: 'slideLayout', target: layoutPath },
    { id: 'rId2', type: 'notesSlide', target: notesPath(number) },
  ]
  const parts: Part[] = []
  if (shown.kind === 'native') {
    relations.push({ id: 'rId3', type: 'chart', target: chartPath('ppt', number) })
    const { width, height } = bodyBox(slide)
    const fontSize = fontSizeFor(shown.chart, height, 12)
    parts.push(
      ...(await chartParts(shown.chart, {
        folder: 'ppt',
        number,
        frame: { width, height, fontSize },
        date: about.date,
        whole: shown.whole,
      })),
    )
  }
  if (shown.kind === 'picture') {
    relations.push({ id: 'rId4', type: 'image', target: picturePath(number) })
    parts.push({ path: picturePath(number), content: shown.picture.png })
  }
  return [
    {
      path: slidePath(number),
      type: partType('slide'),
      content: slideXml(slide, number, { chart: 'rId3', picture: 'rId4' }),
      relations,
    },
    {
      path: notesPath(number),
      type: partType('notesSlide'),
      content: notesXml(chart, about),
      relations: [
        { id: 'rId1', type: 'notesMaster', target: notesMasterPath },
        { id: 'rId2', type: 'slide', target: slidePath(number) },
      ],
    },
    ...parts,
  ]
}

/** The first ids that PowerPoint allows for slides and masters. */
const firstSlide = 256
const firstMaster = 2_147_483_648

function presentationPart(count: number): Part {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return {
    path: presentation,
    type: partType('presentation.main'),
    content: tag(
      'p:presentation',
      { ...presentationSpaces, saveSubsetFonts: 1 },
      tag('p:sldMasterIdLst', {}, tag('p:sldMasterId', { id: firstMaster, 'r:id': 'rId1' })),
      tag('p:notesMasterIdLst', {}, tag('p:notesMasterId', { 'r:id': 'rId2' })),
      tag(
        'p:sldIdLst',
        {},
        numbers.map((number) => tag('p:sldId', { id: firstSlide + number, 'r:id': `rId${10 + number}` })),
      ),
      sizeOf('p:sldSz', slideSize),
      sizeOf('p:notesSz', notesSize),
      defaultText,
    ),
    relations: [
      { id: 'rId1', type: 'slideMaster', target: masterPath },
      { id: 'rId2', type: 'notesMaster', target: notesMasterPath },
      { id: 'rId3', type: 'presProps', target: 'ppt/presProps.xml' },
      { id: 'rId4', type: 'viewProps', target: 'ppt/viewProps.xml' },
      { id: 'rId5', type: 'theme', target: themePath },
      { id: 'rId6', type: 'tableStyles', target: 'ppt/tableStyles.xml' },
      ...numbers.map((number) => ({ id: `rId${10 + number}`, type: 'slide', target: slidePath(number) })),
    ],
  }
}

/** Parts that PowerPoint writes in every file, with nothing in them. */
const settingParts = (): Part[] =>
  (
    [
      ['presProps', tag('p:presentationPr', presentationSpaces)],
      ['viewProps', tag('p:viewPr', presentationSpaces)],
      [
        'tableStyles',
        tag('a:tblStyleLst', {
          'xmlns:a': presentationSpaces['xmlns:a'],
          def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}',
        }),
      ],
    ] as const satisfies readonly (readonly [string, Xml])[]
  ).map(([name, content]) => ({ path: `ppt/${name}.xml`, type: partType(name), content }))
