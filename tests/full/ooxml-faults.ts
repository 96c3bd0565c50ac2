import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ooxmlValidator } from './tools.ts'

interface Validator {
  validateFile(file: string): Promise<{
    readonly errors: readonly Readonly<Record<'path' | 'xPath' | 'description', string>>[]
  }>
}

/** What the Open XML SDK, by whose rules Office reads, finds wrong with a file. */
export async function faultsOf(bytes: Uint8Array, ending: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-office-'))
  try {
    const file = join(folder, `file.${ending}`)
    await writeFile(file, bytes)
    const { validateFile }: Validator = await import(ooxmlValidator)
    const { errors } = await validateFile(file)
    return errors.map(({ path, xPath, description }) => `${path} ${xPath}: ${description}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
