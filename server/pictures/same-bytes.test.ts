import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** In a process that has drawn nothing yet, under another language, time zone and folder of fonts. */
async function hashesIn(environment: Record<string, string>): Promise<string[][]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/support/hash-pictures.ts'],
    { env: { ...process.env, ...environment } },
  )
  return JSON.parse(stdout)
}

test('two processes make the same SVG and the same PNG of a request', async () => {
  const here = await hashesIn({ LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' })
  const there = await hashesIn({ LANG: 'C', TZ: 'America/Lima', DISABLE_SYSTEM_FONTS_LOAD: '1' })
  expect(there).toEqual(here)
  expect(new Set(here.flat()).size).toBe(12)
})
