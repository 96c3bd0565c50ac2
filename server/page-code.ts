import type { Form } from './form.ts'

/** What the build says of the code of its pages (vite.config.ts): the files that those of an address will ask for, by how its path begins, or by what it asks. */
export const pageCodeFile = 'page-code.json'

/** Names the code of the page of an address in its head, so that it is not fetched one file after the other. */
export function preloadCode(list: Form | undefined, { pathname, searchParams }: URL): string {
  if (!list) return ''
  const files = Object.entries(JSON.parse(new TextDecoder().decode(list.body)) as Record<string, string[]>)
  const isOf = (start: string) =>
    pathname === start || pathname.startsWith(`${start}/`) || start === `?lang=${searchParams.get('lang')}`
  const own = files.flatMap(([start, own]) => (isOf(start) ? own : []))
  return own.map((file) => `<link rel="modulepreload" href="/${file}" />`).join('')
}
