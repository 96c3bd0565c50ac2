import type { Unread } from '#etl/document.ts'

/** Text that a reader of the file does not see as part of it, where it stands. */
export interface LeftOut {
  readonly kind: keyof typeof unseen
  readonly text: string
  readonly line?: number
}

const unseen = {
  struck: { zh: '划去的文字', en: 'struck' },
  hidden: { zh: '隐藏的文字', en: 'hidden' },
} as const

/** All that is struck is told, and of what is hidden that which holds a digit: pages hide many a menu. */
export function isTold(kind: LeftOut['kind'], text: string): boolean {
  return (kind === 'hidden' ? /\d/ : /\S/).test(text)
}

/** How many of the texts are shown, and how much of each. */
const shown = { texts: 3, characters: 20 }

/** One line a kind: 「划去的文字 2 处未读：37900、11.5%」, at the first place. */
export function sayLeftOut(found: readonly LeftOut[]): Unread[] {
  return (Object.keys(unseen) as (keyof typeof unseen)[]).flatMap((kind) => {
    const own = found.filter((each) => each.kind === kind)
    const [first] = own
    if (!first) return []
    const texts = own.slice(0, shown.texts).map(excerpt)
    const what = `${unseen[kind].zh} ${own.length} 处未读：${texts.join('、')}`
    const en = `Not read: ${unseen[kind].en} text, ${own.length}: ${texts.join(', ')}`
    return [{ what, en, ...(first.line === undefined ? {} : { line: first.line }) }]
  })
}

function excerpt({ text }: LeftOut): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > shown.characters ? `${plain.slice(0, shown.characters)}…` : plain
}

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
