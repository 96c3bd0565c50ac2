import type { Catalog } from '#data/catalog/catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'

/**
 * The code of a region by its code or name.
 * @param where who names it, for the complaint.
 * @throws BadInput for a region that the catalogue lacks.
 */
export function placeNamed(region: string, regions: Catalog['regions'], where: string): string {
  const found = [...regions.values()].find(
    ({ code, name, aliases }) => code === region || name.zh === region || aliases.includes(region),
  )
  if (!found)
    throw new BadInput(`${where}: 地区「${region}」不在目录中，可写代码（如 520000）或名称（如 贵州）`)
  return found.code
}
