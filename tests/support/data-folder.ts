import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * A data folder with the real catalogue and the given files.
 * @param files path below the folder → text.
 * @param whenOver says when it goes: with the test, or by `afterAll` with those of a file.
 */
export function dataFolder(
  files: Readonly<Record<string, string>>,
  whenOver: (clean: () => void) => void = onTestFinished,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'youju-'))
  whenOver(() => rmSync(folder, { recursive: true, force: true }))
  cpSync('data/catalog', join(folder, 'catalog'), { recursive: true })
  for (const name of ['observations', 'corrections']) mkdirSync(join(folder, name))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  return folder
}
