import { BadInput } from '#data/model/bad-input.ts'
import { isDoubt } from '#data/model/doubt.ts'
import { refusalReasons } from '#data/model/observation.ts'
import { withSources } from '../inbox/judge-inbox.ts'
import type { ReviewLine } from '../inbox/review.ts'
import { toObservation } from '../normalize/to-observation.ts'
import type { DecideQuestion } from './answers.ts'
import { placeOf } from './place-of.ts'
import type { Reading } from './reading.ts'

/**
 * A decision as lines of `data/review`.
 * @throws BadInput for a number that is not there, one that nobody can accept, or a row that could not be published.
 */
export function linesOf(question: DecideQuestion, reading: Reading): ReviewLine[] {
  return question.places.flatMap((place) => lineAt[question.action](place, question, reading))
}

type ToLines = (place: string, question: DecideQuestion, reading: Reading) => ReviewLine[]

const lineAt: Readonly<Record<DecideQuestion['action'], ToLines>> = {
  accept: (place, question, reading) => {
    const held = numbersAt(place, question.document, reading).filter(
      (each) => each.row !== undefined && each.because !== undefined && isDoubt(each.because),
    )
    if (held.length === 0) throw new BadInput(`${place} 没有可以采信的读数`)
    return held.map(({ line, column, row, quote }) => ({ action: 'accept', ...row, line, column, quote }))
  },
  reject: (place, question, reading) => {
    const [number] = numbersAt(place, question.document, reading)
    if (!number) throw new BadInput(`${place} 没有数字`)
    const { line, column, quote } = number
    return [{ action: 'reject', line, column, quote, reason: question.reason ?? '' }]
  },
  mend: (place, question, reading) => {
    const [number] = numbersAt(place, question.document, reading)
    const { rows = [], reason = '' } = question
    if (!number || number.column === 0 || rows.length === 0) throw new BadInput(`${place} 没有可以改正的数字`)
    const catalog = withSources(reading.ground.catalog, reading.files.documents)
    for (const row of rows) {
      const read = toObservation({ id: '', source: number.source, file: '', line: 0, row }, catalog)
      if ('reason' in read) throw new BadInput(`${refusalReasons[read.reason]}：${read.detail}`)
    }
    const { line, column, quote } = number
    return rows.map((row) => ({ action: 'mend', ...row, line, column, quote, reason }))
  },
}

/** All that was read of the number at a place, published or held. */
export function numbersAt(place: string, document: string, { judged }: Reading) {
  const published = [...judged.rowOf.values()].map((row) => ({
    ...row,
    quote: row.row.quote ?? '',
    because: undefined,
  }))
  return [...published, ...judged.held].filter(
    (each) => each.document === document && placeOf(each) === place,
  )
}
