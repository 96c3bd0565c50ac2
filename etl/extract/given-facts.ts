import type { TableFacts } from '../document.ts'

/** What is known of a document beside its text. Where it has several articles, each keeps what its own text says. */
export interface GivenFacts extends TableFacts {
  /** The day it was issued, as YYYY-MM-DD or YYYY-MM; or YYYY, the year that periods without one are of. */
  readonly published?: string | undefined
  /** Who is responsible for its numbers, by name. */
  readonly issuer?: string | undefined
  /** The code of the region that 全省 or 我市 means. */
  readonly place?: string | undefined
  /** The code of the region whose office the issuer is. */
  readonly issuerPlace?: string | undefined
}
