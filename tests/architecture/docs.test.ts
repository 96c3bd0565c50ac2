import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

describe('the README', () => {
  test.each(Object.keys(scripts))('names the script %s', (name) => {
    expect(readme).toMatch(new RegExp(`npm (run )?${name}\\b`))
  })

  test('says the same in Chinese', () => {
    expect(readme).toContain('# 中文说明')
    expect(readme.match(/npm ci && npm start/g)).toHaveLength(2)
  })
})

/** Every word that the server reads of its environment. */
const settings = ['server/settings.ts', 'server/main.ts'].flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:env(?:ironment)?\[|numberOf\()'([A-Z_]+)'/g)].map(
    ([, name = '']) => name,
  ),
)

test('the settings are those of the code', () => {
  expect(settings).toEqual(expect.arrayContaining(['PORT', 'PUBLIC_URL', 'FRAME_ANCESTORS', 'ANSWERS_MB']))
})

test.each(settings)('both halves of the README have a row for the setting %s', (name) => {
  expect(readme.match(new RegExp(`^\\| \`${name}=`, 'gm'))).toHaveLength(2)
})

describe.each(['README.md', '.github/ARCHITECTURE.md', '.github/CONTRIBUTING.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8').replace(/`[^`]*`/g, '')

  test('links only to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })
})

test('ARCHITECTURE names files that exist', () => {
  const map = readFileSync('.github/ARCHITECTURE.md', 'utf8')
  const named = [...map.matchAll(/`((?:data|etl|server|web|tests)\/[\w./-]+\.tsx?)`/g)].map(
    ([, path = '']) => path,
  )
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})
