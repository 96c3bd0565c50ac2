/** As much of a question under way as a page needs to show it. */
export interface Asked<Data> {
  readonly data: Data | undefined
  readonly error: Error | null
}

/** Several questions as one: known when all are, failed when one is. */
export function allOf<Data extends object>(
  asked: { readonly [Name in keyof Data]: Asked<Data[Name]> },
): Asked<Data> {
  const entries: readonly (readonly [string, Asked<unknown>])[] = Object.entries(asked)
  const error = entries.find(([, each]) => each.error)?.[1].error ?? null
  const isKnown = entries.every(([, { data }]) => data !== undefined)
  const data = Object.fromEntries(entries.map(([name, each]) => [name, each.data])) as Data
  return { data: isKnown ? data : undefined, error }
}
