import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { dataFolder } from '../tests/support/data-folder.ts'
import { extractFiles } from './extract-files.ts'
import type { FactOptions } from './facts/told-facts.ts'

const table = '地区,2023年软件业务收入（亿元）,2023年末移动电话用户（万户）\n北京市,26693.27,4000.1\n'

async function extracted(facts: FactOptions): Promise<Readonly<Record<string, string>>[]> {
  const folder = dataFolder({ 'table.csv': table })
  const out = join(folder, 'rows.csv')
  await extractFiles({ files: [join(folder, 'table.csv')], dataFolder: folder, out, facts })
  return parse(readFileSync(out, 'utf8'), { columns: true })
}

test('a compilation that is known stands with the rows whose series it sets apart, and else has no column', async () => {
  const compilations = (await extracted({ compilation: 'annual' })).map((row) => [
    row['indicator'],
    row['compilation'],
  ])
  expect(compilations).toEqual([
    ['software_revenue', 'annual'],
    ['mobile_phone_users', ''],
  ])
  const [first] = await extracted({})
  expect(Object.keys(first ?? {})).not.toContain('compilation')
})
