const waiting: (() => void)[] = []

/**
 * Waits for a turn of the event loop: of all that wait here, each turn takes one, and requests that have come meanwhile
 * are answered between. For the parts of work that holds the loop for some ten milliseconds.
 */
export function takeTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(next)
  })
}

function next(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(next)
}
