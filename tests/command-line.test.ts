import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ownProject } from './support/own-project.ts'
import { runEtl } from './support/run-etl.ts'

describe('npm run etl', () => {
  test('without a command names the commands there are', async () => {
    const { code, stderr, stdout } = await runEtl()
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^缺少命令。可用：\n {2}npm run etl -- build/)
  })

  test.each([
    [['publish'], /^没有命令 publish。可用：/],
    [['build', '--output', 'x'], /^参数有误（.*--output.*）。用法：npm run etl -- build/],
    [['build', 'x'], /^参数有误/],
    [['rollback', 'a', 'b'], /^只能退回一版。用法：npm run etl -- rollback/],
    [['rollback', '--out', 'nowhere/x.duckdb'], /^nowhere\/x\.duckdb 没有保留的版本；请先运行/],
    [['build', '--out', 'package.json/x.duckdb'], /^无法发布到 package\.json\/x\.duckdb：.*不是文件夹.*\n$/],
  ])('%j is answered by what would be right', async (args, message) => {
    const { code, stderr } = await runEtl(...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  test('build writes a database, says what it read, refused and published, and is quiet on standard error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'youju-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const out = join(folder, 'new', 'figures.duckdb')
    const first = await runEtl('build', '--out', out)
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toMatch(
      /读取 {2}\d+ 个来源的 [\d,]+ 个数值\n更正 .*\n拒收 .*\n(?: {6}.*\n)*校验 .*\n发布 .*\n快照 {2}[0-9a-f]{16} → /,
    )
    const again = await runEtl('build', '--out', out, '--if-stale')
    expect([again.code, again.stdout]).toEqual([0, `数据库已是最新：${out}\n`])
  })

  test('check lists every finding with both sides and their figures, and ends well when none is open', async () => {
    const { code, stdout } = await runEtl('check')
    expect(code).toBe(0)
    expect(stdout).toContain('    12.47392—12.48536万亿元  由本期数值和增速推算的上年同期')
    expect(stdout).toMatch(/\n校验 {2}[\d,]+ 处，不符 \d+ 处：口径调整 \d+，已核对 \d+，未说明 0\n$/)
  })
})

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
