import type { OfficeAbout } from './office-chart.ts'
import type { Part, Relation } from './package-file.ts'
import { tag } from './xml.ts'

const core = 'docProps/core.xml'
const app = 'docProps/app.xml'

export const propertyRelations: readonly Relation[] = [
  { id: 'rId2', type: 'core-properties', target: core },
  { id: 'rId3', type: 'extended-properties', target: app },
]

const maker = '有据 Youju'

/** What a file says of itself; its times are those of the data. */
export function propertyParts({ title, date, snapshot }: OfficeAbout): Part[] {
  const instant = new Date(date).toISOString().replace(/\.\d+/, '')
  const time = (name: string) => tag(name, { 'xsi:type': 'dcterms:W3CDTF' }, instant)
  return [
    {
      path: core,
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: tag(
        'cp:coreProperties',
        {
          'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          'xmlns:dcterms': 'http://purl.org/dc/terms/',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        },
        tag('dc:title', {}, title),
        tag('dc:creator', {}, maker),
        tag('cp:lastModifiedBy', {}, maker),
        snapshot ? tag('cp:version', {}, snapshot) : undefined,
        time('dcterms:created'),
        time('dcterms:modified'),
      ),
    },
    {
      path: app,
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: tag(
        'Properties',
        { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
        tag('Application', {}, maker),
      ),
    },
  ]
}
