import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { extract, type Grammar, wholeGrammar } from '#etl/extract/extract.ts'
import type { Finding, Unread } from '#etl/extract/finding.ts'
import { findingToRow } from '#etl/normalize/finding-to-row.ts'
import { readDocument } from '#etl/sources/read-document.ts'

const lexicon = toLexicon(readCatalog('data/catalog'))
const { rules, resolvers } = wholeGrammar

/** What is read in a text, as the examples write it. */
async function readings(text: string, grammar: Grammar): Promise<string[]> {
  const bytes = new TextEncoder().encode(`运行情况\n发布时间：2025-01-20\n${text}\n`)
  const { articles } = await readDocument(bytes, 'text.txt')
  return articles
    .map((article) => extract(article, lexicon, grammar))
    .flatMap(({ findings, unread }) => [
      ...findings.map(({ item }) => textOfRow(item)),
      ...unread.map(({ item }) => textOfRefusal(item)),
    ])
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

describe('each field of a number', () => {
  test('is written by one resolver', () => {
    const fields = resolvers.map(({ writes }) => writes)
    expect(fields.length).toBeGreaterThan(7)
    expect(new Set(fields).size).toBe(fields.length)
  })

  test.each(resolvers.map((resolver, at) => [resolver.writes, resolver, at] as const))(
    'is read only behind the resolver that writes it: %s',
    (_, { reads }, at) => {
      const written = resolvers.slice(0, at).map(({ writes }) => writes)
      expect(reads.filter((field) => !written.includes(field))).toEqual([])
    },
  )
})

const examples = [
  ...rules.map((rule) => ({
    ...{ name: `the rule ${rule.name}`, examples: rule.examples },
    without: { rules: rules.filter((each) => each !== rule), resolvers },
  })),
  ...resolvers.map((resolver) => ({
    ...{ name: `the resolver of ${resolver.writes}`, examples: resolver.examples },
    without: { rules, resolvers: resolvers.filter((each) => each !== resolver) },
  })),
]

test.each(examples)('$name has an example', (each) => expect(each.examples).not.toEqual([]))

test.each(
  examples.flatMap(({ name, examples, without }) =>
    examples.map(([text, reads]) => ({ name, text, reads, without })),
  ),
)('$name: $text', async ({ text, reads, without }) => {
  expect(await readings(text, wholeGrammar)).toContain(reads)
  expect(await readings(text, without)).not.toContain(reads)
})
