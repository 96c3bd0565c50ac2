import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadInput } from '#data/model/bad-input.ts'
import { zipFile } from '../../tests/support/zip-file.ts'
import { readDocument } from './read-document.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const wide = (text: string) => [...Buffer.from(text, 'utf16le')]

test.each<[string, Uint8Array, string, string]>([
  ['an empty file', new Uint8Array(), 'a.txt', 'a.txt: 文件为空'],
  ['a file of white space', bytesOf(' \n\n　\n'), 'a.txt', 'a.txt: 没有可读的文字'],
  [
    'binary content called txt',
    Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
    'a.txt',
    'a.txt: 不是文本文件',
  ],
  ['a file over 100 MB', new Uint8Array(101 * 1024 * 1024), 'a.txt', 'a.txt: 文件 101 MB，超过上限 100 MB'],
  [
    'a protected Office file',
    Uint8Array.from([...compound, ...new Array(500).fill(0), ...wide('EncryptedPackage')]),
    'a.docx',
    'a.docx: 这是有密码的文件',
  ],
  [
    'an old Office file',
    Uint8Array.from([...compound, ...new Array(500).fill(0)]),
    'a.doc',
    'a.doc: 这是旧版 Word、Excel',
  ],
  ['a ZIP cut off', bytesOf('PK\x03\x04 and so on'), 'a.xlsx', 'a.xlsx: 文件不完整'],
  ['a ZIP of something else', zipFile({ 'a.txt': '84214' }), 'a.zip', 'a.zip: 这是压缩包'],
  ['slides', zipFile({ 'ppt/presentation.xml': '' }), 'a.pptx', 'a.pptx: 这是演示文稿'],
  ['an OFD file', zipFile({ 'OFD.xml': '' }), 'a.ofd', 'a.ofd: 这是 OFD 文件'],
  ['a gzip', new Uint8Array(gzipSync('84214')), 'a.gz', 'a.gz: 这是压缩包'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'a.png', 'a.png: 这是图片'],
  [
    'the lock of an open Office file',
    Uint8Array.of(4, 97, 98, 99, 100, 0, 32),
    'in/~$报告.docx',
    '~$报告.docx: 这是 Office 打开文件时的临时文件',
  ],
  [
    'a file of macOS',
    Uint8Array.of(0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31),
    'in/.DS_Store',
    '.DS_Store: 这是系统自己的文件',
  ],
  [
    'a file of Windows',
    Uint8Array.from([...compound, ...new Array(500).fill(0)]),
    'Thumbs.db',
    'Thumbs.db: 这是系统自己的文件',
  ],
  [
    'a page of one picture',
    bytesOf('<html><body><p><img src="a.png"></p></body></html>'),
    'a.html',
    'a.html: 没有可读的文字（1 张图片未读）',
  ],
  [
    'a text that is struck out',
    bytesOf('~~软件业务收入84214亿元~~'),
    'a.md',
    'a.md: 没有可读的文字（划去的文字 1 处未读：软件业务收入84214亿元）',
  ],
  [
    'more cells than the memory holds',
    Buffer.alloc(2e7, '1,'),
    'a.csv',
    'a.csv: 有 10000000 个段落、单元格或标记，本机内存只够读',
  ],
  [
    'more elements than the memory holds',
    Buffer.concat([Buffer.from('<html>'), Buffer.alloc(2e7, '<b>')]),
    'a.html',
    '个段落、单元格或标记，本机内存只够读',
  ],
  ['a paragraph without end', Buffer.alloc(9e6, '收入3亿元，'), 'a.txt', 'a.txt: 有一段长达'],
  ['RTF', bytesOf('{\\rtf1 84214}'), 'a.rtf', 'a.rtf: 这是 RTF 文件'],
])('refuses %s in one line', async (_, bytes, name, message) => {
  const refusal = await readDocument(bytes, name).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(BadInput)
  expect(String(refusal)).toContain(message)
  expect(String(refusal)).not.toContain('\n')
})

test('a page of very many elements side by side is read', async () => {
  const page = bytesOf(
    `<html><body>${'<p>软件业务收入38027亿元，同比增长11.6%。</p>'.repeat(200_000)}</body></html>`,
  )
  expect((await readDocument(page, 'a.html')).articles[0]?.blocks.length).toBeGreaterThan(190_000)
})

test('the content decides before the ending does', async () => {
  const page = bytesOf('<!DOCTYPE html><html><body><p>软件业务收入84214亿元。</p></body></html>')
  expect((await readDocument(page, 'a.txt')).format).toBe('html')
  expect((await readDocument(bytesOf('软件业务收入84214亿元。'), 'a.docx')).format).toBe('text')
  expect((await readDocument(bytesOf('# 情况\n\n软件业务收入84214亿元。'), 'a.txt')).format).toBe('markdown')
  expect((await readDocument(bytesOf('地区,收入\n北京,17574\n'), 'a.csv')).format).toBe('csv')
})

test('the id is the name without folder and ending', async () => {
  expect((await readDocument(bytesOf('软件业务收入84214亿元。'), 'inbox/2022.11.快报.txt')).id).toBe(
    '2022.11.快报',
  )
})

test('fields of a CSV are cells with their line', async () => {
  const { articles } = await readDocument(bytesOf('地区,"收入\n（亿元）"\n北京,17574\n'), 'a.csv')
  const [table] = articles[0]?.blocks ?? []
  expect(
    table?.kind === 'table' && table.rows.map((row) => row.map(({ text, line }) => `${text}@${line}`)),
  ).toEqual([
    ['地区@2', '收入（亿元）@2'],
    ['北京@3', '17574@3'],
  ])
})

test('whatever bytes come, there is a document or one clear line', async () => {
  const magic = fc.constantFrom(
    [],
    [0x25, 0x50, 0x44, 0x46, 0x2d],
    [0x50, 0x4b, 3, 4],
    [0xff, 0xfe],
    [...bytesOf('<html><table><tr><td>')],
  )
  await fc.assert(
    fc.asyncProperty(
      magic,
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.pdf', 'a.csv'),
      async (head, tail, name) => {
        const result = await readDocument(Uint8Array.from([...head, ...tail]), name).catch(
          (error: unknown) => error,
        )
        expect(result instanceof Error ? result.name : 'Document').toMatch(/^(?:BadInput|Document)$/)
      },
    ),
    { numRuns: 300 },
  )
})
