/** Hong Kong, Macao and Taiwan: the statistics of the mainland do not count them, which is no gap in the data. */
const uncounted: ReadonlySet<string> = new Set(['810000', '820000', '710000'])

/** Whether a region without a number lacks it because its statistics are kept apart. */
export const isUncounted = (code: string) => uncounted.has(code)
