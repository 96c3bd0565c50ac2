/** A small wish of the reader that outlives the visit; a browser that forbids storage just forgets it. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`youju:${name}`)
  } catch {
    return null
  }
}

/** Keeps a wish; an empty one is forgotten. */
export function remember(name: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(`youju:${name}`)
    else localStorage.setItem(`youju:${name}`, value)
  } catch {
    // A full or forbidden storage is no reason to stop.
  }
}
