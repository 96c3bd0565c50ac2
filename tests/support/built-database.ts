import type { TestProject } from 'vitest/node'
import { build } from '#etl/build.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The database file built from the real data. */
    database: string
  }
}

/** Builds the real database once for a whole run of the tests. */
export async function setup({ provide }: TestProject): Promise<void> {
  const out = 'data/build/test.duckdb'
  await build({ dataFolder: 'data', out, inputs: 'test' })
  provide('database', out)
}
