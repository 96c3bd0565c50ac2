import type { Language, Text } from '#data/model/language.ts'
import type { SourceAnswer } from '#server/answers.ts'
import type { Column, ColumnType } from '#server/tables/column.ts'

const column = (
  id: string,
  type: ColumnType,
  heading: Text,
  cell: (source: SourceAnswer, language: Language) => string,
  link?: (source: SourceAnswer) => string | undefined,
): Column<SourceAnswer> => ({ id, type, heading, cell, ...(link && { link }) })

const address = ({ url }: SourceAnswer) => url || undefined

/** The columns of a list of documents, in order. */
export const sourceColumns: readonly Column<SourceAnswer>[] = [
  column('source', 'code', { zh: '来源编号', en: 'Source id' }, ({ id }) => id),
  column('title', 'text', { zh: '文件标题', en: 'Document title' }, ({ title }) => title, address),
  column('issuers', 'text', { zh: '发布机构', en: 'Issuers' }, ({ issuers }, language) =>
    issuers.map((name) => name[language]).join(';'),
  ),
  column('carrier', 'text', { zh: '载体', en: 'Carrier' }, ({ carrier }) => carrier),
  column('published', 'date', { zh: '发布日期', en: 'Published' }, ({ published }) => published),
  column('dating', 'code', { zh: '日期性质', en: 'Kind of date' }, ({ dating }) => dating),
  column('url', 'text', { zh: '网址', en: 'Address' }, ({ url }) => url, address),
  column('origin', 'code', { zh: '文件性质', en: 'Origin' }, ({ origin }) => origin),
  column('compilation', 'code', { zh: '统计类别', en: 'Compilation' }, ({ compilation }) => compilation),
  column('remark', 'text', { zh: '来源说明', en: 'Remark on the source' }, ({ remark }) => remark),
]
