import { readFileSync } from 'node:fs'
import { z } from 'zod'

const PackageJson = z.looseObject({ version: z.string() })

/** The version of the program, as its package.json says. */
export const { version } = PackageJson.parse(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
)
