import { describe, expect, test } from 'vitest'
import { fileFormatIds } from '#server/tables/file-formats.ts'
import { openRealApi } from '../support/real-api.ts'
import { asked } from './asked.ts'
import { type Figure, figuresOf, sorted } from './figure.ts'
import { readers } from './readers/index.ts'

const { ask, get } = await openRealApi()

describe.each(asked)('$name', ({ question, route, query, isDerived, isEmpty }) => {
  const figures = async () => figuresOf[question]?.(await ask(`/${route}?${query}`)) ?? []

  test('is a question with the numbers it is here for', async () => {
    const found = await figures()
    expect(found.length > 0).toBe(!isEmpty)
    expect(found.some(({ method }) => method !== '')).toBe(isDerived === true)
  })

  test.each(fileFormatIds)('reads back from %s as the API answers it', async (format) => {
    const response = await get(`/api/v1/export/${format}?question=${question}&${query}`)
    expect(response.status).toBe(200)
    const read = await readers[format](new Uint8Array(await response.arrayBuffer()))
    const expected = (await figures()).map((figure) => asFar(figure, format))
    expect(sorted(read.map((figure) => asFar(figure, format)))).toEqual(sorted(expected))
  })
})

/** A cell of a spreadsheet is a number: `3.80` is 3.8 to its reader, though it is shown as it was printed. */
function asFar(figure: Figure, format: string): Figure {
  if (format !== 'xlsx' || figure.printedValue === '') return figure
  return { ...figure, printedValue: String(Number(figure.printedValue)) }
}
