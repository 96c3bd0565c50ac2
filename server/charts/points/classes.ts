/** Values sorted into classes that hold about as many each, with a shade of the palette for every class. */
export interface Classes {
  /** The shade of each class, the lowest first: few classes take theirs from the whole range, to stay far apart. */
  readonly shades: readonly string[]
  /** The lowest value of each class but the first. */
  readonly bounds: readonly number[]
  shadeOf(value: number): string
}

/** From one class for a single value to as many as there are shades for thirty. */
export function classesOf(values: readonly number[], palette: readonly [string, ...string[]]): Classes {
  const sorted = [...new Set(values)].toSorted((a, b) => a - b)
  const wanted = Math.round(Math.sqrt(values.length) * 1.25)
  const count = Math.max(1, Math.min(palette.length, sorted.length, wanted))
  const shades = Array.from(
    { length: count },
    (_, index) => palette[shadeAt(index, count, palette.length)] ?? palette[0],
  )
  const bounds = Array.from(
    { length: count - 1 },
    (_, index) => sorted[Math.round(((index + 1) * sorted.length) / count)] ?? 0,
  )
  const shadeOf = (value: number) => shades[bounds.filter((bound) => value >= bound).length] ?? palette[0]
  return { shades, bounds, shadeOf }
}

const shadeAt = (index: number, count: number, available: number) =>
  count === 1 ? Math.floor(available / 2) : Math.round((index * (available - 1)) / (count - 1))
