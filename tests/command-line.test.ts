import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runEtl } from './support/run-etl.ts'

describe('npm run etl', () => {
  test('without a command names the commands there are', async () => {
    const { code, stderr, stdout } = await runEtl()
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^缺少命令。可用：\n {2}npm run etl -- build/)
  })

  test.each([[['help']], [['--help']], [['-h']]])(
    '%j names the commands there are, and ends well',
    async (args) => {
      const { code, stdout, stderr } = await runEtl(...args)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(/^用法：\n {2}npm run etl -- build/)
      expect(stdout.split('\n').length).toBeGreaterThan(10)
    },
  )

  test.each([[['build', '--help']], [['help', 'build']], [['build', '--if-stale', '-h']]])(
    '%j says how that command is used, and does nothing',
    async (args) => {
      const { code, stdout, stderr } = await runEtl(...args)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(/^用法：\n {2}npm run etl -- build .*\n$/)
    },
  )

  test.each([
    [['publish'], /^没有命令 publish。可用：/],
    [['constructor'], /^没有命令 constructor。可用：/],
    [['build', '--output', 'x'], /^参数有误（.*--output.*）。用法：npm run etl -- build/],
    [['build', 'x'], /^参数有误/],
    [['extract', 'README.md', '--explain', '--out', 'x.csv'], /^--explain 写的是说明.*不能与 --out 同用/],
    [['rollback', 'a', 'b'], /^只能退回一版。用法：npm run etl -- rollback/],
    [['rollback', '--out', 'nowhere/x.duckdb'], /^nowhere\/x\.duckdb 没有保留的版本；请先运行/],
    [['build', '--out', 'package.json/x.duckdb'], /^无法发布到 package\.json\/x\.duckdb：.*不是文件夹.*\n$/],
    // Where no folder can be made, though the one above is there.
    [
      ['build', '--out', '/proc/youju/x.duckdb'],
      /^无法发布到 \/proc\/youju\/x\.duckdb：.*原来的数据库没有动\n$/,
    ],
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
