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
