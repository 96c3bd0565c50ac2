import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { BadInput } from '#data/model/bad-input.ts'

const text = z.string().trim().min(1, '不能为空')

/** What is known of a document and does not stand in it: the file `X.ext.json` beside `X.ext`. */
export const Sidecar = z.strictObject({
  /** Where the document was fetched. */
  url: z.url({ protocol: /^https?$/, error: '应是 http(s) 地址' }).optional(),
  /** A name or alias of the catalogue. */
  issuer: text.optional(),
  /** A code or a name of the catalogue. */
  region: text.optional(),
  /** The day of issue, or as much of it as is known. */
  date: z
    .string()
    .regex(
      /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
      '应如 2024-05-20、2024-05 或 2024',
    )
    .optional(),
  /** The year that the text speaks of. */
  year: z
    .string()
    .regex(/^(?:19|20)\d{2}$/, '应如 2024')
    .optional(),
  title: text.optional(),
  compilation: text.optional(),
  indicator: text.optional(),
  unit: text.optional(),
  period: text.optional(),
  /** When it was fetched, in UTC. */
  fetched: z.iso.datetime({ error: '应如 2024-05-20T08:00:00Z' }).optional(),
  /** The feed that it came by. */
  feed: text.optional(),
})
export type Sidecar = z.infer<typeof Sidecar>

const enOfSidecar = 'Its sidecar file is not as it should be'

/** The path of the sidecar of a document. */
export const sidecarOf = (document: string): string => `${document}.json`

/**
 * The sidecar of a document, undefined where it has none.
 * @throws BadInput with one line for a broken one.
 */
export function readSidecar(document: string): Sidecar | undefined {
  const file = sidecarOf(document)
  if (!existsSync(file)) return undefined
  const parsed = Sidecar.safeParse(parse(file))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || '整个文件'}: ${message}`,
  )
  throw new BadInput(`${file}: ${problems.join('；')}`, { en: enOfSidecar })
}

/** Writes the sidecar of a document whole: under a hidden name first, then renamed. */
export function writeSidecar(document: string, sidecar: Sidecar): void {
  const file = sidecarOf(document)
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  writeFileSync(unfinished, `${JSON.stringify(Sidecar.parse(sidecar), undefined, 2)}\n`)
  renameSync(unfinished, file)
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : cause
    throw new BadInput(`${file}: 不是合法的 JSON（${why}）`, { en: `${enOfSidecar}: ${why}`, cause })
  }
}
