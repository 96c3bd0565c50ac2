import type { Catalog } from '#data/catalog/catalog.ts'
import type { Text } from '#data/model/language.ts'
import { measureCodes } from '#data/model/measure.ts'
import { statuses } from '#data/model/observation.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { statusNames } from '#data/wording/status-names.ts'
import { toPinyin } from '../publish/to-pinyin.ts'
import { printedUnits } from './alternatives.ts'
import type { CatalogAnswer } from './answers.ts'

/** The catalogue for the pickers: what a person may choose, and by which words it is found. */
export function describeCatalog({ indicators, regions, topics, units }: Catalog): CatalogAnswer {
  return {
    indicators: [...indicators.values()].map((entry) => ({
      code: entry.code,
      name: entry.name,
      aliases: entry.aliases,
      pinyin: [entry.name.zh, ...entry.aliases].map(toPinyin).join('|'),
      topic: entry.topic,
      units: printedUnits(entry, units),
    })),
    regions: [...regions.values()].map(({ code, name, fullName, aliases, pinyin }) => ({
      ...{ code, name, fullName, aliases, pinyin },
    })),
    measures: measureCodes.map((code) => named(code, measureNames[code])),
    statuses: statuses.map((code) => named(code, statusNames[code])),
    topics: topics.map(({ code, name }) => ({ code, name })),
    units: [...units.values()].map(({ code, name }) => ({ code, name })),
  }
}

const named = (code: string, name: Text) => ({ code, name, aliases: [], pinyin: toPinyin(name.zh) })
