import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathsOf, release, twoReleases } from '../../tests/support/imitated-bureau.ts'
import { feedOf, ownInbox } from '../../tests/support/pull-from.ts'
import { pullRound } from './pull-round.ts'

describe('a pull that is stopped', () => {
  test('leaves only whole documents, each with its sidecar, and goes on from there', async () => {
    const site = await twoReleases()
    site.answer('/art/2.html', { fault: 'silent' })
    const own = ownInbox()
    const pulling = own.pull(feedOf(site, { limits: { seconds: 30 } }))
    while (!pathsOf(site).includes('/art/2.html')) await new Promise((resolve) => setTimeout(resolve, 5))
    own.stop()
    await expect(pulling).rejects.toThrow('abort')
    const [only = ''] = own.documents()
    expect(own.files()).toEqual([only, `${only}.json`])
    site.answer('/art/2.html', release(28020))
    const later = ownInbox()
    await pullRound({ feeds: [feedOf(site)], inbox: own.inbox, surroundings: later.surroundings })
    expect(own.documents()).toHaveLength(2)
    expect(pathsOf(site).filter((path) => path === '/art/1.html')).toHaveLength(1)
  })

  test('in the middle of writing has left nothing in the way of the next', async () => {
    const site = await twoReleases()
    const { pull, inbox, documents } = ownInbox()
    mkdirSync(join(inbox, '.pull'))
    writeFileSync(join(inbox, '.pull', 'document.1.tmp'), 'half')
    writeFileSync(join(inbox, '.pull', 'lock'), '999999999')
    await pull(feedOf(site))
    expect(documents()).toHaveLength(2)
  })

  test('is not run twice at once', async () => {
    const { pull, inbox } = ownInbox()
    mkdirSync(join(inbox, '.pull'))
    writeFileSync(join(inbox, '.pull', 'lock'), String(process.ppid))
    await expect(pull()).rejects.toThrow(`另一个 pull（进程 ${process.ppid}）正在运行`)
  })

  test('says what to do when what was noted cannot be read', async () => {
    const { pull, inbox } = ownInbox()
    mkdirSync(join(inbox, '.pull'))
    writeFileSync(join(inbox, '.pull', 'state.json'), '{"feeds": {')
    await expect(pull()).rejects.toThrow('删去它可重新开始，已收的文件不会重复')
  })
})
