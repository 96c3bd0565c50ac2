import { expect, test } from 'vitest'
import { childrenOf, readXml, textOf } from '../../tests/support/read-atom.ts'
import { type AtomFeed, writeAtom } from './atom.ts'

const awkward = 'A & B <b>"c"</b> \'d\' ]]> &amp; 有据 𠮷\ttab'

const feed = (text: string): AtomFeed => ({
  id: 'tag:youju.example.cn,2026:feed',
  language: 'zh-CN',
  title: text,
  subtitle: text,
  updated: '2026-09-30T00:00:00+08:00',
  author: text,
  generator: { name: 'Youju', version: '1' },
  self: `/feed?q=${text}`,
  alternate: '/',
  entries: [
    {
      id: 'tag:youju.example.cn,2026:one',
      title: text,
      updated: '2026-09-30T00:00:00+08:00',
      authors: [text, 'two'],
      alternate: '/one',
      categories: [{ term: 'software', label: text }],
      content: `<p>${text}</p>`,
    },
  ],
})

test('whatever a text holds, a strict reader reads it back', () => {
  const read = readXml(writeAtom(feed(awkward)))
  const [entry] = childrenOf(read, 'entry')
  expect([textOf(read, 'title'), textOf(read, 'subtitle')]).toEqual([awkward, awkward])
  expect(childrenOf(read, 'link')[0]?.attributes['href']).toBe(`/feed?q=${awkward}`)
  expect(entry && textOf(entry, 'content')).toBe(`<p>${awkward}</p>`)
  expect(entry && childrenOf(entry, 'category')[0]?.attributes['label']).toBe(awkward)
  expect(entry && childrenOf(entry, 'author').map((author) => textOf(author, 'name'))).toEqual([
    awkward,
    'two',
  ])
})

test('what XML has no place for is left out', () => {
  const read = readXml(writeAtom(feed('a\u0000b\u000bc\ud800d\ufffee')))
  expect(textOf(read, 'title')).toBe('abcde')
})
