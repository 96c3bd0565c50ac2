import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encode, readAccepted } from './encoding.ts'

describe('readAccepted(header)', () => {
  test.each([
    [undefined, 'identity', true],
    ['', 'identity', true],
    ['gzip, deflate, br, zstd', 'br', true],
    ['gzip', 'gzip', true],
    ['GZIP', 'gzip', true],
    ['br;q=0.5, gzip', 'gzip', true],
    ['br;q=0, gzip;q=0', 'identity', true],
    ['br;q=0, *', 'gzip', true],
    ['identity, gzip;q=0.5', 'identity', true],
    ['*', 'br', true],
    ['gzip, identity;q=0', 'gzip', false],
    ['gzip, *;q=0', 'gzip', false],
    ['zstd', 'identity', true],
    ['zstd, identity;q=0', undefined, false],
    ['*;q=0', undefined, false],
  ])('%s: %s', (header, best, plain) => expect(readAccepted(header)).toEqual({ best, plain }))
})

test('what is packed, is unpacked to the same', async () => {
  const bytes = Buffer.from('软件业务收入'.repeat(200))
  expect(brotliDecompressSync(await encode(bytes, 'br'))).toEqual(bytes)
  expect(gunzipSync(await encode(bytes, 'gzip'))).toEqual(bytes)
})
