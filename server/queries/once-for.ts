import type { Store } from '#data/store/open-store.ts'

/** What is read once for each store, when it is first needed: a published database never changes. */
export function onceFor<Read>(read: (store: Store) => Promise<Read>): (store: Store) => Promise<Read> {
  const alreadyRead = new WeakMap<Store, Promise<Read>>()
  return ({ whole: store }) => {
    const known = alreadyRead.get(store)
    if (known) return known
    const reading = read(store)
    alreadyRead.set(store, reading)
    reading.catch(() => alreadyRead.delete(store))
    return reading
  }
}
