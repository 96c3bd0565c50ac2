import type { Form } from './form.ts'

/** What the build says of the code of its pages (vite.config.ts): the files that those of an address will ask for. */
export const pageCodeFile = 'page-code.json'

/** Names the code of the page of an address in its head, so that it is not fetched one file after the other. */
export function preloadCode(list: Form | undefined, path: string): string {
  if (!list) return ''
  const files = Object.entries(JSON.parse(new TextDecoder().decode(list.body)) as Record<string, string[]>)
  const own = files.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1] ?? []
  return own.map((file) => `<link rel="modulepreload" href="/${file}" />`).join('')
}
