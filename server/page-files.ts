import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getMimeType } from 'hono/utils/mime'
import { type Accepted, type Encoding, encode } from './encoding.ts'
import { type Form, type PackedForms, packedForm, packedForms, plainForm } from './form.ts'
import { hashOf } from './vintage.ts'

/** The file that every build writes anew. */
export const indexFile = 'index.html'

/**
 * The file at a path below the folder, as a reader takes it; undefined where there is none.
 * @param more headers beside its own: one of few objects, each of which has a form of its own.
 */
export type PageFiles = (path: string, accepted: Accepted, more: Headers) => Promise<Form | undefined>

type Headers = Readonly<Record<string, string>>

/**
 * Files of a folder of built pages, each read when it is first asked for and then kept; when the pages are built anew, all
 * are read anew.
 */
export function followPageFiles(folder: string): PageFiles {
  let seen: string | undefined
  let files = new Map<string, ReturnType<typeof openFile>>()
  return async (path, accepted, more) => {
    const built = identityOf(join(folder, indexFile))
    if (built !== seen) {
      seen = built
      files = new Map()
    }
    const known = files.get(path)
    if (known) return (await known)(accepted, more)
    if (!isPath.test(path) || !identityOf(join(folder, path))) return undefined
    const file = openFile(folder, path)
    const mine = files.set(path, file)
    file.catch(() => mine.delete(path))
    return (await file)(accepted, more)
  }
}

/** A path that stays in its folder and names no hidden file. */
const isPath = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/

/** What tells one file from another at the same place; undefined where there is none. */
function identityOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats?.isFile() ? [stats.mtimeMs, stats.ino, stats.size].join(':') : undefined
}

const year = 365 * 24 * 3600

/** Files with their hash in the name stay right for ever, all others are asked for anew each time. */
const cacheControlOf = (path: string) =>
  path.startsWith('assets/') ? `public, max-age=${year}, immutable` : 'no-cache'

async function openFile(folder: string, path: string) {
  const file = join(folder, path)
  const content = await readFile(file)
  const headers = {
    'cache-control': cacheControlOf(path),
    'content-type': getMimeType(path) ?? 'application/octet-stream',
    etag: `W/"${hashOf(content)}"`,
    vary: 'Accept-Encoding',
  }
  const formsWith = (more: Headers) => {
    const plain = plainForm(200, { ...headers, ...more }, new Uint8Array(content))
    return packedForms(plain, (encoding) => pack(file, plain, encoding))
  }
  const formsBy = new Map<Headers, PackedForms>()
  return (accepted: Accepted, more: Headers): Promise<Form> => {
    const forms = formsBy.get(more) ?? formsWith(more)
    formsBy.set(more, forms)
    return forms(accepted)
  }
}

/** How the build names what it has packed beforehand. */
const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' }

/** As it was packed by the build, or else now. */
async function pack(file: string, plain: Form, encoding: Encoding): Promise<Form> {
  const packed = file + endings[encoding]
  return packedForm(
    plain,
    encoding,
    isNewer(packed, file) ? await readFile(packed) : await encode(plain.body, encoding),
  )
}

function isNewer(one: string, other: string): boolean {
  const stats = statSync(one, { throwIfNoEntry: false })
  return stats !== undefined && stats.mtimeMs >= statSync(other).mtimeMs
}
