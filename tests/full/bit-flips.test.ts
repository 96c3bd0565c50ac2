import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { takeFingerprint } from '#data/store/fingerprint.ts'
import { openStore } from '#data/store/open-store.ts'
import { readDatabase } from '#data/store/prove-database.ts'
import { UnusableDatabase } from '#data/store/unusable-database.ts'

/** Where DuckDB keeps what it reads first: what the file is, and twice where its blocks are. */
const headers = 3 * 4096

/** Places spread over the bytes of a stretch of the file. */
const spread = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, at) => Math.floor(from + ((at + 0.5) * (to - from)) / count))

/** A copy made before it is read: to read a file in the process that has it open takes the lock from DuckDB. */
function copyOfDatabase(): { file: string; bytes: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'youju-flips-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'figures.duckdb')
  copyFileSync(inject('database'), file)
  return { file, bytes: readFileSync(file) }
}

test('64 bits flipped one by one all over the real database: each is refused, or changes nothing that is read', async () => {
  const { file, bytes } = copyOfDatabase()
  const sound = await readDatabase(file, takeFingerprint)
  const places = [...spread(16, 0, headers), ...spread(48, headers, bytes.length)]
  const outcomes: string[] = []
  for (const [at, place] of places.entries()) {
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(place) ^ (1 << (at % 8)), place)
    const copy = `${file}.${at}`
    writeFileSync(copy, flipped)
    const outcome = await open(copy)
    outcomes.push(outcome)
    if (outcome === 'opened')
      expect([place, await readDatabase(copy, takeFingerprint)]).toEqual([place, sound])
    rmSync(copy)
  }
  expect(outcomes.length).toBe(64)
  expect(outcomes.filter((each) => !['damaged', 'not-a-database', 'opened'].includes(each))).toEqual([])
  expect(outcomes.filter((each) => each === 'damaged').length).toBeGreaterThan(32)
})

/** Why a file is refused, or that it is not. */
async function open(file: string): Promise<string> {
  try {
    await (await openStore(file)).close()
    return 'opened'
  } catch (cause) {
    if (cause instanceof UnusableDatabase) return cause.reason
    throw cause
  }
}
