declare module 'sdmx-json-parser' {
  interface Component {
    readonly id: string
    readonly name: string
    readonly keyPosition?: number
    readonly values: readonly ({ id?: string; name?: string; value?: string; values?: string[] } | null)[]
  }
  export class SDMXParser {
    getDatasets(address: string): Promise<unknown>
    getName(): string
    getDimensions(): readonly Component[]
    getAttributes(): readonly Component[]
    getObservations(): Readonly<Record<string, readonly [number, ...number[]]>>
    getData(): readonly Readonly<Record<string, string | number>>[]
    getAnnotations(): readonly { readonly id: string; readonly text: string }[]
  }
}
