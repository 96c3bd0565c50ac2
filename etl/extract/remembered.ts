import type { Mention } from './mention.ts'

/** How long something that was said holds. */
export type Lasts = 'sentence' | 'paragraph'

/** Where a mention stands. */
export type Place = Pick<Mention, 'paragraph' | 'sentence'>

/** Whether two mentions stand in one sentence, or in one paragraph. */
export const isWithin: { readonly [lasts in Lasts]: (one: Place, other: Place | undefined) => boolean } = {
  paragraph: (one, other) => one.paragraph === other?.paragraph,
  sentence: (one, other) => one.paragraph === other?.paragraph && one.sentence === other.sentence,
}

/** What a text said last of something, for as long as it holds. */
export class Remembered<Value> {
  private said: { readonly value: Value; readonly at: Place } | undefined
  private readonly lasts: Lasts

  constructor(lasts: Lasts) {
    this.lasts = lasts
  }

  keep(value: Value, at: Place): void {
    this.said = { value, at }
  }

  forget(): void {
    this.said = undefined
  }

  /** What holds where a mention stands; undefined where nothing was said, or no longer holds. */
  at(mention: Place): Value | undefined {
    return isWithin[this.lasts](mention, this.said?.at) ? this.said?.value : undefined
  }
}
