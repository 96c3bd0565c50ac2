/**
 * A text of its own, published on 20 January 2025, and what must be read in it: a row as `indicator region period measure value`,
 * with `of` its whole, `from` its base and a status that is not `actual`; or the refusal and the number.
 */
export type Example = readonly [text: string, reads: string]
