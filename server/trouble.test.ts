import { describe, expect, test } from 'vitest'
import { UnusableDatabase, type WhyUnusable } from '#data/store/unusable-database.ts'
import { createTrouble } from './trouble.ts'

/** A file that is looked at every two seconds of a clock of our own, and never opens. */
function watched() {
  const said: string[] = []
  let seconds = 0
  const now = () => 1000 * seconds
  const trouble = createTrouble({ file: 'f.duckdb', everyMs: 2000, report: (line) => said.push(line), now })
  /** At which seconds it is tried, until the last of them. */
  const lookUntil = (last: number, reason: WhyUnusable, identity = 'a file') => {
    const tried: number[] = []
    for (; seconds <= last; seconds += 2) {
      if (!trouble.isDue(identity)) continue
      tried.push(seconds)
      trouble.met(new UnusableDatabase(reason, reason), '继续使用原来的', identity)
    }
    return tried
  }
  return { trouble, said, lookUntil }
}

describe('a published file that cannot be opened', () => {
  test('is tried less and less often where it is damaged, and every ten seconds at least', () => {
    const { said, lookUntil } = watched()
    expect(lookUntil(60, 'damaged')).toEqual([0, 2, 4, 8, 16, 26, 36, 46, 56])
    expect(said).toEqual(['新的数据库 f.duckdb 打不开，继续使用原来的：damaged'])
  })

  test('is tried at every look where another process holds it', () => {
    expect(watched().lookUntil(12, 'held')).toEqual([0, 2, 4, 6, 8, 10, 12])
  })

  test('is tried at once when it changes, and as patiently again', () => {
    const { lookUntil } = watched()
    lookUntil(30, 'damaged')
    expect(lookUntil(50, 'damaged', 'another')).toEqual([32, 34, 36, 40, 48])
  })

  test('is forgotten when it opens: the next trouble begins anew and is told', () => {
    const { trouble, said, lookUntil } = watched()
    lookUntil(30, 'damaged')
    trouble.over('0123456789abcdef')
    expect(trouble.waiting()).toBeUndefined()
    expect(lookUntil(36, 'damaged')).toEqual([32, 34, 36])
    const told = '新的数据库 f.duckdb 打不开，继续使用原来的：damaged'
    expect(said).toEqual([told, '数据库 f.duckdb 已能打开，现在回答的是快照 0123456789abcdef', told])
  })
})
