/** As much of a question under way as a page needs to show it. */
export interface Asked<Data> {
  readonly data: Data | undefined
  readonly error: Error | null
}
