import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { compound, list, single } from '../support/legal-observations.ts'
import { readBack, tell, toLines } from '../support/tell-and-read.ts'

const catalog = readCatalog('data/catalog')
const lexicon = toLexicon(catalog)
const any = (make: typeof single) =>
  fc.constantFrom(...catalog.indicators.values()).chain((indicator) => make(catalog, indicator))

test.each([
  ['one statement', single, 600],
  ['several of one subject', compound, 300],
  ['several regions', list, 200],
])('%s, of a seed that nobody has chosen, is read back as it was told', async (_, make, numRuns) => {
  const told = fc.asyncProperty(any(make), async ({ rows, published }) => {
    const sentences = tell(rows, catalog)
    const read = await readBack(sentences, { published, title: '数字产业运行情况' }, lexicon)
    expect(toLines(read), sentences).toEqual(toLines(rows))
  })
  await fc.assert(told, { numRuns })
})
