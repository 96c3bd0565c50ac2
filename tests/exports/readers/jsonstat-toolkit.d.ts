declare module 'jsonstat-toolkit' {
  interface Dataset {
    readonly class: string
    /** How many cells the cube has. */
    readonly n: number
    readonly id: readonly string[]
    readonly label: string
    readonly role: Readonly<Record<string, readonly string[]>>
    readonly extension: unknown
    toTable(options: { type: 'arrobj'; content: 'id'; status?: boolean }): unknown
    Dimension(id: string): {
      Category(id: string): { readonly label: string; readonly unit: { label: string } | null }
    }
  }
  const JSONstat: (parsed: unknown) => Dataset

  // biome-ignore lint/style/noDefaultExport: the package is so
  export { JSONstat as default }
}
