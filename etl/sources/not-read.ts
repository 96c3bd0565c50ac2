import type { Unread } from '#etl/document.ts'

/** Content that no reader reads, by kind. */
const kinds = {
  picture: { zh: '张图片未读', en: 'pictures' },
  chart: { zh: '个图表未读', en: 'charts' },
  diagram: { zh: '个图示（SmartArt）未读', en: 'diagrams (SmartArt)' },
  object: { zh: '个嵌入的文档或公式未读', en: 'embedded documents or formulas' },
  formula: { zh: '个公式未读', en: 'formulas' },
  symbol: { zh: '个特殊符号未读', en: 'special signs' },
  box: { zh: '个文本框未读', en: 'text boxes' },
  row: { zh: '行隐藏的行未读', en: 'hidden rows' },
  column: { zh: '列隐藏的列未读', en: 'hidden columns' },
  beside: {
    zh: '个带单位的数字在导航、页脚或侧栏里，未读',
    en: 'numbers with units in menus, footers or sidebars',
  },
  note: { zh: '处批注文字未读', en: 'notes' },
} as const
export type UnreadKind = keyof typeof kinds

/** How many of a kind were not read: 「3 张图片未读」; in a sheet 「工作表「表」有 3 张图片未读」. */
export function notRead(count: number, kind: UnreadKind, sheet?: string): Unread {
  const { zh, en } = kinds[kind]
  const said = { what: `${count} ${zh}`, en: `Not read: ${en}, ${count}` }
  if (sheet === undefined) return said
  return { what: `工作表「${sheet}」有 ${said.what}`, en: `${said.en}, in the sheet “${sheet}”` }
}
