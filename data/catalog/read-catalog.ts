import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readCsv } from '#data/csv/read-csv.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { Indicator, Topic } from '#data/model/indicator.ts'
import { Issuer, type Issuers, placeOf } from '#data/model/issuer.ts'
import { Region } from '#data/model/region.ts'
import { Source, sourceColumns, splitIssuers } from '#data/model/source.ts'
import { Unit } from '#data/model/unit.ts'
import { buildCatalog, type Catalog, type Placed } from './catalog.ts'

/**
 * Reads the catalogue from its folder.
 * @param folder holds topics.json, units.json, regions.json, issuers.json, indicators/*.json and sources/*.csv.
 * @throws BadInput naming file, entry and field when an entry is not of its form or does not agree with the others.
 */
export function readCatalog(folder: string): Catalog {
  const issuers = readEntries(join(folder, 'issuers.json'), Issuer)
  const byName = new Map(issuers.map(({ entry }) => [entry.name.zh, entry]))
  return buildCatalog({
    topics: readEntries(join(folder, 'topics.json'), Topic),
    units: readEntries(join(folder, 'units.json'), Unit),
    regions: readEntries(join(folder, 'regions.json'), Region),
    indicators: filesIn(join(folder, 'indicators'), '.json').flatMap((file) => readEntries(file, Indicator)),
    issuers,
    sources: filesIn(join(folder, 'sources'), '.csv').flatMap((file) => readSources(file, byName)),
  })
}

function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending))
  return names.sort().map((name) => join(folder, name))
}

/** The entries of a file, each of its form. */
export function readEntries<Entry>(file: string, schema: z.ZodType<Entry>): Placed<Entry>[] {
  const entries = parseJson(file)
  if (!Array.isArray(entries)) throw new BadInput(`${file}: 应是条目的数组`)
  return entries.map((entry: unknown, index) => ({
    file,
    entry: check(schema, entry, `${file}: 第 ${index + 1} 条`),
  }))
}

export function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new BadInput(`${file}: 不是合法的 JSON（${cause instanceof Error ? cause.message : cause}）`, {
      cause,
    })
  }
}

function readSources(file: string, known: Issuers): Placed<Source>[] {
  return readCsv(file, sourceColumns).map(({ line, row }) => {
    const issuers = splitIssuers(row['issuers'] ?? '')
    return {
      file,
      entry: check(Source, { ...row, issuers, place: placeOf(issuers, known) }, `${file}:${line}`),
    }
  })
}

function check<Entry>(schema: z.ZodType<Entry>, entry: unknown, where: string): Entry {
  const parsed = schema.safeParse(entry)
  if (parsed.success) return parsed.data
  const code = z.looseObject({ code: z.string() }).safeParse(entry).data?.code
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '整条'}: ${message}`)
  throw new BadInput(`${where}${code ? `（${code}）` : ''} ${problems.join('；')}`)
}
