/** The options that tell a fact of a document, as `parseArgs` takes them. */
export const factOptions = {
  date: { type: 'string' },
  issuer: { type: 'string' },
  region: { type: 'string' },
  compilation: { type: 'string' },
  indicator: { type: 'string' },
  period: { type: 'string' },
  unit: { type: 'string' },
} as const

export type FactOptions = { readonly [Name in keyof typeof factOptions]?: string | undefined }
