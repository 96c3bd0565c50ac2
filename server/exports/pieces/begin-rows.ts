/** Rows of which the first lie ready, whoever reads them. */
export interface Begun<Row> extends AsyncIterable<Row> {
  /** The first of them; undefined where there are none. */
  readonly first: Row | undefined
  /** Ends the reading, wherever it stands. */
  close(): Promise<void>
}

/**
 * Reads the first rows before the first byte of a file is sent, so that whatever is wrong with the question is still
 * told as an error.
 */
export async function beginRows<Row>(rows: AsyncIterable<Row>): Promise<Begun<Row>> {
  const reading = rows[Symbol.asyncIterator]()
  const first = await reading.next()
  return {
    first: first.done ? undefined : first.value,
    close: async () => void (await reading.return?.()),
    async *[Symbol.asyncIterator]() {
      for (let next = first; !next.done; next = await reading.next()) yield next.value
    },
  }
}
