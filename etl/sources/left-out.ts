import type { Unread } from '#etl/document.ts'

/** Text that a reader of the file does not see as part of it, where it stands. */
export interface LeftOut {
  readonly kind: keyof typeof kinds
  readonly text: string
  readonly line?: number
}

const kinds = {
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
  return (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => {
    const own = found.filter((each) => each.kind === kind)
    const [first] = own
    if (!first) return []
    const texts = own.slice(0, shown.texts).map(excerpt)
    const what = `${kinds[kind].zh} ${own.length} 处未读：${texts.join('、')}`
    const en = `Not read: ${kinds[kind].en} text, ${own.length}: ${texts.join(', ')}`
    return [{ what, en, ...(first.line === undefined ? {} : { line: first.line }) }]
  })
}

function excerpt({ text }: LeftOut): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > shown.characters ? `${plain.slice(0, shown.characters)}…` : plain
}
