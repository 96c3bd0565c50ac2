import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Runs a program of ours as built JavaScript: `node launch.js etl extract FILE`, `node launch.js server`.
 * What is built stands in a folder named after the content of all sources, so that a stale program is never found.
 */
const programs = { etl: 'etl/run.ts', server: 'server/main.ts' }

/** Programs that those start as processes of their own, from beside themselves (server/pictures/painter.ts). */
const started = { 'painter-process': 'server/pictures/painter-process.ts' }

/** What decides what is built: these files, and the code and data in these folders. */
const files = ['package.json', 'package-lock.json', 'launch.js', 'bundle.js']
const folders = ['data', 'etl', 'server']

/** Folders inside those without code: what is published, what an operator lays in, what was collected and decided. */
const skipped = new Set(
  ['build', 'inbox', 'observations', 'corrections', 'review'].map((name) => `data/${name}`),
)

const root = import.meta.dirname
const built = join(root, 'data', 'build', 'bin')

/**
 * @param {readonly string[]} sources
 * @returns {string} the hash of their content
 */
function hashOf(sources) {
  const hash = createHash('sha256')
  for (const file of sources) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * @param {string} folder below the root
 * @returns {string[]} the sources in it, tests left out
 */
function sourcesUnder(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return skipped.has(path) ? [] : sourcesUnder(path)
    return /\.(?:ts|json)$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : []
  })
}

const [name = ''] = process.argv.splice(2, 1)
if (!Object.hasOwn(programs, name))
  throw new Error(`launch.js: no program “${name}”, there are ${Object.keys(programs).join(' and ')}`)
const sources = [...files, ...folders.flatMap(sourcesUnder)]
const folder = join(built, hashOf(sources))
if (!existsSync(folder)) {
  const { bundle } = await import('./bundle.js')
  await bundle({ root, programs: { ...programs, ...started }, sources, built, folder })
}
await import(pathToFileURL(join(folder, `${name}.js`)).href)
