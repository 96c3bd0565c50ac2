import type { Store } from '#data/store/open-store.ts'
import type { Lending } from './current-store.ts'

/** What the middleware puts into every request's context. */
export interface ServerEnv {
  Variables: {
    /** The database this request is answered from, from its first line to its last. */
    store: Store
    /** Under which address readers come to this server; '' where the operator has not said. */
    publicUrl: string
    /** What is published, and the other versions. */
    current: Lending
    /** Why the version that was asked for does not answer. */
    missing?: Error
    /** The day of which the answer is, where it depends on the day (`today.ts`). */
    today?: string
    /** The hash of an answer that is named by its own content, not by the database. */
    contentHash?: string
    /** The name of a file, by the snapshot and its question. */
    fileName?: string
    /** The body of a response that was made from a text. */
    sentText?: { readonly response: Response; readonly text: string }
    /** The headers of `securityOf` are in the response already. */
    isSecured?: boolean
    /** Settles, and never fails, when an answer that is written while it is read has ended or its reader has left. */
    sent?: Promise<void>
  }
}
