import type { Text } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Column, ColumnType } from './column.ts'

/** One number with everything a reader of a file needs to know of it. Text is '' and the rest null where there is nothing. */
export interface ExportRow {
  readonly indicator: string
  readonly indicator_name: Text
  readonly region: string
  readonly region_name: Text
  /** In the spelling of files: a single month is `2024-M04`. */
  readonly period: string
  readonly measure: Measure
  /** '' where the compilations of the indicator agree. */
  readonly compilation: string
  /** One basis for a number of a series; all that admit it, joined by spaces, for a number by itself. */
  readonly basis: string
  /** In base units, a plain decimal: the JSON answer's number digit for digit. */
  readonly value: string
  /** What the digits, or the parents, leave open; null where an end is open. */
  readonly low: string | null
  readonly high: string | null
  readonly unit: string
  /** '' where derived. */
  readonly printed_value: string
  readonly printed_unit: string
  readonly compared_to: string
  readonly of: string
  readonly status: string
  readonly qualifier: string
  readonly source: string
  /** Joined by `;`. */
  readonly issuers: Text
  readonly carrier: string
  readonly title: string
  readonly remark: string
  readonly published: string
  readonly dating: string
  readonly url: string
  readonly origin: string
  readonly line: number | null
  readonly trust: string
  /** How it was made and of which observations, joined by spaces; '' for a printed number, like the next. */
  readonly method: string
  readonly parents: string
  readonly against: string
  /** null for a printed number. */
  readonly is_across_break: boolean | null
  /** Regions that a sum among the parents lacks, joined by spaces. */
  readonly missing: string
  /** The finding of a figure that leaves its own course, or of one it is made of. */
  readonly oddity: string
  /** What was made of the level: `none` for a number as printed. */
  readonly transform: string
  /** Of an index the period that is 100, else ''. */
  readonly index_base: string
  /** The id by which `parents` name an observation; '' for a number of a series, a comparison or a derivation. */
  readonly id: string
  /** 1 is the statement shown among those of the same fact. */
  readonly rank: number
  /** With `includeHistory` the days from and until which it was the one shown, else ''. */
  readonly valid_from: string
  readonly valid_to: string
}

type Id = keyof ExportRow & string

const column = (
  id: Id,
  type: ColumnType,
  heading: Text,
  more: Partial<Column<ExportRow>> = {},
): Column<ExportRow> => ({
  id,
  type,
  heading,
  cell: (row, language) => {
    const cell = row[id]
    return typeof cell === 'object' && cell !== null ? cell[language] : cell
  },
  ...more,
})

const inBaseUnits = { unit: 'unit' }

/** The columns of every file, in order. */
export const exportColumns: readonly Column<ExportRow>[] = [
  column('indicator', 'code', { zh: '指标代码', en: 'Indicator code' }),
  column('indicator_name', 'text', { zh: '指标', en: 'Indicator' }),
  column('region', 'code', { zh: '地区代码', en: 'Region code' }),
  column('region_name', 'text', { zh: '地区', en: 'Region' }),
  column('period', 'period', { zh: '时期', en: 'Period' }),
  column('measure', 'code', { zh: '度量', en: 'Measure' }),
  column('compilation', 'code', { zh: '统计类别', en: 'Compilation' }),
  column('basis', 'code', { zh: '口径', en: 'Basis' }),
  column('value', 'number', { zh: '数值（基本单位）', en: 'Value (base unit)' }, inBaseUnits),
  column('low', 'number', { zh: '下限', en: 'Low' }, inBaseUnits),
  column('high', 'number', { zh: '上限', en: 'High' }, inBaseUnits),
  column('unit', 'code', { zh: '基本单位', en: 'Base unit' }),
  column('printed_value', 'number', { zh: '原值', en: 'As printed' }, { unit: 'printed_unit' }),
  column('printed_unit', 'text', { zh: '原单位', en: 'Printed unit' }),
  column('compared_to', 'text', { zh: '对比对象', en: 'Compared to' }),
  column('of', 'text', { zh: '占比的整体', en: 'Share of' }),
  column('status', 'code', { zh: '状态', en: 'Status' }),
  column('qualifier', 'code', { zh: '限定词', en: 'Qualifier' }),
  column('source', 'code', { zh: '来源编号', en: 'Source id' }),
  column('issuers', 'text', { zh: '发布机构', en: 'Issuers' }),
  column('carrier', 'text', { zh: '载体', en: 'Carrier' }),
  column('title', 'text', { zh: '文件标题', en: 'Document title' }, { link: ({ url }) => url || undefined }),
  column('remark', 'text', { zh: '来源说明', en: 'Remark on the source' }),
  column('published', 'date', { zh: '发布日期', en: 'Published' }),
  column('dating', 'code', { zh: '日期性质', en: 'Kind of date' }),
  column('url', 'text', { zh: '网址', en: 'Address' }, { link: ({ url }) => url || undefined }),
  column('origin', 'code', { zh: '文件性质', en: 'Origin' }),
  column('line', 'integer', { zh: '行号', en: 'Line' }),
  column('trust', 'code', { zh: '可追溯到', en: 'Can be followed to' }),
  column('method', 'code', { zh: '推算方法', en: 'Method' }),
  column('parents', 'text', { zh: '由哪些数推算', en: 'Made of' }),
  column('against', 'text', { zh: '对照', en: 'Against' }),
  column('is_across_break', 'boolean', { zh: '跨口径调整', en: 'Across a break' }),
  column('missing', 'text', { zh: '合计所缺地区', en: 'Regions missing from the sum' }),
  column('oddity', 'code', { zh: '离常核查编号', en: 'Finding of an oddity' }),
  column('transform', 'code', { zh: '变换', en: 'Transformation' }),
  column('index_base', 'period', { zh: '指数基期', en: 'Base of the index' }),
  column('id', 'code', { zh: '数字编号', en: 'Id of the figure' }),
  column('rank', 'integer', { zh: '第几顺位', en: 'Rank among statements' }),
  column('valid_from', 'date', { zh: '采用自', en: 'Shown from' }),
  column('valid_to', 'date', { zh: '采用至', en: 'Shown until' }),
]
