import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { hashInputs } from '#etl/hash-inputs.ts'

const folders = {
  pages: join('data', 'build', 'test-pages'),
  review: join('data', 'build', 'test-review-page'),
}

/**
 * Builds the pages as `npm run build` does, unless they stand there already, of the same code and packages; in a folder
 * of the tests: a server that somebody runs beside them keeps its own.
 * @param which those of the public server, or the page of `npm run review`.
 * @returns the folder.
 */
export async function buildPages(which: keyof typeof folders = 'pages'): Promise<string> {
  const built = folders[which]
  const files = ['package-lock.json', 'vite.config.ts'].map((file) => readFileSync(file))
  const own = createHash('sha256').update(Buffer.concat(files)).digest('hex').slice(0, 16)
  const folder = join(
    built,
    `${hashInputs(which === 'review' ? ['data', 'server', 'web', 'etl/review'] : ['data', 'server', 'web'])}-${own}`,
  )
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.tmp`
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const command = [vite, 'build', '--logLevel', 'warn', '--outDir', resolve(unfinished)]
  if (which === 'review') command.push('--mode', 'review')
  // In the environment of the tests React would be built for development.
  await promisify(execFile)(process.execPath, command, { env: { ...process.env, NODE_ENV: 'production' } })
  for (const old of readdirSync(built).map((name) => join(built, name)))
    if (old !== unfinished) rmSync(old, { recursive: true })
  renameSync(unfinished, folder)
  return folder
}
