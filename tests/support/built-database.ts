import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { build } from '#etl/build.ts'
import { hashInputs } from '#etl/hash-inputs.ts'
import { readPublished } from '#etl/publish/published.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The database file built from the real data. */
    database: string
  }
}

/**
 * The real database: built, unless it stands there already, of the same figures, catalogue, code and packages.
 * @returns the path of the file.
 */
export async function buildDatabase(): Promise<string> {
  const out = 'data/build/test.duckdb'
  const packages = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const inputs = `${hashInputs(['data', 'etl'])} ${packages}`
  if ((await readPublished(out))?.inputs !== inputs) await build({ dataFolder: 'data', out, inputs })
  return out
}

/** For all tests of a run that ask for it. */
export async function setup({ provide }: TestProject): Promise<void> {
  provide('database', await buildDatabase())
}
