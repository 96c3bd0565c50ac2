import type { Catalog } from '#data/catalog/catalog.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer, IndicatorAnswer } from '#server/answers.ts'
import { readCoverage } from './read-coverage.ts'

/** The catalogue of indicators, each with what numbers it has. */
export async function readIndicators(store: Store): Promise<Answer<'indicators'>> {
  const { byIndicator } = await readCoverage(store)
  return {
    snapshot: store.snapshot.id,
    topics: store.catalog.topics.map(({ code, name, headline }) => ({ code, name, headline })),
    indicators: [...store.catalog.indicators.values()].map((indicator) =>
      describeIndicator(store, indicator, byIndicator.get(indicator.code)),
    ),
  }
}

const nothing: IndicatorAnswer['coverage'] = {
  observations: 0,
  regions: [],
  measures: [],
  bases: [],
  first: null,
  last: null,
}

/** An indicator as the catalogue has it, with its unit spelled out. */
export function describeIndicator(
  { catalog, pinyin }: Store,
  indicator: Indicator,
  coverage = nothing,
): IndicatorAnswer {
  const { code, name, aliases, topic, kind, counter, aggregation, partOf } = indicator
  const { compilations, comparable, definition, notes } = indicator
  return {
    code,
    name,
    aliases,
    pinyin: pinyin.get(code) ?? '',
    topic,
    kind,
    unit: describeUnit(catalog, indicator.unit),
    counter: counter ?? null,
    aggregation,
    partOf: partOf ?? null,
    compilations,
    comparable,
    definition,
    notes: notes.map(({ zh, en, since }) => ({ zh, en, ...(since !== undefined && { since }) })),
    coverage,
  }
}

function describeUnit({ units }: Catalog, code: string): IndicatorAnswer['unit'] {
  const unit = units.get(code)
  if (!unit) throw new Error(`the catalogue has no unit ${code}`)
  return { code: unit.code, name: unit.name, ladder: unit.ladder }
}
