interface Entry {
  readonly code: string
  readonly name: { readonly zh: string }
  readonly fullName?: string
  readonly aliases: readonly string[]
}

/** The entry that a person calls by its code or by any of its Chinese names; no two of a catalogue share one. */
export function entryNamed<Named extends Entry>(
  entries: ReadonlyMap<string, Named>,
  word: string,
): Named | undefined {
  return (
    entries.get(word) ??
    [...entries.values()].find(({ name, fullName, aliases }) =>
      [name.zh, fullName, ...aliases].includes(word),
    )
  )
}
