/** Orders lists of the same length by their first, then their second, and so on. */
export function compareLists(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((each, at) => each !== other[at])
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
}
