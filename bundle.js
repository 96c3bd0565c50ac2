import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, normalizePath } from 'vite'

/**
 * Builds the programs, packages left outside, beside their place and renames them in: of two that build at once, which
 * build the same, the first one stays.
 * @param {object} places
 * @param {string} places.root of the project
 * @param {Record<string, string>} places.programs name → the file that it begins with
 * @param {readonly string[]} places.sources all that may go into them, below the root
 * @param {string} places.built the folder of all that was ever built
 * @param {string} places.folder inside it, where these go
 */
export async function bundle({ root, programs, sources, built, folder }) {
  const unfinished = `${folder}.${process.pid}.tmp`
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      plugins: [onlyOf(root, sources)],
      build: { ssr: true, outDir: unfinished, target: 'node20', rolldownOptions: { input: programs } },
    })
    moveInto(folder, unfinished)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  removeOld(built, folder)
}

/**
 * Stops where a source goes in that does not count in the name of what is built: its change would go unseen.
 * @param {string} root
 * @param {readonly string[]} sources
 * @returns {import('vite').Plugin}
 */
function onlyOf(root, sources) {
  const known = new Set(sources)
  return {
    name: 'only-of',
    buildEnd(error) {
      if (error) return
      const inside = [...this.getModuleIds()].filter((id) => id.startsWith(`${normalizePath(root)}/`))
      const unknown = inside.map((id) => normalizePath(relative(root, id))).filter((file) => !known.has(file))
      if (unknown.length > 0) this.error(`launch.js does not count ${unknown.join(', ')} among the sources`)
    },
  }
}

/**
 * @param {string} folder
 * @param {string} unfinished
 */
function moveInto(folder, unfinished) {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/** How long, in milliseconds, what was built stays for a program that still runs from it. */
const patience = 24 * 3600 * 1000

/**
 * @param {string} built
 * @param {string} folder not to be removed
 */
function removeOld(built, folder) {
  for (const name of readdirSync(built)) {
    const each = join(built, name)
    // Another process may just have put its own into place, or thrown it away.
    const made = statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
    if (each !== folder && Date.now() - made > patience) rmSync(each, { recursive: true, force: true })
  }
}
