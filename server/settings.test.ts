import { expect, test } from 'vitest'
import { defaultSettings, readSettings } from './settings.ts'

test('without anything in the environment, settings are the defaults', () => {
  expect(readSettings({})).toEqual(defaultSettings)
})

test('the address of the operator is taken without the slash at its end', () => {
  expect(readSettings({ PUBLIC_URL: 'https://youju.example.cn/data/' }).publicUrl).toBe(
    'https://youju.example.cn/data',
  )
})

test.each([
  ['*', undefined],
  ['none', "'none'"],
  ['self', "'self'"],
  ['https://a.example.cn, https://*.b.cn:8443', "'self' https://a.example.cn https://*.b.cn:8443"],
])('FRAME_ANCESTORS=%s lets %s hold an embedded chart', (text, ancestors) => {
  expect(readSettings({ FRAME_ANCESTORS: text }).frameAncestors).toBe(ancestors)
})

test.each([
  [{ PUBLIC_URL: 'youju.example.cn' }, 'PUBLIC_URL=youju.example.cn 不是对外的网址'],
  [{ PUBLIC_URL: 'https://youju.example.cn/?a=1' }, '不是对外的网址'],
  [{ QUERY_SECONDS: '0' }, 'QUERY_SECONDS=0 不是秒数'],
  [
    { FRAME_ANCESTORS: 'a.example.cn' },
    'FRAME_ANCESTORS=a.example.cn 无法识别，应为 *、self、none，或若干来源',
  ],
  [{ FRAME_ANCESTORS: 'https://a.cn; script-src *' }, 'FRAME_ANCESTORS='],
  [{ FRAME_ANCESTORS: '* none' }, 'FRAME_ANCESTORS='],
  [{ FRAME_ANCESTORS: 'https://a.cn/page' }, 'FRAME_ANCESTORS='],
  [{ FRAME_ANCESTORS: ' ' }, 'FRAME_ANCESTORS='],
])('%o is refused, and the line says what would be right', (environment, line) => {
  expect(() => readSettings(environment)).toThrow(line)
})
