import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#data/project-root.ts'

const PackageJson = z.looseObject({ version: z.string() })

/** The version of the program, as its package.json says. */
export const { version } = PackageJson.parse(
  JSON.parse(readFileSync(join(projectRoot(import.meta.dirname), 'package.json'), 'utf8')),
)
