import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { extract, type Grammar, wholeGrammar } from '#etl/extract/extract.ts'
import type { Finding, Unread } from '#etl/extract/finding.ts'
import { readTables } from '#etl/extract/table/read-tables.ts'
import { type CellResolvers, resolversOfCells } from '#etl/extract/table/resolve/index.ts'
import { findingToRow } from '#etl/normalize/finding-to-row.ts'
import { readDocument } from '#etl/sources/read-document.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))
const { rules, resolvers } = wholeGrammar

/** All that reads, the cells of tables too. */
interface WithCells extends Grammar {
  readonly ofCells: CellResolvers
}
const whole: WithCells = { ...wholeGrammar, ofCells: resolversOfCells }

/** What is read in a text, as the examples write it. */
async function readings(text: string, { ofCells, ...grammar }: WithCells): Promise<string[]> {
  const bytes = new TextEncoder().encode(`运行情况\n发布时间：2025-01-20\n${text}\n`)
  const { articles } = await readDocument(bytes, 'text.txt')
  return articles.flatMap((article) => {
    const { context, findings, unread } = extract(article, lexicon, grammar)
    const tables = readTables(article, { article: context, lexicon }, ofCells)
    return [
      ...[...findings, ...tables.findings].map(({ item }) => textOfRow(item)),
      ...unread.map(({ item }) => textOfRefusal(item)),
      ...tables.refused.map(({ because, number }) => `${because} ${number?.value}${number?.unit}`),
    ]
  })
}

function textOfRow(finding: Finding): string {
  const row = findingToRow(finding, lexicon.catalog)
  if (typeof row === 'string') return row
  const { indicator, region, period, measure, value, unit, of, compared_to: from, status } = row
  return [
    ...[indicator, region, period, measure, value + unit],
    ...(of === '' ? [] : ['of', of]),
    ...(from === '' ? [] : ['from', from]),
    ...(status === 'actual' ? [] : [status]),
  ].join(' ')
}

const textOfRefusal = ({ because, quantity: { value, scale, unit } }: Unread) =>
  `${because} ${value}${scale}${unit}`

describe.each([
  ['a number', resolvers],
  ['a cell', resolversOfCells],
] as const)('each field of %s', (_, all) => {
  test('is written by one resolver', () => {
    const fields = all.map(({ writes }) => writes)
    expect(fields.length).toBeGreaterThan(7)
    expect(new Set(fields).size).toBe(fields.length)
  })

  test.each(all.map((resolver, at) => [resolver.writes, resolver, at] as const))(
    'is read only behind the resolver that writes it: %s',
    (_, { reads }, at) => {
      const written = all.slice(0, at).map(({ writes }) => writes)
      expect(reads.filter((field) => !written.includes(field))).toEqual([])
    },
  )
})

const ownOfCells = resolversOfCells.filter((resolver) => !(resolvers as CellResolvers).includes(resolver))

const examples = [
  ...rules.map((rule) => ({
    ...{ name: `the rule ${rule.name}`, examples: rule.examples },
    without: { ...whole, rules: rules.filter((each) => each !== rule) },
  })),
  ...resolvers.map((resolver) => ({
    ...{ name: `the resolver of ${resolver.writes}`, examples: resolver.examples },
    without: { ...whole, resolvers: resolvers.filter((each) => each !== resolver) },
  })),
  ...ownOfCells.map((resolver) => ({
    ...{ name: `the resolver of ${resolver.writes} of cells`, examples: resolver.examples },
    without: { ...whole, ofCells: resolversOfCells.filter((each) => each !== resolver) },
  })),
]

test.each(examples)('$name has an example', (each) => expect(each.examples).not.toEqual([]))

test.each(
  examples.flatMap(({ name, examples, without }) =>
    examples.map(([text, reads]) => ({ name, text, reads, without })),
  ),
)('$name: $text', async ({ text, reads, without }) => {
  expect(await readings(text, whole)).toContain(reads)
  expect(await readings(text, without)).not.toContain(reads)
})
