import type { Language, Text } from '#data/model/language.ts'
import type { ExportTable } from '#server/exports/export-format.ts'
import { fileNames } from './archive-names.ts'
import { citeData } from './cite.ts'
import { describeTable, explainUnits } from './describe-table.ts'
import { codeWords } from './explain-codes.ts'

interface Told {
  readonly rows: number
  readonly units: ReadonlySet<string>
}

/** What a newcomer should know of the archive before opening anything else, line by line. */
export function readMe(table: ExportTable, { rows, units }: Told): string[] {
  const { language } = table
  const say = (text: Text) => text[language]
  const colon = language === 'zh' ? '：' : ': '
  const unitLines = explainUnits(units, table.catalog).map(({ id, value }) => `  ${id}${colon}${say(value)}`)
  return [
    say(table.title),
    '',
    say(headings.files),
    ...files.map(([id, what]) => `  ${say(fileNames[id])}${colon}${say(what)}`),
    '',
    say(headings.open),
    ...opening[language],
    '',
    say(headings.about),
    ...describeTable(table)
      .filter(({ id }) => id !== 'title')
      .map(({ name, value }) => `  ${say(name)}${colon}${say(value)}`),
    `  ${say(headings.rows)}${colon}${rows}`,
    ...(unitLines.length > 0 ? ['', say(headings.units), ...unitLines] : []),
    '',
    say(headings.columns),
    ...table.columns.flatMap(({ id, heading }) => [
      `  ${id}${colon}${say(heading)}`,
      ...Object.entries(codeWords[id] ?? {}).map(([code, words]) => `      ${code}${colon}${say(words)}`),
    ]),
    '',
    say(headings.cite),
    `  ${citeData(table)}`,
  ]
}

const headings = {
  files: { zh: '这里有什么', en: 'What is here' },
  open: { zh: '怎样打开', en: 'How to open it' },
  about: { zh: '这是什么数据', en: 'What the data are' },
  rows: { zh: '行数', en: 'Rows' },
  units: { zh: '单位', en: 'Units' },
  columns: { zh: '数据的列', en: 'Columns of the data' },
  cite: { zh: '怎样引用', en: 'How to cite' },
} satisfies Record<string, Text>

const files = [
  ['data', { zh: '全部数字，一行一个', en: 'all numbers, one a row' }],
  ['sources', { zh: '数字所出的文件', en: 'the documents they come from' }],
  ['metadata', { zh: '同样的说明，供程序读取', en: 'what this text says, for programs' }],
  ['citation', { zh: '引用格式（GB/T 7714），含每份来源', en: 'citations by GB/T 7714, each source too' }],
  ['bibtex', { zh: '引用格式（BibTeX），含每份来源', en: 'citations for BibTeX, each source too' }],
] as const satisfies readonly (readonly [keyof typeof fileNames, Text])[]

const opening: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '  双击“.csv”即可用 Excel 或 WPS 打开，汉字不会乱码。',
    '  程序读取时编码为 UTF-8（带 BOM），逗号分隔，第一行是列名。',
  ],
  en: [
    '  Excel and LibreOffice open the .csv files as they are.',
    '  For programs: UTF-8 with BOM, separated by commas, the first line names the columns.',
  ],
}
