import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'

/**
 * Builds the pages as `npm run build` does, but into a folder of the tests: a server that somebody runs beside them
 * keeps its own.
 * @returns the folder.
 */
export function buildPages(): string {
  const folder = join('data', 'build', 'test-pages')
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', resolve(folder)], {
    // In the environment of the tests React would be built for development.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return folder
}
