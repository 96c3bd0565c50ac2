import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * Builds the programs, packages left outside, beside their place and renames them in: of two that build at once, which
 * build the same, the first one stays.
 * @param {object} places
 * @param {string} places.root of the project
 * @param {Record<string, string>} places.programs name → the file that it begins with
 * @param {string} places.built the folder of all that was ever built
 * @param {string} places.folder inside it, where these go
 */
export async function bundle({ root, programs, built, folder }) {
  const unfinished = `${folder}.${process.pid}.tmp`
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: { ssr: true, outDir: unfinished, target: 'node20', rolldownOptions: { input: programs } },
    })
    moveInto(folder, unfinished)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  removeOld(built, folder)
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
    if (each !== folder && Date.now() - statSync(each).mtimeMs > patience)
      rmSync(each, { recursive: true, force: true })
  }
}
