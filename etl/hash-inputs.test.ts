import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolder } from '../tests/support/data-folder.ts'
import { hashInputs } from './hash-inputs.ts'

/** A data folder whose inbox has a folder with a document. */
function inboxWith(name: string) {
  const folder = dataFolder({})
  const path = join(folder, 'inbox', name)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'a.txt'), '一')
  return { folder, path, hash: () => hashInputs([folder]) }
}

describe('the hash of what a build reads changes', () => {
  test.each(['2024', 'build'])('with a document in inbox/%s', (name) => {
    const { path, hash } = inboxWith(name)
    const before = hash()
    expect(hash()).toBe(before)
    writeFileSync(join(path, 'a.txt'), '二')
    expect(hash()).not.toBe(before)
  })

  test('with a document behind a link', () => {
    const outside = inboxWith('2024')
    const { path, hash } = inboxWith('2025')
    symlinkSync(outside.path, join(path, 'linked'))
    const before = hash()
    writeFileSync(join(outside.path, 'a.txt'), '二')
    expect(hash()).not.toBe(before)
  })

  test('not with what was built', () => {
    const { folder, hash } = inboxWith('2024')
    const before = hash()
    mkdirSync(join(folder, 'build'))
    writeFileSync(join(folder, 'build', 'youju.duckdb'), '一')
    expect(hash()).toBe(before)
  })
})

test.each([
  ['nothing', 'nowhere'],
  ['itself', 'link'],
  ['a device', '/dev/null'],
  ['the folder it is in', '.'],
])('a link to %s does not stop it', (_, target) => {
  const { path, hash } = inboxWith('2024')
  const before = hash()
  symlinkSync(target, join(path, 'link'))
  expect(hash()).toMatch(/^[0-9a-f]{16}$/)
  expect(hash() === before).toBe(target === '.')
})
