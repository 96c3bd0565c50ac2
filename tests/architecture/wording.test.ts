import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { expect, test } from 'vitest'
import { measureCodes } from '#data/model/measure.ts'
import { statuses } from '#data/model/observation.ts'
import { bases } from '#data/model/period.ts'

/** Codes that are also plain words of English are keys of other things: a heading, a fact that is missing. */
const plain = new Set<string>(['level', 'year', 'month', 'target'])
const codes = [...bases, ...statuses, ...measureCodes].filter((code) => !plain.has(code)).join('|')
/** A code beside its name, as `quarter: '当季'`, `quarter: { zh: '当季' …` or `quarter: { name: { zh: …`. */
const named = new RegExp(
  `\\b(?:${codes})'?: (?:\\{ (?:name: )?)*(?:(?:zh|en|name): )?['"\`](?:[\\u4e00-\\u9fff]|[A-Z])[^'"\`]*`,
  'g',
)

const files = ['data', 'etl', 'server', 'web']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !/^web\/dist|^data\/build/.test(file))

test('the rule sees names', () => {
  const names = files.filter((file) => /^data\/wording\/(?:basis|measure|status)-names/.test(file))
  for (const file of names)
    expect([file, readFileSync(file, 'utf8').match(named)]).toEqual([file, expect.anything()])
  expect(names).toHaveLength(3)
})

/** Rules, methods and headings of other things whose codes are the same. */
const others = ['data/model/identity-rule.ts', 'server/exports/sdmx/dimensions.ts']

test.each(files.filter((file) => !file.startsWith('data/wording/') && !others.includes(file)))(
  '%s gives no basis, measure or status a name of its own',
  (file) => expect(readFileSync(file, 'utf8').match(named)).toBeNull(),
)
