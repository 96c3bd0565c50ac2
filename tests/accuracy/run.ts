import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { readIdentities } from '#data/catalog/read-identities.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { isDoubt } from '#data/model/doubt.ts'
import { groupBy } from '#data/model/group-by.ts'
import { gradeOf, grades } from '#data/model/inbox.ts'
import { factsOfName } from '#etl/facts/facts-of-name.ts'
import { openKnownFigures } from '#etl/facts/known-figures.ts'
import { readWithFacts } from '#etl/facts/read-with-facts.ts'
import type { FactOptions } from '#etl/facts/told-facts.ts'
import { factsOfOptions } from '#etl/facts/told-facts.ts'
import { judgeInbox, withSources } from '#etl/inbox/judge-inbox.ts'
import { toInboxDocument } from '#etl/inbox/to-inbox-document.ts'
import { readCurated } from '#etl/read-curated.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import { differences, type Row, type Score, score } from './score.ts'

const here = import.meta.dirname
const goldenFolder = join(here, '..', 'golden')
/** Labelled newsletters that lie beside the project where they are at hand; they are not part of it. */
const labelledFolder = join(here, '..', '..', '..', 'shared')
const labelledHere = join(here, '..', 'labelled')
const floorFile = join(here, 'floor.json')

const catalog = readCatalog('data/catalog')
const identities = readIdentities('data/catalog', catalog)
const lexicon = toLexicon(catalog)
/** Without those that were read from the newsletters themselves. */
const curated = readCurated('data', catalog).observations.filter(({ source }) => !source.startsWith('dsj-'))
const figures = openKnownFigures(curated)

/** `--only=3` takes every third document, `--except=3` the others. */
const [, way, every] = /--(only|except)=(\d+)/.exec(process.argv.join(' ')) ?? []
function isWanted(name: string): boolean {
  if (!way) return true
  const isNth = Number(/-(\d+)/.exec(name)?.[1]) % Number(every) === 0
  return isNth === (way === 'only')
}

type Measures = Readonly<Record<'recall' | 'coreRecall' | 'precision' | 'full', number>>

const readRows = (file: string): Row[] => parse(readFileSync(file, 'utf8'), { columns: true, bom: true })

/** The rows of a document, those that would wait for a person marked. */
async function readFile(file: string, id: string, facts: FactOptions = {}): Promise<ReadDocument> {
  const document = { ...(await readDocument(readFileSync(file), file)), id }
  const given = { ...factsOfName(basename(file)), ...factsOfOptions(facts, catalog) }
  const reading = readWithFacts(document, given, { lexicon, known: () => figures })
  const read = toInboxDocument({ id, name: file, sidecar: undefined, reading, unread: [], catalog })
  const judged = judgeInbox([read], {
    catalog: withSources(catalog, [read]),
    identities,
    curated,
    known: figures,
  })
  const doubtful = new Map(
    judged.held.flatMap(({ line, column, because, row }) =>
      row && isDoubt(because) ? [[keyOf({ ...row, line: `${line}`, column: `${column}` }), because]] : [],
    ),
  )
  const rows = reading.articles.flatMap((article) =>
    article.rows.map((row): Row => ({ ...row, doubt: doubtful.get(keyOf(row)) ?? '' })),
  )
  const lacking = reading.articles.reduce((sum, { waiting }) => sum + waiting.length, 0)
  const grade = gradeOf({ read: rows.length, doubtful: doubtful.size, lacking })
  return { rows: rows.map((row) => ({ ...row, grade })) }
}

interface ReadDocument {
  readonly rows: readonly Row[]
}

const keyOf = (row: Row) =>
  ['line', 'column', 'indicator', 'region', 'period', 'measure', 'value'].map((field) => row[field]).join('|')

async function scoreGolden(): Promise<Score> {
  const labelled: Row[] = []
  const extracted: Row[] = []
  for (const name of readdirSync(goldenFolder).sort()) {
    const expected = join(goldenFolder, name, 'expected.csv')
    const input = readdirSync(join(goldenFolder, name)).find((file) => file.startsWith('input.'))
    if (!input || !existsSync(expected)) continue
    labelled.push(...readRows(expected).map((row) => ({ ...row, doc: name })))
    extracted.push(...(await readFile(join(goldenFolder, name, input), name)).rows)
  }
  return score(labelled, extracted, catalog)
}

