import type { Catalog } from '#data/catalog/catalog.ts'
import type { Identities } from '#data/catalog/identity.ts'
import type { Doubt } from '#data/model/doubt.ts'
import type { Observation } from '#data/model/observation.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { KnownFigures } from '../facts/known-figures.ts'

/** What figures of documents are held against. */
export interface Knowledge {
  readonly catalog: Catalog
  readonly identities: Identities
  /** The curated figures. */
  readonly curated: readonly Observation[]
  readonly known: KnownFigures
}

/** Finds figures of documents that disagree with what is known, each with what it disagrees with, in Chinese. */
export interface Doubter {
  readonly doubt: Doubt
  find(figures: readonly Observation[], knowledge: Knowledge): ReadonlyMap<Observation, string>
}

/** Looks at each figure by itself; where nothing is said of it, there is no doubt. */
export const inEach =
  (why: (figure: Observation, knowledge: Knowledge) => string | undefined): Doubter['find'] =>
  (figures, knowledge) =>
    new Map(
      figures.flatMap((figure) => {
        const because = why(figure, knowledge)
        return because === undefined ? [] : [[figure, because] as const]
      }),
    )

/** 2024年1—4月 38027亿元（web-112:7）. */
export const sayStatement = ({ id, period, printedValue, printedUnit }: Observation): string =>
  `${formatPeriod(period, 'zh')} ${printedValue}${printedUnit}（${id}）`
