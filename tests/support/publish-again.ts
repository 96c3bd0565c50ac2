import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusal } from '#data/store/schema.ts'
import { assemble, build } from '#etl/build.ts'
import { toTables } from '#etl/publish/to-tables.ts'
import { figures } from './own-figures.ts'
import { publishContent } from './publish-content.ts'

/*
 * Publishes one version after another at a path until it is killed, and says the snapshot of each. With `build` each is a
 * whole build of other figures, with `publish` only the last stage of one: `tsx publish-again.ts build OUT DATA`
 */

const [kind = '', out = '', dataFolder = ''] = process.argv.slice(2)
const say = (id: string) => process.stdout.write(`${id}\n`)

async function buildOnce(at: number): Promise<string> {
  const rows = [`software_revenue,CN,2024,level,${at},亿元,,,actual,`]
  for (const [file, text] of Object.entries(figures({ 'web-020': rows })))
    writeFileSync(join(dataFolder, file), text)
  return (await build({ dataFolder, out, inputs: String(at) })).snapshot
}

async function publishing(): Promise<(at: number) => Promise<string>> {
  const content = toTables({ ...(await assemble({ dataFolder })), inputs: 'test' })
  const others = content.tables.filter(({ table }) => table !== refusal)
  return async (at) => {
    const row = { source: 'web-020', file: 'f', line: at, reason: 'unknown-region', detail: '', row: {} }
    const tables = [...others, { table: refusal, rows: [row] }]
    return (await publishContent(out, { ...content, tables })).id
  }
}

const once = kind === 'build' ? buildOnce : await publishing()
for (let at = process.pid * 1000; ; at++) say(await once(at))
