import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownProject } from '../support/own-project.ts'

describe('a document that contradicts itself', () => {
  const text = `2024年通信业统计公报

2024年，电信业务收入17400亿元。固定互联网宽带接入业务收入2763亿元，占电信业务收入的比重为51.6%。
`

  test('stops neither check nor build once a person has accepted it; its finding stays open for all to see', async () => {
    const { root, write, etl } = ownProject()
    mkdirSync(join(root, 'data', 'inbox'))
    write('data/inbox/a.txt', text)
    const accepted = await etl('inbox', '--accept', 'a.txt')
    expect([accepted.code, accepted.stdout]).toEqual([0, expect.stringMatching(/^采信 a\.txt 的 3 个数字\n/)])
    for (const command of ['build', 'check']) {
      const { code, stdout, stderr } = await etl(command)
      expect([command, code, stderr]).toEqual([command, 0, ''])
      expect(stdout).toMatch(/不符 \d+ 处：.*未说明 [1-9]/)
    }
  })

  test('in a file of figures stops both', async () => {
    const { write, etl } = ownProject()
    const rows = [
      'indicator,region,period,measure,value,unit,compared_to,of,status,qualifier',
      'telecom_revenue,CN,2024,level,17400,亿元,,,actual,',
      'fixed_broadband_revenue,CN,2024,level,2763,亿元,,,actual,',
      'fixed_broadband_revenue,CN,2024,share_pct,51.6,%,,telecom_revenue,actual,',
    ]
    write('data/observations/web-020.csv', `${rows.join('\n')}\n`)
    expect(await etl('build')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^有 1 处数值互相矛盾/),
    })
    expect(await etl('check')).toMatchObject({ code: 1, stdout: expect.stringContaining('未说明 1') })
  })
})
