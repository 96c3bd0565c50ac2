import type { Catalog } from '#data/catalog/catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { parsePeriod } from '#data/model/period.ts'
import { powerOf } from '#data/model/unit.ts'
import type { TableFacts } from '../document.ts'

/**
 * What a person says of tables: the indicator by its code, the others as they were given.
 * @param where who says it, for the complaint: `--`, a file.
 * @throws BadInput for an indicator or a unit that the catalogue lacks, or a period in no form of its own.
 */
export function tableFacts(facts: TableFacts, catalog: Catalog, where: string): TableFacts {
  const { indicator, unit, period } = facts
  if (unit !== undefined && !isUnit(unit, catalog))
    throw new BadInput(`${where}unit ${unit} 不是目录中的单位，应如 万元、亿元、万户`)
  if (period !== undefined && !parsePeriod(period, 'span'))
    throw new BadInput(`${where}period ${period} 应写作 2024、2024-05、2024-Q1 或 2024-01/2024-05`)
  return { unit, period, indicator: indicator === undefined ? undefined : codeOf(indicator, catalog, where) }
}

function codeOf(name: string, { indicators }: Catalog, where: string): string {
  const found = [...indicators.values()].find(
    ({ code, name: { zh }, aliases }) => code === name || zh === name || aliases.includes(name),
  )
  if (!found)
    throw new BadInput(
      `${where}indicator ${name} 不在目录中，请写指标的名称或代码（如 软件业务收入、software_revenue）`,
    )
  return found.code
}

const isUnit = (text: string, { units, indicators }: Catalog) =>
  [...units.values()].some((unit) => powerOf(text, unit) !== undefined) ||
  [...indicators.values()].some(({ printedAs }) => text in printedAs)
