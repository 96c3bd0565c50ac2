/** What is written into the built page for one of its addresses, as HTML: who writes it has escaped it. */
export interface PageParts {
  /** At the end of the head. */
  readonly head?: string | undefined
  /** At the end of the body. */
  readonly body?: string | undefined
  /** In place of what the page says where scripts are off. */
  readonly unscripted?: string | undefined
}

/** The built page with parts of one address. A page without a place for a part stays as it is. */
export function pageWith(page: string, { head = '', body = '', unscripted }: PageParts): string {
  const headed = page.replace('</head>', () => `${head}</head>`).replace('</body>', () => `${body}</body>`)
  if (unscripted === undefined) return headed
  return headed.replace(/<noscript>.*?<\/noscript>/s, () => `<noscript>${unscripted}</noscript>`)
}
