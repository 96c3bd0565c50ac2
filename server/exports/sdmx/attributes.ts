import type { Text } from '#data/model/language.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'

/** What is said of a number beside its value, in the words of SDMX. */
export interface Attribute {
  readonly id: string
  readonly name: Text
  /** Numbers and words; several where `isList`; nothing where it does not apply. */
  values(row: ExportRow): readonly string[]
  readonly isList?: true
}

/** As in the code list of observation status of SDMX: normal, provisional, estimated (made of others), forecast. */
function statusCode({ status, method }: ExportRow): string {
  if (method) return 'E'
  if (status === 'preliminary') return 'P'
  return status === 'actual' ? 'A' : 'F'
}

const one =
  (id: keyof ExportRow) =>
  (row: ExportRow): readonly string[] => {
    const cell = row[id]
    return cell === null || cell === '' ? [] : [String(cell)]
  }

const several =
  (id: 'parents' | 'missing', separator: string) =>
  (row: ExportRow): readonly string[] =>
    row[id] === '' ? [] : row[id].split(separator)

/** All attributes, in order. */
export const attributes: readonly Attribute[] = [
  { id: 'UNIT_MEASURE', name: { zh: '基本单位', en: 'Unit of measure' }, values: one('unit') },
  {
    id: 'OBS_STATUS',
    name: { zh: '观测状态', en: 'Observation status' },
    values: (row) => [statusCode(row)],
  },
  { id: 'STATUS', name: { zh: '状态', en: 'Status as printed' }, values: one('status') },
  { id: 'QUALIFIER', name: { zh: '限定词', en: 'Qualifier' }, values: one('qualifier') },
  { id: 'LOW', name: { zh: '下限', en: 'Least it can stand for' }, values: one('low') },
  { id: 'HIGH', name: { zh: '上限', en: 'Most it can stand for' }, values: one('high') },
  { id: 'PRINTED_VALUE', name: { zh: '原值', en: 'As printed' }, values: one('printed_value') },
  { id: 'PRINTED_UNIT', name: { zh: '原单位', en: 'Printed unit' }, values: one('printed_unit') },
  { id: 'SOURCE', name: { zh: '来源编号', en: 'Source id' }, values: one('source') },
  { id: 'TITLE', name: { zh: '文件标题', en: 'Document title' }, values: one('title') },
  {
    id: 'ISSUERS',
    name: { zh: '发布机构', en: 'Issuers' },
    values: ({ issuers }) => (issuers.zh === '' ? [] : issuers.zh.split(';')),
    isList: true,
  },
  { id: 'PUBLISHED', name: { zh: '发布日期', en: 'Published' }, values: one('published') },
  { id: 'URL', name: { zh: '网址', en: 'Address' }, values: one('url') },
  { id: 'LINE', name: { zh: '行号', en: 'Line' }, values: one('line') },
  { id: 'TRUST', name: { zh: '可追溯到', en: 'Can be followed to' }, values: one('trust') },
  { id: 'METHOD', name: { zh: '推算方法', en: 'Method' }, values: one('method') },
  {
    id: 'PARENTS',
    name: { zh: '由哪些数推算', en: 'Made of' },
    values: several('parents', ' '),
    isList: true,
  },
  { id: 'AGAINST', name: { zh: '对照', en: 'Against' }, values: one('against') },
  {
    id: 'ACROSS_BREAK',
    name: { zh: '跨口径调整', en: 'Across a break' },
    values: one('is_across_break'),
  },
  {
    id: 'MISSING',
    name: { zh: '合计所缺地区', en: 'Regions missing from the sum' },
    values: several('missing', ' '),
    isList: true,
  },
  { id: 'INDEX_BASE', name: { zh: '指数基期', en: 'Base of the index' }, values: one('index_base') },
  { id: 'ODDITY', name: { zh: '离常核查编号', en: 'Finding of an oddity' }, values: one('oddity') },
  { id: 'OBS_ID', name: { zh: '数字编号', en: 'Id of the figure' }, values: one('id') },
  { id: 'VALID_TO', name: { zh: '采用至', en: 'Shown until' }, values: one('valid_to') },
]
