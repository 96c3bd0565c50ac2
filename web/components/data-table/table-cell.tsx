import { Link } from 'wouter'
import type { Badge } from '#server/tables/column.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { TrustMark } from '../trust-mark.tsx'
import type { TableColumn } from './table-column.ts'

interface TableCellProps<Row> {
  readonly column: TableColumn<Row>
  readonly row: Row
}

/** What stands in one cell: its text or look, where it leads, and its badges. */
export function TableCell<Row>({ column, row }: TableCellProps<Row>) {
  const { language, t } = useLanguage()
  const text = column.cell(row, language)
  const link = column.link?.(row)
  const words = text === null || text === '' ? t.none : String(text)
  const badges = column.badges?.(row, language) ?? []
  return (
    <>
      {badges.filter(({ kind }) => kind === 'trust').map(toMark)}
      {column.look?.(row) ?? (link ? <Link href={link}>{words}</Link> : words)}
      {badges.filter(({ kind }) => kind !== 'trust').map(toMark)}
    </>
  )
}

const toMark = (badge: Badge) => <BadgeMark key={badge.kind} badge={badge} />

function BadgeMark({ badge }: { readonly badge: Badge }) {
  if (badge.kind === 'trust')
    return (
      <>
        <TrustMark trust={badge.trust} />{' '}
      </>
    )
  if (badge.kind === 'note') return <small className="muted"> {badge.text}</small>
  return (
    <Link className="odd-mark" href={badge.link} title={badge.text}>
      <span aria-hidden="true">{badge.sign}</span>
      <span className="visually-hidden">{badge.text}</span>
    </Link>
  )
}
