import type { Form } from './form.ts'

/** What the build says of the code of its pages (vite.config.ts): the files that those of an address will ask for. */
export const pageCodeFile = 'page-code.json'

/** Names the code of the page of an address in its head, so that it is not fetched one file after the other. */
export function preloadCode(list: Form | undefined, { pathname, searchParams }: URL): string {
  if (!list) return ''
  const files = Object.entries(JSON.parse(new TextDecoder().decode(list.body)) as Record<string, string[]>)
  const isOf = (pages: string) =>
    pages === pathname ||
    pages === `?lang=${searchParams.get('lang')}` ||
    (pages.endsWith('/*') && pathname.startsWith(pages.slice(0, -1)))
  const own = files.flatMap(([pages, own]) => (isOf(pages) ? own : []))
  return [...new Set(own)]
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="stylesheet" crossorigin href="/${file}" />`
        : `<link rel="modulepreload" href="/${file}" />`,
    )
    .join('')
}
