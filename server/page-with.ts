/** What is written into the built page for one of its addresses, as HTML: who writes it has escaped it. */
export interface PageParts {
  /** At the end of the head. */
  readonly head?: string | undefined
  /** In place of what the page says where scripts are off. */
  readonly unscripted?: string | undefined
}

/** The built page with parts of one address. A page without a place for a part stays as it is. */
export function pageWith(page: string, { head, unscripted }: PageParts): string {
  const headed = head === undefined ? page : page.replace('</head>', () => `${head}</head>`)
  if (unscripted === undefined) return headed
  return headed.replace(/<noscript>.*?<\/noscript>/s, () => `<noscript>${unscripted}</noscript>`)
}
