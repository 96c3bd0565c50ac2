interface Remedy {
  /** Whether it may go better when tried again at once. */
  readonly again?: boolean
  /** Before this the site does not want to be asked. */
  readonly notBefore?: Date | undefined
}

/** Why something could not be fetched, in words for the operator. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
  readonly again: boolean
  readonly notBefore: Date | undefined

  constructor(why: string, { again = false, notBefore }: Remedy = {}) {
    super(why)
    this.again = again
    this.notBefore = notBefore
  }
}
