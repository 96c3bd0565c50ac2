/** What two printings of a title share: letters, digits and Chinese characters. */
export function titleKey(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

/** How sure two keys are the same title, with a slip or two or cut short by a line break: 0 to 1, below 0.8 not at all. */
export function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 8 || short.length < 0.5 * long.length) return 0
  if (short.slice(0, 2) !== long.slice(0, 2) && short.slice(-2) !== long.slice(-2)) return 0
  const cut = long.startsWith(short) && short.length >= 0.6 * long.length ? 0.8 : 0
  return Math.max(cut, shared(short, long))
}

export function resembles(a: string, b: string): boolean {
  return likeness(a, b) >= 0.8
}

/** The share of neighbouring pairs of characters that both have (Dice). */
function shared(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (let i = 1; i < a.length; i++)
    counts.set(a.slice(i - 1, i + 1), (counts.get(a.slice(i - 1, i + 1)) ?? 0) + 1)
  let common = 0
  for (let i = 1; i < b.length; i++) {
    const left = counts.get(b.slice(i - 1, i + 1)) ?? 0
    if (left > 0) common++
    counts.set(b.slice(i - 1, i + 1), left - 1)
  }
  return (2 * common) / (a.length + b.length - 2)
}
