import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Folders in which every file must stand in the list of their index.ts, so that no line can be forgotten. */
const lists = ['etl/check/identities', 'server/charts/drawings', 'server/charts/kinds', 'server/exports']
/** Files of such a folder that are not entries of the list. */
const beside = new Set([
  'index.ts',
  'check-question.ts',
  'export-format.ts',
  'export-row.ts',
  'export-table.ts',
  'file-name.ts',
  'filters.ts',
  'questions.ts',
  'subject.ts',
])

describe.each(lists)('%s', (folder) => {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.') && !beside.has(file),
  )
  const index = readFileSync(`${folder}/index.ts`, 'utf8')

  test('has entries', () => expect(files.length).toBeGreaterThan(0))
  test.each(files)('%s stands in its list', (file) => expect(index).toContain(`'./${file}'`))
})

describe('every route', () => {
  const app = readFileSync('server/app.ts', 'utf8')
  test.each(
    readdirSync('server/routes').filter((file) => !['create-router.ts', 'responses.ts'].includes(file)),
  )('%s is part of the app', (file) => expect(app).toContain(`'./routes/${file}'`))
})
