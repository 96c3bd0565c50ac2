import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'

const run = promisify(execFile)
const database = inject('database')

/** The most memory, in MB, that a process takes to write so many rows. */
async function peakOf(format: string, rows: number): Promise<number> {
  const script = ['--import', 'tsx', 'tests/full/write-large.ts']
  const { stdout } = await run(process.execPath, [...script, database, format, String(rows)])
  return (JSON.parse(stdout) as { peak: number }).peak
}

/** Rows that are held take over 1 KB each: 280,000 more would be seen. */
test.each(['csv', 'sdmx-csv', 'zip', 'parquet', 'xlsx'])(
  '%s needs hardly more memory for fifteen times the rows',
  { timeout: 600_000 },
  async (format) => {
    const few = await peakOf(format, 20_000)
    expect((await peakOf(format, 300_000)) - few).toBeLessThan(200)
  },
)
