import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { expect, onTestFinished, test } from 'vitest'
import { imitateSite } from '../../../tests/support/imitated-site.ts'
import { feedOf, ownClock } from '../../../tests/support/pull-from.ts'
import { createVisitor, newHosts } from './visitor.ts'

/** A visitor of a public site that lists the imitated one among its hosts, as if by mistake or malice. */
async function publicVisitor(nameOf: (port: string) => string) {
  const site = await imitateSite()
  site.answer('/secret', 'secret')
  const host = nameOf(new URL(site.origin).port)
  const feed = feedOf(site, { url: 'https://www.example.gov.cn/', hosts: ['www.example.gov.cn', host] })
  return { site, host, ...createVisitor(feed, newHosts(), ownClock().surroundings) }
}

test('a public feed is not led to a private address that its hosts list', async () => {
  const { site, host, visit } = await publicVisitor((port) => `127.0.0.1:${port}`)
  await expect(visit(`http://${host}/secret`)).rejects.toThrow('是内部地址，不取')
  expect(site.asked).toEqual([])
})

test('nor to a public name behind which a private address stands', async () => {
  const { site, host, visit } = await publicVisitor((port) => `inner.example.gov.cn:${port}`)
  const { lookup } = dns
  onTestFinished(() => {
    dns.lookup = lookup
    syncBuiltinESMExports()
  })
  const answerHere = (_: string, __: unknown, callback: (...said: unknown[]) => void) =>
    callback(null, [{ address: '127.0.0.1', family: 4 }])
  dns.lookup = answerHere as unknown as typeof lookup
  syncBuiltinESMExports()
  await expect(visit(`http://${host}/secret`)).rejects.toThrow('指向内部地址 127.0.0.1，不取')
  expect(site.asked).toEqual([])
})

test.each([
  ['ftp://www.example.gov.cn/a', 'ftp: 不是网页地址'],
  ['https://me:secret@www.example.gov.cn/', '地址里有用户名'],
  ['https://www.example.gov.cn.example.com/', '不在 hosts 中'],
  ['https://www.example.gov.cn:8443/', '不在 hosts 中'],
  ['//', '有误'],
])('%s is not asked', async (address, reason) => {
  const { visit } = await publicVisitor(() => 'other.example.gov.cn')
  await expect(visit(address)).rejects.toThrow(reason)
})
