import { memo } from 'react'
import type { ArticleAnswer, BlockAnswer, CellAnswer, NumberAnswer, Piece } from '#etl/review/answers.ts'
import { signs, standingOf } from './standing.ts'
import { useWords } from './words.ts'

interface TextProps {
  readonly articles: readonly ArticleAnswer[]
  readonly numbers: ReadonlyMap<string, NumberAnswer>
  readonly selected: string | undefined
  readonly onSelect: (place: string) => void
}

type MarkProps = Pick<TextProps, 'numbers' | 'selected' | 'onSelect'>

/** The text of a document with every number marked where it stands, and how each stands. */
export function DocumentText({ articles, ...marks }: TextProps) {
  return articles.map((article, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: articles stay in their order
    <article key={at} className="review-article" lang="zh-CN">
      <h2>{article.title}</h2>
      <p className="muted small">{[article.publisher, article.published].filter(Boolean).join(' · ')}</p>
      {withoutTitle(article).map((block, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks stay in their order
        <Block key={nth} block={block} {...marks} />
      ))}
    </article>
  ))
}

const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '')

/** The title stands above the text already. */
const withoutTitle = ({ title, blocks: [first, ...others] }: ArticleAnswer) =>
  first && first.kind !== 'table' && bare(first.pieces.join('')) === bare(title)
    ? others
    : [...(first ? [first] : []), ...others]

function Block({ block, ...marks }: MarkProps & { readonly block: BlockAnswer }) {
  if (block.kind === 'table')
    return (
      <div className="review-table-box">
        <table className="review-document-table">
          {block.caption && <caption>{block.caption}</caption>}
          <tbody>
            {block.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows stay in their order
              <tr key={at}>
                {row.map((cell, nth) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stay in their order
                  <TableCell key={nth} cell={cell} {...marks} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  const Name = block.kind === 'heading' ? 'h3' : 'p'
  return (
    <Name>
      <Pieces pieces={block.pieces} {...marks} />
      {block.others.map((place) => (
        <Mark key={place} place={place} text="…" {...marks} />
      ))}
    </Name>
  )
}

function TableCell({ cell, ...marks }: MarkProps & { readonly cell: CellAnswer }) {
  const Name = cell.isHeader ? 'th' : 'td'
  const isNumber = cell.pieces.some((piece) => typeof piece !== 'string')
  return (
    <Name className={isNumber ? 'number' : undefined}>
      <Pieces pieces={cell.pieces} {...marks} />
    </Name>
  )
}

function Pieces({ pieces, ...marks }: MarkProps & { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, at) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces stay in their order
      <Mark key={at} {...piece} {...marks} />
    ),
  )
}

function Mark({
  place,
  text,
  numbers,
  selected,
  onSelect,
}: MarkProps & { readonly place: string; readonly text: string }) {
  const number = numbers.get(place)
  if (!number) return text
  return <MarkButton number={number} text={text} isSelected={place === selected} onSelect={onSelect} />
}

interface MarkButtonProps {
  readonly number: NumberAnswer
  readonly text: string
  readonly isSelected: boolean
  readonly onSelect: (place: string) => void
}

/** One number: a button of which only the selected one is on the way of the Tab key. */
const MarkButton = memo(function MarkButton({ number, text, isSelected, onSelect }: MarkButtonProps) {
  const words = useWords()
  const standing = standingOf(number)
  const said = words.standings[standing]
  return (
    <button
      type="button"
      className="mark"
      data-place={number.place}
      data-standing={standing}
      aria-current={isSelected}
      aria-label={`${text} ${said}`}
      title={number.why === '' ? said : `${said}：${number.why}`}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => onSelect(number.place)}
    >
      {signs[standing] !== '' && <span className="mark-sign">{signs[standing]}</span>}
      {text}
    </button>
  )
})
