import { type Document, placeAt } from '#etl/document.ts'

/**
 * The characters of a document that do not stand in the source where their place says, as `line:column found≠read`.
 * Folded forms (full and half width) count as the same; spaces may stand for a line break.
 */
export function misplaced(document: Document, source: string): string[] {
  const lines = source.split(/\r\n|\n|\r/)
  return document.articles.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'table')
        return block.rows
          .flat()
          .filter(({ text, line, column }) => text !== '' && !startsWith(lines[line - 1], column, text))
          .map(({ text, line, column }) => `${line}:${column} ${text}`)
      return [...block.text].flatMap((character, i, all) => {
        const { line, column } = placeAt(block.places, all.slice(0, i).join('').length)
        const found = lines[line - 1]?.slice(column - 1, column - 1 + character.length) ?? ''
        return character === ' ' || sameForm(found, character)
          ? []
          : [`${line}:${column} ${found}≠${character}`]
      })
    }),
  )
}

function startsWith(line: string | undefined, column: number, text: string): boolean {
  return sameForm(line?.charAt(column - 1) ?? '', text.charAt(0))
}

/** ，and , fold together, as do the dashes. */
function sameForm(a: string, b: string): boolean {
  const form = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[‐-―−]/g, '-')
      .replace(/。/g, '.')
      .replace(/[・•]/g, '·')
  return form(a) === form(b)
}
