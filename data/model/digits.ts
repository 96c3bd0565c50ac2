/** Digits of a printed number that say something: 4 of 0.01230, whose last zero was printed. */
export const significantDigits = (printed: string): number => printed.replace(/^-?0*\.?0*|\./g, '').length

/** Digits before the point, at least one: 3 of 123.4, 1 of 0. */
export const wholeDigits = (value: number): number =>
  value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1
