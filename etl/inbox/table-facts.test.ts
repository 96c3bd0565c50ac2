import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import { sourceColumns } from '#data/model/source.ts'
import { dataFolder } from '../../tests/support/data-folder.ts'
import { assemble, build } from '../build.ts'
import type { FactOptions } from '../facts/told-facts.ts'
import { inbox } from './inbox-command.ts'

const curated = [
  'software_revenue,110000,2023,level,26693.27,亿元,,,actual,,',
  'software_revenue,120000,2023,level,3119.48,亿元,,,actual,,',
  'software_revenue,130000,2023,level,657.21,亿元,,,actual,,',
]

function folderWith(table: string, sidecar?: object, known: readonly string[] = [], compilation = 'annual') {
  const folder = dataFolder({})
  mkdirSync(join(folder, 'inbox'))
  writeFileSync(join(folder, 'inbox', 'table.csv'), table)
  if (sidecar) writeFileSync(join(folder, 'inbox', 'table.csv.json'), JSON.stringify(sidecar))
  if (known.length > 0) {
    const columns = 'indicator,region,period,measure,value,unit,compared_to,of,status,qualifier,compilation'
    writeFileSync(join(folder, 'observations', 'own.csv'), `${[columns, ...known].join('\n')}\n`)
    const line = ['own', '工业和信息化部', '', '年报', '', '2024-12-31', 'issue', '', 'primary', compilation]
    writeFileSync(join(folder, 'catalog', 'sources', 'own.csv'), stringify([sourceColumns, line]))
  }
  return folder
}

async function inboxOf(folder: string) {
  const { inbox: report, observations } = await assemble({ dataFolder: folder })
  const published = observations.filter(({ source: id }) => id.startsWith('doc-'))
  const [file] = report.files
  return {
    question: file?.question.zh ?? '',
    facts: file?.facts ?? {},
    held: report.held.map(({ because, line, column }) => `${because} ${line}:${column}`),
    rows: published.map(
      ({ indicator, region, printedValue, printedUnit }) =>
        `${indicator} ${region} ${printedValue}${printedUnit}`,
    ),
    compilations: [...new Set(published.map(({ compilation }) => compilation))],
  }
}

const answer = (folder: string, facts: FactOptions) =>
  inbox({ dataFolder: folder, accept: [], reject: [], file: 'table.csv', facts })

const rows = ['software_revenue 110000 26693.27亿元', 'software_revenue 120000 3119.48亿元']

const body = '北京市,26693.27\n天津市,3119.48\n'
const lacking: readonly [string, string, string, FactOptions, object][] = [
  [
    'indicator',
    `地区,2023年（亿元）\n${body}`,
    '哪个指标',
    { indicator: '软件业务收入' },
    { indicator: '软件业务收入' },
  ],
  ['unit', `地区,2023年软件业务收入\n${body}`, '单位', { unit: '亿元' }, { unit: '亿元' }],
  ['period', `地区,软件业务收入（亿元）\n${body}`, '什么时期', { period: '2023' }, { period: '2023' }],
]

describe.each(lacking)('a table that leaves out its %s', (fact, table, asked, facts, sidecar) => {
  test('waits with all its numbers, asks for it, and is published with the answer', async () => {
    const folder = folderWith(table)
    const waiting = await inboxOf(folder)
    expect(waiting.rows).toEqual([])
    expect(waiting.held).toEqual([`lacks-${fact} 2:2`, `lacks-${fact} 3:2`])
    expect(waiting.question).toContain(asked)
    expect(waiting.question).toContain('2 个数字在等')
    await answer(folder, facts)
    expect(await inboxOf(folder)).toMatchObject({ rows, held: [], question: '' })
  })

  test('takes it from its sidecar', async () => {
    expect(await inboxOf(folderWith(table, sidecar))).toMatchObject({ rows, held: [] })
  })

  test('is not asked for it where more is missing, or its title may say it in unknown words', async () => {
    const other = folderWith(table.replace('2023年', '').replace('软件业务收入', '量子收入'))
    expect((await inboxOf(other)).question).toBe('')
  })
})

test('a table of months without their year waits for the date', async () => {
  const folder = folderWith('地区,1—5月软件业务收入（亿元）\n北京市,11000.5\n天津市,1300\n')
  const waiting = await inboxOf(folder)
  expect(waiting.held).toEqual(['lacks-date 2:2', 'lacks-date 3:2'])
  await answer(folder, { date: '2023' })
  expect((await inboxOf(folder)).rows).toHaveLength(2)
})

test('全省 of a table waits for its region, a total for nothing', async () => {
  const folder = folderWith('指标,2023年（万户）\n全省移动电话用户,4659.4\n')
  expect((await inboxOf(folder)).held).toEqual(['lacks-place 2:2'])
  await answer(folder, { region: '贵州' })
  expect((await inboxOf(folder)).rows).toEqual(['mobile_phone_users 520000 4659.4万户'])
  const total = folderWith('地区,2023年软件业务收入（亿元）\n北京市,26693.27\n合计,123258\n')
  expect(await inboxOf(total)).toMatchObject({ question: '', held: ['no-region 3:2'] })
})

test('a title in words that the catalogue lacks says what the numbers are: nobody is asked', async () => {
  const folder = folderWith(`各省粮食产量\n地区,2023年（亿元）\n${body}`)
  expect(await inboxOf(folder)).toMatchObject({ question: '', held: ['no-subject 3:2', 'no-subject 4:2'] })
})

test('what a table says itself, no fact changes', async () => {
  const folder = folderWith(`地区,2023年软件业务收入（亿元）\n${body}`)
  await answer(folder, { indicator: 'software_profit', unit: '万元', period: '2022' })
  expect((await inboxOf(folder)).rows).toEqual(rows)
})

