/** The place of a number in its file, as its name: `12:8`. */
export const placeOf = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `${line}:${column}`
