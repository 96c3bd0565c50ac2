import type { Catalog } from '#data/catalog/catalog.ts'
import { type Compilation, compilations } from '#data/model/compilation.ts'
import type { Text } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { codeWords } from './about/explain-codes.ts'
import type { Filter } from './export-format.ts'

/** A parsed question: of its values only words, lists of words, flags and periods are said. */
type Asked = Readonly<Record<string, unknown>>

interface Said {
  readonly name: Text
  /** How one word of it is said; as it stands when left out. */
  readonly say?: (word: string, catalog: Catalog) => Text | undefined
}

/** The parameters that decide which numbers stand in a file, in order. */
const said: Readonly<Record<string, Said>> = {
  indicator: {
    name: { zh: '指标', en: 'Indicator' },
    say: (code, { indicators }) => indicators.get(code)?.name,
  },
  region: { name: { zh: '地区', en: 'Region' }, say: (code, { regions }) => regions.get(code)?.name },
  regions: {
    name: { zh: '地区', en: 'Regions' },
    say: (code, { regions }) => groups[code] ?? membersOf(code, regions) ?? regions.get(code)?.name,
  },
  period: { name: { zh: '时期', en: 'Period' } },
  measure: { name: { zh: '度量', en: 'Measure' }, say: (code) => measureNames[code as Measure] },
  compilation: {
    name: { zh: '统计类别', en: 'Compilation' },
    say: (code) => compilations[code as Compilation].name,
  },
  basis: { name: { zh: '口径', en: 'Basis' }, say: (code) => codeWords['basis']?.[code] },
  of: {
    name: { zh: '占比的整体', en: 'Share of' },
    say: (code, { indicators }) => indicators.get(code)?.name,
  },
  status: { name: { zh: '状态', en: 'Status' }, say: (code) => codeWords['status']?.[code] },
  source: { name: { zh: '来源', en: 'Source' } },
  from: { name: { zh: '自', en: 'From' } },
  to: { name: { zh: '至', en: 'To' } },
  transform: { name: { zh: '变换', en: 'Transform' }, say: (code) => codeWords['transform']?.[code] },
  indexBase: { name: { zh: '指数基期', en: 'Base of the index' } },
  updatedAfter: { name: { zh: '更新于其后', en: 'Updated after' } },
  includeHistory: { name: { zh: '含历次版本', en: 'All versions' }, say: () => ({ zh: '是', en: 'yes' }) },
}

const groups: Readonly<Record<string, Text>> = {
  zones: { zh: '四大区域', en: 'Zones' },
  provinces: { zh: '各省份', en: 'Provinces' },
  clusters: { zh: '城市群', en: 'Clusters' },
  cities: { zh: '城市', en: 'Cities' },
}

function membersOf(code: string, regions: Catalog['regions']): Text | undefined {
  const name = regions.get(code.replace(/^members:/, ''))?.name
  if (!name || !code.startsWith('members:')) return undefined
  return { zh: `${name.zh}各地`, en: `members of ${name.en}` }
}

/** What a question asks for in words; what it leaves open is not said, and its day is said with the state of the file. */
export function filtersOf(asked: Asked, catalog: Catalog): Filter[] {
  return Object.entries(said).flatMap(([id, { name, say }]) => {
    const words = wordsIn(asked[id])
    if (words.length === 0) return []
    const texts = words.map((word) => say?.(word, catalog) ?? { zh: word, en: word })
    return {
      id,
      name,
      value: { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') },
    }
  })
}

function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'string') return value === 'none' ? [] : [value]
  if (typeof value === 'object' && value !== null && 'text' in value) return [String(value.text)]
  return value === true ? ['true'] : []
}
