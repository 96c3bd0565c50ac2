import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

const importOf =
  /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

/** What a file imports: ours as paths from the root, packages by their names; `type:` stands before what is a type only. */
export function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(importOf)].map(([, type, ...from]) => {
    const specifier = from.find((each) => each !== undefined) ?? ''
    const target = specifier.startsWith('.') ? join(dirname(file), specifier) : specifier.replace(/^#/, '')
    return type ? `type:${target}` : target
  })
}
