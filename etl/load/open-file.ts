import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { BadInput } from '#data/model/bad-input.ts'
import { errorCode } from '#data/model/error-code.ts'

/** A file that is going to be read more than once. */
export interface OpenedFile {
  /** The head of a CSV file. */
  readonly head: readonly string[] | undefined
  /** @throws BadInput where it is not the same file any more. */
  checkUnchanged(): void
}

/** @throws BadInput for what is not there, is no file, or is neither Parquet nor CSV in UTF-8. */
export function openFile(file: string): OpenedFile {
  const ending = extname(file).toLowerCase()
  if (ending !== '.csv' && ending !== '.parquet') throw new BadInput(`${file} 应是 .parquet 或 .csv 文件`)
  const before = identityOf(file)
  return {
    head: ending === '.csv' ? readHead(file) : undefined,
    checkUnchanged: () => {
      if (identityOf(file) !== before)
        throw new BadInput(`${file} 在读取时被改动，没有发布；请等它写完再运行一次`)
    },
  }
}

function identityOf(file: string): string {
  try {
    const { dev, ino, size, mtimeNs } = statSync(file, { bigint: true })
    if (statSync(file).isFile()) return [dev, ino, size, mtimeNs].join(':')
  } catch (cause) {
    throw new BadInput(`无法读取 ${file}（${errorCode(cause)}），请检查路径和权限`, { cause })
  }
  throw new BadInput(`${file} 不是文件`)
}

function readHead(file: string): readonly string[] {
  const start = decode(file, readStart(file))
  try {
    const [head] = parse(start, { bom: true, to: 1, relax_column_count: true }) as string[][]
    if (head) return head.map((name) => name.trim())
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new BadInput(`${file}:1 表头的引号或分隔有误（${cause.code}）`, { cause })
  }
  throw new BadInput(`${file}:1 是空文件，应有表头`)
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
  } catch (cause) {
    throw new BadInput(`${file} 不是 UTF-8 编码，请先转换（例如 iconv -f GB18030 -t UTF-8）`, { cause })
  }
}

function readStart(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(1 << 16)
    return bytes.subarray(0, readSync(file, bytes))
  } catch (cause) {
    throw new BadInput(`无法读取 ${path}（${errorCode(cause)}），请检查路径和权限`, { cause })
  } finally {
    closeSync(file)
  }
}
