import { useQuery } from '@tanstack/react-query'
import type { CatalogAnswer, Column, LookAnswer, ReadRow, Row } from '#etl/review/answers.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { desk } from './api.ts'
import { changedIn, fieldKeys } from './draft.ts'
import { optionsOf } from './options.ts'
import { Picker } from './picker.tsx'
import { sayField } from './say-field.ts'
import { useWords } from './words.ts'

interface FieldListProps {
  readonly row: Row
  /** As it was read, where it was. */
  readonly read: ReadRow | undefined
  readonly look: LookAnswer | undefined
  readonly catalog: CatalogAnswer
  readonly editing: Column | undefined
  readonly onEdit: (column: Column | undefined) => void
  readonly onChange: (column: Column, value: string) => void
}

/** The fields of a row: what each says, where that is from, and the key that mends it. */
export function FieldList(props: FieldListProps) {
  const { row, read } = props
  const changed = changedIn(row, read?.row)
  return (
    <dl className="review-fields">
      {fieldKeys.map(([key, column]) => (
        <Field key={column} {...props} shortcut={key} column={column} isChanged={changed.has(column)} />
      ))}
    </dl>
  )
}

interface FieldProps extends FieldListProps {
  readonly shortcut: string
  readonly column: Column
  readonly isChanged: boolean
}

function Field(props: FieldProps) {
  const { row, read, look, editing, shortcut, column, isChanged } = props
  const words = useWords()
  const say = useSay(column, props.catalog)
  const origin = isChanged ? 'mended' : read?.fields[column].origin
  const isAtFault = look?.column === column
  return (
    <div data-changed={isChanged} data-fault={isAtFault}>
      <dt>
        <kbd>{shortcut}</kbd> {words.columns[column]}
      </dt>
      <dd>
        {editing === column ? (
          <FieldPicker {...props} />
        ) : (
          <FieldButton value={row[column]} said={say(row[column])} {...props} />
        )}
        {isChanged && read && (
          <small className="review-was">{`${words.was} ${say(read.row[column]) || words.empty}`}</small>
        )}
        {isAtFault && <small className="review-fault">{look?.problem}</small>}
      </dd>
      <dd className="review-origin">{origin && words.origins[origin]}</dd>
    </div>
  )
}

/** How the values of a column are said in the language of the page. */
function useSay(column: Column, catalog: CatalogAnswer) {
  const { language } = useLanguage()
  const { qualifiers } = useWords()
  return (value: string) => sayField(column, value, { catalog, language, qualifiers })
}

interface FieldButtonProps extends FieldProps {
  readonly value: string
  readonly said: string
}

function FieldButton({ value, said, column, read, onEdit }: FieldButtonProps) {
  const words = useWords()
  const isUnsaid = value === '' || (read?.fields[column].origin === 'usual' && column !== 'status')
  return (
    <button
      type="button"
      className="review-field"
      aria-label={`${words.columns[column]} ${said || words.empty}`}
      onClick={() => onEdit(column)}
    >
      <span className={isUnsaid ? 'muted' : undefined}>{said || words.empty}</span>
      {said !== value && value !== '' && <small className="muted"> {value}</small>}
    </button>
  )
}

function FieldPicker(props: FieldProps) {
  const { catalog, column, onChange, onEdit } = props
  const words = useWords()
  const { language } = useLanguage()
  const say = useSay(column, catalog)
  const alternatives = alternativesOf(column, props)
  const { qualifiers, empty, typed, document: near } = words
  return (
    <Picker
      label={words.columns[column]}
      nothing={words.nothingFound}
      optionsFor={optionsOf(column, {
        ...{ catalog, language, alternatives, say, qualifiers },
        near: props.read?.fields[column].alternatives ?? [],
        words: { empty, typed, near },
      })}
      onChoose={(chosen) => onChange(column, chosen)}
      onClose={() => onEdit(undefined)}
    />
  )
}

/** What the document offers, and for a unit what its indicator is printed in. */
function alternativesOf(column: Column, { row, read, catalog }: FieldListProps): readonly string[] {
  const near = read?.fields[column].alternatives ?? []
  const own = read && read.row[column] !== row[column] ? [read.row[column]] : []
  if (column === 'unit') {
    const entry = catalog.indicators.find(({ code }) => code === row.indicator)
    return [...new Set([...own, ...near, ...(entry?.units ?? []), '%', 'pp'])]
  }
  if (column === 'of' || column === 'compared_to') return [...new Set(['', ...own, ...near])]
  return [...own, ...near]
}

/** Asks what a row would mean; the answer before stays until the next one is here. */
export function useLook(document: string, place: string, row: Row | undefined): LookAnswer | undefined {
  const { data } = useQuery({
    queryKey: ['look', document, place, row],
    queryFn: () => (row ? desk.look({ document, place, row }) : undefined),
    enabled: row !== undefined,
    placeholderData: (before) => (row ? before : undefined),
  })
  return data
}
