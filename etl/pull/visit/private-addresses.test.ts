import { expect, test } from 'vitest'
import { isPrivateHost, lookupPublic } from './private-addresses.ts'

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://0.0.0.0/',
  'http://10.1.2.3/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://172.31.255.255/',
  'http://192.168.0.1:8080/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[64:ff9b::a00:1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://a.localhost/',
])('%s is private', (address) => expect(isPrivateHost(new URL(address))).toBe(true))

test.each([
  'http://www.example.gov.cn/',
  'http://8.8.8.8/',
  'http://172.32.0.1/',
  'http://100.128.0.1/',
  'http://[2001:4860:4860::8888]/',
  'http://localhost.example.com/',
])('%s is public', (address) => expect(isPrivateHost(new URL(address))).toBe(false))

test.each([true, false])('a name that leads to a private address is not resolved (all: %s)', async (all) => {
  const answer = await new Promise((resolve) =>
    lookupPublic('localhost', { all }, (...said) => resolve(said)),
  )
  expect(answer).toMatchObject([{ message: expect.stringContaining('localhost 指向内部地址') }, '', 0])
})
