import { LRUCache } from 'lru-cache'
import type { Store } from '#data/store/open-store.ts'
import { type Encoding, encodings } from './encoding.ts'
import type { Form } from './form.ts'

/** Answers kept as the bytes that are sent; the longest unused are given up first. */
export interface AnswerCache {
  /** Those from one store. */
  of(store: Store): KeptAnswers
  /** Gives up those from a store that is not used any more. */
  forget(store: Store): void
  /** What is kept, all counted: bodies in every encoding, their headers, the names by which they are found. */
  readonly bytes: number
}

export interface KeptAnswers {
  /** The answer to a question in one encoding; undefined where it is not kept. */
  find(question: string, encoding: Encoding): Form | undefined
  /** Whether the answer is kept in any encoding. */
  has(question: string): boolean
  /** Keeps a form, unless it is larger than an eighth of all that may be kept. */
  keep(question: string, encoding: Encoding, form: Form): void
  /** The question that an address asks; undefined where the address has not been remembered. */
  questionOf(address: string): string | undefined
  remember(address: string, question: string): void
  /** The answers under way, by whatever names them: who asks the same meanwhile waits for them. */
  readonly underWay: Map<string, Promise<Form | undefined>>
}

/** Bytes that an entry costs beside its parts: its place in the map, the objects it is made of. */
const overhead = 400
const largestShare = 1 / 8

/** @param bytes the most that is kept. */
export function createAnswerCache(bytes: number): AnswerCache {
  const kept = new LRUCache<string, Form | string>({
    maxSize: bytes,
    maxEntrySize: Math.floor(bytes * largestShare),
    sizeCalculation: sizeOf,
  })
  const stores = new WeakMap<Store, KeptAnswers & { readonly prefix: string }>()
  let opened = 0
  const open = (store: Store) => {
    const answers = keptUnder(kept, `${++opened} `)
    stores.set(store, answers)
    return answers
  }
  return {
    of: (store) => stores.get(store) ?? open(store),
    forget: (store) => {
      const prefix = stores.get(store)?.prefix
      if (prefix === undefined) return
      for (const name of [...kept.keys()]) if (name.startsWith(prefix)) kept.delete(name)
    },
    get bytes() {
      return kept.calculatedSize
    },
  }
}

/** Addresses begin with a slash and encodings do not: their names never meet. */
const keptUnder = (kept: LRUCache<string, Form | string>, prefix: string) => ({
  prefix,
  find: (question: string, encoding: Encoding) =>
    kept.get(`${prefix}${encoding} ${question}`) as Form | undefined,
  has: (question: string) => encodings.some((encoding) => kept.has(`${prefix}${encoding} ${question}`)),
  keep: (question: string, encoding: Encoding, form: Form) =>
    void kept.set(`${prefix}${encoding} ${question}`, form),
  questionOf: (address: string) => kept.get(prefix + address) as string | undefined,
  remember: (address: string, question: string) => void kept.set(prefix + address, question),
  underWay: new Map<string, Promise<Form | undefined>>(),
})

const sizeOfText = (text: string) => 2 * text.length

function sizeOf(kept: Form | string, name: string): number {
  if (typeof kept === 'string') return overhead + sizeOfText(kept) + sizeOfText(name)
  const headers = Object.entries(kept.headers).flat().join('')
  return overhead + sizeOfText(headers) + kept.body.byteLength + sizeOfText(name)
}
