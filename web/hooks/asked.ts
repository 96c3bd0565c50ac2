/** As much of a question under way as a page needs to show it. */
export interface Asked<Data> {
  readonly data: Data | undefined
  readonly isError: boolean
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}
