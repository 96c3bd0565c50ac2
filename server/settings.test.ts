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
  [{ PUBLIC_URL: 'youju.example.cn' }, 'PUBLIC_URL=youju.example.cn 不是对外的网址'],
  [{ PUBLIC_URL: 'https://youju.example.cn/?a=1' }, '不是对外的网址'],
  [{ QUERY_SECONDS: '0' }, 'QUERY_SECONDS=0 不是秒数'],
])('%o is refused, and the line says what would be right', (environment, line) => {
  expect(() => readSettings(environment)).toThrow(line)
})
