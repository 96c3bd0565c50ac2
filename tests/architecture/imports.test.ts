import { readdirSync } from 'node:fs'
import { join } from 'node:path/posix'
import { expect, test } from 'vitest'
import { importsOf } from '../support/imports-of.ts'

/** What each folder may import of ours, first match wins. `type:` allows `import type` only. */
const mayImport: readonly (readonly [folder: RegExp, allowed: RegExp])[] = [
  [/^data\/model\//, /^data\/model\//],
  [/^data\/csv\//, /^data\/(csv|model)\//],
  [/^data\/wording\//, /^data\/(wording|model)\//],
  [/^data\/language\//, /^data\/(language|catalog|model)\//],
  [/^data\/catalog\//, /^data\/(catalog|csv|model)\//],
  [/^data\/store\//, /^data\/(store|catalog|model)\/|^@duckdb/],
  [/^etl\//, /^(etl|data)\//],
  // What a page says before it draws knows nothing of drawing.
  [
    /^server\/charts\/(address|brief|kinds|points|words)\//,
    /^(server\/charts(?!\/(axes|drawings|marks)\/)|data\/(model|wording))\/|^type:server\/answers\.ts$/,
  ],
  [/^server\/charts\//, /^(server\/charts|data\/(model|wording))\/|^type:server\/answers\.ts$/],
  [/^server\/tables\//, /^(server\/tables|data\/(model|wording))\//],
  [/^server\//, /^(server(?!\/charts)|data)\/|^server\/charts\/index\.ts$/],
  [
    /^web\/review\//,
    /^(web|data\/(model|wording))\/|^server\/charts\/index\.ts$|^type:etl\/review\/answers\.ts$/,
  ],
  [
    /^web\//,
    /^(web(?!\/review)|data\/(model|wording)|server\/tables)\/|^server\/charts\/index\.ts$|^type:server\/(app|answers)\.ts$/,
  ],
]

/** Packages that must not reach the browser: they are heavy, or they are the server's. */
const notForTheBrowser = /^(zod|decimal\.js|@hono\/|drizzle-orm|@duckdb|csv-|pinyin-pro|node:)/

const ours = /^(type:)?(web|server|etl|data|tests)\/|^@duckdb/
const files = ['data', 'etl', 'server', 'web']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.startsWith('web/dist/'))

/** What runs in the browser: the pages and all that they import at run time. */
function browserFiles(): string[] {
  const seen = new Set(files.filter((file) => file.startsWith('web/')))
  for (const file of seen) for (const target of importsOf(file)) if (files.includes(target)) seen.add(target)
  return [...seen]
}

test('the rules look at the real code', () => {
  expect(files.length).toBeGreaterThan(60)
  expect(files.flatMap(importsOf).filter((target) => ours.test(target)).length).toBeGreaterThan(100)
  expect(browserFiles()).toContain('data/model/period.ts')
})

test.each(files)('%s imports only what its folder may', (file) => {
  const allowed = mayImport.find(([folder]) => folder.test(file))?.[1] ?? /^$/
  const forbidden = importsOf(file).filter(
    (target) => ours.test(target) && !allowed.test(target) && !allowed.test(target.replace(/^type:/, '')),
  )
  const typesOnly = importsOf(file).filter(
    (target) =>
      file.startsWith('web/') && /^(?:server\/(?:app|answers)|etl\/review\/answers)\.ts$/.test(target),
  )
  expect([...forbidden, ...typesOnly]).toEqual([])
})

test('nothing of the server reaches the browser', () => {
  const found = browserFiles().flatMap((file) =>
    importsOf(file)
      .filter((target) => notForTheBrowser.test(target))
      .map((target) => `${file} imports ${target}`),
  )
  expect(found).toEqual([])
})
