/** Something a person can mend: one line saying what is wrong, where, and what to do. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
  /** The same in English, without the place, where a page shows it. */
  readonly en: string | undefined

  constructor(
    message: string,
    { en, cause }: { readonly en?: string | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.en = en
  }
}
