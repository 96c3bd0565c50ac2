const reloadedAt = 'reloaded-at'
/** One that was loaded anew a moment ago is not loaded again: what fails then is not mended by it. */
const againAfterMs = 10_000

/**
 * Loads the page anew where the server answers. Browsers keep a module that could not be fetched as failed for as long
 * as the document lives, and after an update the files of the old pages are gone.
 * @returns whether it is being loaded; false where the server cannot be reached, or that was tried a moment ago.
 */
export async function reloadIfReachable(): Promise<boolean> {
  if (!(await isReachable()) || !mayReload()) return false
  location.reload()
  return true
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

function mayReload(): boolean {
  try {
    const before = Number(sessionStorage.getItem(reloadedAt) ?? 0)
    sessionStorage.setItem(reloadedAt, String(Date.now()))
    return Date.now() - before > againAfterMs
  } catch {
    // A frame without storage cannot remember, and would load itself for ever.
    return false
  }
}
