import { type Compilation, compilationCodes, defaultCompilation } from '#data/model/compilation.ts'
import type { Coverage } from './answers.ts'

/** Which compilation is shown, what of the coverage belongs to it, and what there is to choose from. */
export interface ChosenCompilation {
  /** undefined where the compilations of the indicator agree. */
  readonly compilation: Compilation | undefined
  readonly coverage: readonly Coverage[]
  /** Empty where there is nothing to choose. */
  readonly options: readonly Compilation[]
}

/**
 * Completes which compilation the address asks for: the one that has numbers of most of the regions; of equals the one
 * that answers unasked. Numbers of two compilations never stand together.
 * @param regions those to be shown.
 */
export function chooseCompilation(
  coverage: readonly Coverage[],
  regions: readonly string[],
  asked: Compilation | undefined,
): ChosenCompilation {
  const present = compilationCodes.filter((code) => coverage.some(({ compilation }) => compilation === code))
  const regionsWith = (code: Compilation) => {
    const own = coverage.filter(({ compilation, region }) => compilation === code && regions.includes(region))
    return new Set(own.map(({ region }) => region)).size
  }
  const best = present.toSorted(
    (a, b) =>
      regionsWith(b) - regionsWith(a) || Number(b === defaultCompilation) - Number(a === defaultCompilation),
  )[0]
  const compilation = best && (asked ?? best)
  return {
    compilation,
    coverage: coverage.filter((each) => each.compilation === '' || each.compilation === compilation),
    options: present.length > 1 ? present : [],
  }
}
