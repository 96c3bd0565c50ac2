import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { type Lexicon, toLexicon } from '#etl/extract/lexicon.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import { differences, type Row, type Score, score } from './score.ts'

const here = import.meta.dirname
const goldenFolder = join(here, '..', 'golden')
/** Labelled newsletters that lie beside the project where they are at hand; they are not part of it. */
const labelledFolder = join(here, '..', '..', '..', 'shared')
const labelledHere = join(here, '..', 'labelled')
const floorFile = join(here, 'floor.json')

type Measures = Readonly<Record<'recall' | 'coreRecall' | 'precision' | 'full', number>>

const readRows = (file: string): Row[] => parse(readFileSync(file, 'utf8'), { columns: true, bom: true })

async function extractFile(file: string, id: string, lexicon: Lexicon): Promise<readonly Row[]> {
  const document = await readDocument(readFileSync(file), file)
  return extractDocument({ ...document, id }, lexicon).rows
}

async function scoreGolden(lexicon: Lexicon): Promise<Score> {
  const labelled: Row[] = []
  const extracted: Row[] = []
  for (const name of readdirSync(goldenFolder).sort()) {
    const expected = join(goldenFolder, name, 'expected.csv')
    const input = readdirSync(join(goldenFolder, name)).find((file) => file.startsWith('input.'))
    if (!input || !existsSync(expected)) continue
    labelled.push(...readRows(expected).map((row) => ({ ...row, doc: name })))
    extracted.push(...(await extractFile(join(goldenFolder, name, input), name, lexicon)))
  }
  return score(labelled, extracted, lexicon.catalog)
}

/** Documents of our own in many manners, labelled by hand by someone who had not seen the rules. */
async function scoreLabelled(lexicon: Lexicon): Promise<Score> {
  const documents = join(labelledHere, 'docs')
  const extracted: Row[] = []
  for (const name of readdirSync(documents).sort())
    extracted.push(...(await extractFile(join(documents, name), name.replace(/\.[^.]+$/, ''), lexicon)))
  return score(readRows(join(labelledHere, 'gold.csv')), extracted, lexicon.catalog)
}

async function scoreNewsletters(lexicon: Lexicon): Promise<Score | undefined> {
  const seeds = join(labelledFolder, 'seeds')
  if (!existsSync(seeds)) return undefined
  const extracted: Row[] = []
  for (const name of readdirSync(seeds).sort())
    extracted.push(...(await extractFile(join(seeds, name), name.slice(0, 3), lexicon)))
  return score(readRows(join(labelledFolder, 'gold', 'seeds.csv')), extracted, lexicon.catalog)
}

const share = (part: number, whole: number) => (whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10)

function measure({ labelled, extracted, right, full, missed, pairs }: Score): Measures {
  const isCore = (row: Row) => row['tier'] !== 'other'
  const coreFound = pairs.filter(([row]) => isCore(row)).length
  return {
    recall: share(right, labelled),
    coreRecall: share(coreFound, coreFound + missed.filter(isCore).length),
    precision: share(right, extracted),
    full: share(full, right),
  }
}

function print(name: string, result: Score, catalog: Catalog): void {
  const { recall, coreRecall, precision, full } = measure(result)
  say(`${name}: recall ${recall}% · core ${coreRecall}% · precision ${precision}% · full ${full}%`)
  printGroups('measure', result)
  printGroups('rule', result)
  for (const row of result.missed)
    say(`  missed ${describe(row)} — ${differences(row, result.wrong, catalog).join(', ')}`)
  for (const row of result.wrong) say(`  wrong  ${describe(row)} (${row['rule']})`)
}

/** Right and wrong rows by measure or by the rule that read them. */
function printGroups(field: 'measure' | 'rule', { pairs, wrong }: Score): void {
  const right = groupBy(pairs, ([, row]) => row[field] ?? '')
  const failed = groupBy(wrong, (row) => row[field] ?? '')
  for (const key of new Set([...right.keys(), ...failed.keys()])) {
    const count = right.get(key)?.length ?? 0
    say(`  ${field} ${key}: ${count} right, ${failed.get(key)?.length ?? 0} wrong`)
  }
}

const describe = (row: Row) =>
  ['doc', 'line', 'indicator', 'region', 'period', 'measure', 'value', 'unit']
    .map((field) => row[field])
    .join(' ')

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Compares with the floor; a better result becomes the new floor with `--raise`. */
function keepFloor(results: Readonly<Record<string, Measures>>): void {
  const floor = JSON.parse(readFileSync(floorFile, 'utf8')) as Record<string, Measures>
  for (const [name, result] of Object.entries(results)) {
    for (const [field, least] of Object.entries(floor[name] ?? {})) {
      const value = result[field as keyof Measures]
      if (value >= least) continue
      process.stderr.write(`${name}: ${field} ${value}% 低于下限 ${least}%\n`)
      process.exitCode = 1
    }
  }
  if (process.argv.includes('--raise') && process.exitCode !== 1)
    writeFileSync(floorFile, `${JSON.stringify({ ...floor, ...results }, null, 2)}\n`)
}

const lexicon = toLexicon(readCatalog('data/catalog'))
const golden = await scoreGolden(lexicon)
const labelled = await scoreLabelled(lexicon)
const newsletters = await scoreNewsletters(lexicon)
print('golden', golden, lexicon.catalog)
print('labelled', labelled, lexicon.catalog)
if (newsletters) print('newsletters', newsletters, lexicon.catalog)
keepFloor({
  golden: measure(golden),
  labelled: measure(labelled),
  ...(newsletters ? { newsletters: measure(newsletters) } : {}),
})
