import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the project, from wherever inside it a module stands: among the sources, or built. */
export function projectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('no package.json above this module')
  return projectRoot(above)
}
