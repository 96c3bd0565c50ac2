import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openRealApi } from '../support/real-api.ts'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

describe('the README', () => {
  test.each(Object.keys(scripts))('names the script %s', (name) => {
    expect(readme).toMatch(new RegExp(`npm (run )?${name}\\b`))
  })

  test('names every route of the API', async () => {
    const { get } = await openRealApi()
    const { paths } = (await (await get('/openapi.json')).json()) as { paths: Record<string, unknown> }
    const routes = Object.keys(paths).map((path) => path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1'))
    expect(routes.length).toBeGreaterThan(8)
    for (const route of routes) expect(readme).toContain(`\`${route}`)
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
