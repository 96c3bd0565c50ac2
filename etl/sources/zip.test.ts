import { expect, test } from 'vitest'
import { zipFile } from '../../tests/support/zip-file.ts'
import { readDocument } from './read-document.ts'
import { openZip } from './zip.ts'

const read = (bytes: Uint8Array, ...names: readonly string[]) => {
  const zip = openZip(bytes, 'a.zip', 1000)
  return names.map((name) => new TextDecoder().decode(zip?.read(name)))
}

test.each([true, false])('files are read as they unpack, packed: %s', (packed) => {
  const bytes = zipFile({ 'a.xml': '软件', 'b/c.xml': '业务' }, { packed })
  expect(openZip(bytes, 'a.zip')?.names).toEqual(['a.xml', 'b/c.xml'])
  expect(read(bytes, 'b/c.xml', 'a.xml')).toEqual(['业务', '软件'])
  expect(openZip(bytes, 'a.zip')?.read('d.xml')).toBeUndefined()
})

test.each([1, 2_000_000, 4_294_967_295])(
  'what counts is what unpacks, though the archive claims %i',
  (claimed) => {
    const bomb = zipFile({ 'a.xml': '0'.repeat(2000) }, { packed: true, claimed })
    expect(() => read(bomb, 'a.xml')).toThrow('a.zip: 解压后超过 0.001 MB，请拆分后再读')
    const small = zipFile({ 'a.xml': '0'.repeat(900) }, { packed: true, claimed })
    expect(read(small, 'a.xml')).toEqual(['0'.repeat(900)])
  },
)

test('the files of one archive count together', () => {
  const bytes = zipFile({ 'a.xml': '0'.repeat(600), 'b.xml': '0'.repeat(600) }, { packed: true })
  expect(() => read(bytes, 'a.xml', 'b.xml')).toThrow('解压后超过')
})

test('broken content, and a way of packing nobody uses, are said', () => {
  const packed = zipFile({ 'a.xml': '软件业务收入'.repeat(20) }, { packed: true })
  const broken = packed.map((byte, i) => (i > 40 && i < 60 ? 255 : byte))
  expect(() => read(broken, 'a.xml')).toThrow('a.zip: 文件不完整（压缩内容已损坏）')
  const odd = packed.map((byte, i) => (packed[i - 10] === 0x50 && packed[i - 8] === 1 ? 99 : byte))
  expect(() => read(odd, 'a.xml')).toThrow('a.zip: 文件不完整')
})

test('a Word file that unpacks to more than the memory should hold is refused', async () => {
  const bomb = zipFile({ 'word/document.xml': new Uint8Array(201e6) }, { packed: true, claimed: 1 })
  expect(bomb.length).toBeLessThan(1e6)
  await expect(readDocument(bomb, 'bomb.docx')).rejects.toThrow('bomb.docx: 解压后超过 200 MB')
})

test('an archive of very many files is no document', () => {
  const many = zipFile(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`${i}.xml`, ''])))
  expect(() => openZip(many, 'many.zip')).toThrow('many.zip: 压缩包里有 20001 个文件，不是文档')
})
