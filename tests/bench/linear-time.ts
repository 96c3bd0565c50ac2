import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { extractDocument } from '#etl/extract/extract-document.ts'
import { readDocument } from '#etl/sources/read-document.ts'
import { asMarkup, pathological } from '../support/pathological.ts'

/** A megabyte against its tenth, the yardstick: reading in proportion takes 10 times as long, quadratic reading 100 times. */
const [tenth, whole] = [1e5, 1e6]
const most = 25
/** Below this a measurement is mostly noise. */
const leastSeconds = 0.05

const lexicon = toLexicon(readCatalog('data/catalog'))
const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Processor time, so that what else runs on the machine does not count. */
async function secondsFor(text: string, name: string): Promise<number> {
  const start = process.cpuUsage()
  extractDocument(await readDocument(Buffer.from(text), name), lexicon)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

print(
  '\nreading what tempts to look again and again: processor seconds for 1 MB, and times those for 0.1 MB\n',
)
const asText = Object.keys(pathological).map((name) => [name, 'txt'] as const)
for (const [name, ending] of [...asText, ...asMarkup]) {
  const textOf = (bytes: number) => `# 软件\n\n${pathological[name]?.(bytes)}`
  const small = await secondsFor(textOf(tenth), `small.${ending}`)
  const large = await secondsFor(textOf(whole), `large.${ending}`)
  const ratio = large / Math.max(small, leastSeconds)
  print(`${large.toFixed(2).padStart(7)} ${ratio.toFixed(1).padStart(6)}  ${name}, as .${ending}`)
  if (ratio <= most) continue
  print(`more than ${most} times as long: not in proportion to its length`)
  process.exitCode = 1
}
