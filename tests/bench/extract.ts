import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import recognizers from '@microsoft/recognizers-text-suite'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import { writeCorpus } from '../support/write-corpus.ts'

const least = { speed: 3, ratio: 50 }
const megabyte = 1e6
const lexicon = toLexicon(readCatalog('data/catalog'))

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Documents of so many bytes together. */
function corpusOf(bytes: number): Uint8Array[] {
  const documents: Uint8Array[] = []
  let length = 0
  for (const text of writeCorpus('data')) {
    const document = new TextEncoder().encode(text)
    documents.push(document)
    length += document.length
    if (length >= bytes) return documents
  }
  return documents
}

const sizeOf = (documents: readonly Uint8Array[]) => documents.reduce((sum, { length }) => sum + length, 0)

interface Run {
  readonly megabytes: number
  readonly seconds: number
  readonly processor: number
  readonly rows: number
  /** The most heap in use after a collection, and the most memory of the process, in MB. */
  readonly heap: number
  readonly resident: number
}

/** Reads documents one by one; collections made only to measure are not counted in the time. */
async function run(documents: readonly Uint8Array[]): Promise<Run> {
  const total = { seconds: 0, processor: 0, rows: 0, heap: 0, resident: 0 }
  const every = Math.ceil(documents.length / 8)
  for (const [at, document] of documents.entries()) {
    const processor = process.cpuUsage()
    const start = performance.now()
    total.rows += extractDocument(await readDocument(document, `issue-${at}.txt`), lexicon).rows.length
    total.seconds += (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(processor)
    total.processor += (user + system) / 1e6
    total.resident = Math.max(total.resident, process.memoryUsage.rss() / megabyte)
    if (at % every !== every - 1) continue
    collectGarbage()
    total.heap = Math.max(total.heap, process.memoryUsage().heapUsed / megabyte)
  }
  return { ...total, megabytes: sizeOf(documents) / megabyte }
}

/** The first lines of documents from all over the corpus, up to so many bytes together. */
function sampleOf(documents: readonly Uint8Array[], bytes: number): string[] {
  const lines: string[] = []
  let length = 0
  for (let at = 0; length < bytes; at = (at + 7) % documents.length) {
    const text = new TextDecoder().decode(documents[at]).split('\n').filter(Boolean)
    const some = text.slice(lines.length % 40, (lines.length % 40) + 20)
    lines.push(...some)
    length += Buffer.byteLength(some.join('\n'))
  }
  return lines
}

const models = ['recognizeCurrency', 'recognizeDimension', 'recognizePercentage'] as const

/** Reads numbers with their units line by line, which is what this yardstick does fastest. */
function runYardstick(lines: readonly string[]): { megabytes: number; seconds: number; found: number } {
  const start = performance.now()
  let found = 0
  for (const line of lines) for (const model of models) found += recognizers[model](line, 'zh-cn').length
  const seconds = (performance.now() - start) / 1000
  return { megabytes: Buffer.byteLength(lines.join('\n')) / megabyte, seconds, found }
}

const fixed = (value: number, digits = 2) => value.toFixed(digits).padStart(7)

print('extraction: file → articles → figures with their places, one core\n')
print('     MB   seconds      MB/s  MB/s of processor time     rows  heap MB  memory MB')
const documents = corpusOf(20 * megabyte)
await run(corpusOf(2 * megabyte))
const runs: Run[] = []
for (const share of [0.25, 0.5, 1]) {
  const one = await run(documents.slice(0, Math.ceil(documents.length * share)))
  runs.push(one)
  const { megabytes, seconds, processor, rows, heap, resident } = one
  print(
    `${fixed(megabytes, 1)} ${fixed(seconds)}   ${fixed(megabytes / seconds)}  ${fixed(megabytes / processor).padStart(22)}  ${String(rows).padStart(7)}  ${fixed(heap, 0)}    ${fixed(resident, 0)}`,
  )
}
const [small, , large] = runs
if (!small || !large) throw new Error('nothing was read')
const pace = ({ seconds, megabytes }: Run) => seconds / megabytes
const speed = 1 / pace(large)
print(`\n4 times the text takes ${(large.seconds / small.seconds).toFixed(2)} times the time`)

const sample = sampleOf(documents, 60_000)
runYardstick(sample.slice(0, 10))
const yard = runYardstick(sample)
const yardSpeed = yard.megabytes / yard.seconds
const ratio = speed / yardSpeed
print(
  `yardstick: @microsoft/recognizers-text-suite, numbers with units (${models.join(', ')}): ${(1000 * yard.megabytes).toFixed(0)} kB in ${yard.seconds.toFixed(1)} s, ${yardSpeed.toFixed(3)} MB/s`,
)
print(
  `\nspeed ${speed.toFixed(2)} MB/s (at least ${least.speed}), ${ratio.toFixed(0)} times the yardstick (at least ${least.ratio})`,
)
if (speed < least.speed || ratio < least.ratio) print('too slow, unless something else ran beside it')