/** A folder with `docs/`, `gold.csv` and perhaps `facts.csv`: what a person would know of each document. */
async function scoreSet(folder: string, isGiven: boolean): Promise<Score> {
  const documents = join(folder, 'docs')
  const facts = new Map(isGiven ? readRows(join(folder, 'facts.csv')).map((row) => [row['doc'], row]) : [])
  const extracted: Row[] = []
  for (const name of readdirSync(documents).sort().filter(isWanted)) {
    const id = name.replace(/\.[^.]+$/, '')
    extracted.push(...(await readFile(join(documents, name), id, factsIn(facts.get(id)))).rows)
  }
  const gold = readRows(join(folder, 'gold.csv')).filter(({ doc = '' }) => isWanted(doc))
  return score(gold, extracted, catalog)
}

const factsIn = (row: Row = {}): FactOptions =>
  Object.fromEntries(
    (['date', 'issuer', 'region'] as const).flatMap((name) => (row[name] ? [[name, row[name]]] : [])),
  )

async function scoreNewsletters(): Promise<Score | undefined> {
  const seeds = join(labelledFolder, 'seeds')
  if (!existsSync(seeds)) return undefined
  const extracted: Row[] = []
  for (const name of readdirSync(seeds).sort())
    extracted.push(...(await readFile(join(seeds, name), name.slice(0, 3))).rows)
  return score(readRows(join(labelledFolder, 'gold', 'seeds.csv')), extracted, catalog)
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

function print(name: string, result: Score): void {
  const { recall, coreRecall, precision, full } = measure(result)
  say(`${name}: recall ${recall}% · core ${coreRecall}% · precision ${precision}% · full ${full}%`)
  printDoubts(result)
  printGroups('measure', result)
  printGroups('rule', result)
  for (const row of result.missed)
    say(`  missed ${describe(row)} — ${differences(row, result.wrong, catalog).join(', ')}`)
  for (const row of result.wrong) say(`  wrong  ${describe(row)} (${row['rule']}) ${row['doubt']}`)
  for (const [, row] of result.pairs.filter(([, each]) => each['doubt']))
    say(`  doubtful, but right ${describe(row)} ${row['doubt']}`)
}

/** How well doubt tells the wrong from the right, and the grade the better read documents. */
function printDoubts({ pairs, wrong, labelledBy }: Score): void {
  const right = pairs.map(([, row]) => row)
  const unflagged = (rows: readonly Row[]) => rows.filter((row) => row['doubt'] === '').length
  const [n, errors] = [unflagged(right) + unflagged(wrong), unflagged(wrong)]
  const flagged = right.length - unflagged(right)
  say(
    `  unflagged: ${errors} wrong of ${n}, precision ${share(n - errors, n)}% · flagged: ${wrong.length - errors} of ${wrong.length} wrong, ${flagged} of ${right.length} right (${share(flagged, right.length)}%)`,
  )
  for (const grade of Object.keys(grades)) {
    const of = (rows: readonly Row[]) => rows.filter((row) => row['grade'] === grade).length
    if (of(right) + of(wrong) > 0) say(`  grade ${grade}: ${of(wrong)} wrong of ${of(right) + of(wrong)}`)
  }
  for (const [genre, { found, all }] of labelledBy)
    if (genre) say(`  genre ${genre}: core recall ${share(found, all)}% of ${all}`)
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

/** Folders named on the command line are measured instead, as found and with their facts given. */
const folders = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
if (folders.length > 0) {
  for (const folder of folders)
    for (const isGiven of existsSync(join(folder, 'facts.csv')) ? [false, true] : [false])
      print(`${folder}${isGiven ? ', facts given' : ', as found'}`, await scoreSet(folder, isGiven))
} else {
  const golden = await scoreGolden()
  const labelled = await scoreSet(labelledHere, false)
  const newsletters = await scoreNewsletters()
  print('golden', golden)
  print('labelled', labelled)
  if (newsletters) print('newsletters', newsletters)
  keepFloor({
    golden: measure(golden),
    labelled: measure(labelled),
    ...(newsletters ? { newsletters: measure(newsletters) } : {}),
  })
}
