/** What may stand in a program or a page: a host can be spelled with signs that a shell would run. */
const plainOrigin = /^https?:\/\/[\w.:[\]-]+$/

/** The origin of an address, in signs that are safe wherever it is written. */
export function originOf(url: string): string {
  const { origin } = new URL(url)
  return plainOrigin.test(origin) ? origin : 'http://localhost'
}