describe('the unit that a table leaves out', () => {
  const wan = '地区,2023年\n北京市,266932700.0\n天津市,31194800.0\n河北省,6572100.0\n内蒙古自治区,94200.0\n'

  test('is that in which its figures are those published, of whatever compilation', async () => {
    const folder = folderWith(wan, { indicator: 'software_revenue' }, curated)
    const { facts, rows: found } = await inboxOf(folder)
    expect(facts.unit).toMatchObject({ value: '万元', origin: 'agreement' })
    expect(found).toContain('software_revenue 130000 6572100.0万元')
  })

  test('is asked for where figures disagree as often as they agree, or too few are known', async () => {
    const wrong = wan.replace('31194800.0', '41194800.0').replace('6572100.0', '7572100.0')
    for (const [table, known] of [
      [wrong, curated],
      [wan, curated.slice(0, 2)],
    ] as const) {
      const {
        facts,
        rows: found,
        question,
      } = await inboxOf(folderWith(table, { indicator: 'software_revenue' }, known))
      expect(facts.unit).toBeUndefined()
      expect(found).toEqual([])
      expect(question).toContain('单位')
    }
  })
})

describe('provinces of a whole year in a table that does not say whether it is express or annual', () => {
  const title = '地区,2023年软件业务收入（亿元）\n'
  const three = `${title}${body}河北省,657.21\n`

  test.each(['annual', 'express'])('are %s where they are those figures published already', async (which) => {
    const { facts, compilations, held } = await inboxOf(folderWith(three, undefined, curated, which))
    expect(facts.compilation).toMatchObject({ value: which, origin: 'agreement' })
    expect({ compilations, held }).toEqual({ compilations: [which], held: [] })
  })

  test('wait with one question where nothing tells, and are published with the answer', async () => {
    const folder = folderWith(three)
    const waiting = await inboxOf(folder)
    expect(waiting.rows).toEqual([])
    expect(waiting.held).toEqual(['2:2', '3:2', '4:2'].map((place) => `lacks-compilation ${place}`))
    expect(waiting.question).toMatch(
      /快报还是年报？3 个数字在等：--compilation annual 或 --compilation express/,
    )
    await answer(folder, { compilation: 'annual' })
    expect(await inboxOf(folder)).toMatchObject({ compilations: ['annual'], held: [], question: '' })
  })

  test('take it from their sidecar, whatever else their figures agree with', async () => {
    const { facts, compilations } = await inboxOf(folderWith(three, { compilation: 'express' }, curated))
    expect(facts.compilation).toMatchObject({ value: 'express', origin: 'sidecar' })
    expect(compilations).toEqual(['express'])
  })

  test('wait where both compilations print them alike, or as many disagree, or too few are known', async () => {
    const both = ['annual', 'express'].flatMap((each) => curated.map((row) => row + each))
    const wrong = three
      .replace('3119.48', '3541.48')
      .replace('657.21', '846.03')
      .replace('26693.27', '31163.79')
    for (const [table, known] of [
      [three, both],
      [wrong, curated],
      [three, curated.slice(0, 2)],
    ] as const) {
      const { facts, rows: found } = await inboxOf(folderWith(table, undefined, known))
      expect(facts.compilation).toBeUndefined()
      expect(found).toEqual([])
    }
  })

  test('wait although a person has mended one: what it is was not said', async () => {
    const folder = folderWith(three)
    const [{ document = '' } = {}] = (
      await build({ dataFolder: folder, out: join(folder, 'a.duckdb'), inputs: '' })
    ).inbox.files
    const columns =
      'action,fact,line,column,indicator,region,period,measure,value,unit,compared_to,of,status,qualifier'
    const mended = 'mend,,2,2,software_revenue,110000,2023,level,26700,亿元,,,actual,'
    mkdirSync(join(folder, 'review'))
    writeFileSync(join(folder, 'review', `${document}.csv`), `${columns}\n${mended}\n`)
    expect((await inboxOf(folder)).rows).toEqual([])
  })

  test('are not asked about in months, in prose, or of an indicator with one compilation', async () => {
    for (const text of [
      three.replace('2023年', '2023年1—5月'),
      '地区,2023年末移动电话用户（万户）\n北京市,4000.1\n天津市,1800.2\n河北省,8900.3\n',
    ]) {
      const { question, rows: found } = await inboxOf(folderWith(text))
      expect(question).not.toContain('年报')
      expect(found).toHaveLength(3)
    }
    const folder = folderWith(three)
    rmSync(join(folder, 'inbox', 'table.csv'))
    writeFileSync(
      join(folder, 'inbox', 'prose.txt'),
      '2023年，北京市软件业务收入26693.27亿元。2023年，天津市软件业务收入3119.48亿元。2023年，河北省软件业务收入657.21亿元。\n',
    )
    expect(await inboxOf(folder)).toMatchObject({ compilations: ['express'], held: [] })
  })
})

test('an answer that the catalogue lacks is refused in one line', async () => {
  const folder = folderWith(`地区,2023年（亿元）\n${body}`)
  await expect(answer(folder, { indicator: '粮食产量' })).rejects.toThrow(
    '--indicator 指标「粮食产量」不在目录中',
  )
  await expect(answer(folder, { unit: '斗' })).rejects.toThrow('--unit 斗 不是目录中的单位')
  await expect(answer(folder, { compilation: '月报' })).rejects.toThrow('--compilation 统计类别「月报」应为')
  await expect(answer(folder, { period: '去年' })).rejects.toThrow('--period 去年 应写作')
})
