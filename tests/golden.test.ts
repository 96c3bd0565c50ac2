import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { toCsv } from '#etl/extract-files.ts'
import { readDocument } from '#etl/sources/read-document.ts'

const folder = join(import.meta.dirname, 'golden')
const lexicon = toLexicon(readCatalog('data/catalog'))
const inputs = ['input.txt', 'input.md', 'input.html', 'input.csv']
const cases = readdirSync(folder).flatMap((name) =>
  inputs.filter((input) => existsSync(join(folder, name, input))).map((input) => [name, input] as const),
)

describe('a golden case gives the rows it should', () => {
  test('there are cases', () => expect(cases.length).toBeGreaterThan(5))

  test.each(cases)('%s/%s', async (name, input) => {
    const document = await readDocument(readFileSync(join(folder, name, input)), `${name}${extname(input)}`)
    const { rows } = extractDocument(document, lexicon)
    await expect(toCsv(rows)).toMatchFileSnapshot(join(folder, name, 'expected.csv'))
  })
})
