import { compilations, defaultCompilation, type SeriesCompilation } from '#data/model/compilation.ts'
import type { Text } from '#data/model/language.ts'

/** What numbers of a compilation are called where it is not the usual one: 年报数; undefined where it is, or all agree. */
export function unusualCompilation(compilation: SeriesCompilation): Text | undefined {
  if (compilation === '' || compilation === defaultCompilation) return undefined
  const { zh, en } = compilations[compilation].name
  return { zh: `${zh}数`, en }
}
