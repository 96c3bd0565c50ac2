/** One parameter of the address: text to value and back. `read` gives undefined for what it does not understand. */
export interface Field<Value> {
  read(text: string): Value | undefined
  print(value: Value): string
  /** All that can be written, where that is a list. */
  readonly words?: readonly string[]
  /** Whether a text of this name was put there by others, and is none of ours. */
  isForeign?(text: string): boolean
}

export type Fields = Readonly<Record<string, Field<unknown>>>
type ValueOf<Known> = Known extends Field<infer Value> ? Value : never

/** What an address says; a parameter that is absent or unreadable is undefined. */
export type StateOf<Known extends Fields> = {
  readonly [Name in keyof Known]?: ValueOf<Known[Name]> | undefined
}

/** A parameter that was there and could not be understood. */
export interface Unread {
  readonly name: string
  readonly text: string
}

export const matching = (form: RegExp): Field<string> => ({
  read: (text) => (form.test(text) ? text : undefined),
  print: (value) => value,
})

export const oneOf = <Value extends string>(values: readonly Value[]): Field<Value> => ({
  read: (text) => values.find((value) => value === text),
  print: (value) => value,
  words: values,
})

export const listOf = (form: RegExp): Field<readonly string[]> => ({
  read: (text) => {
    const parts = text.split(',')
    return parts.every((part) => form.test(part)) ? [...new Set(parts)] : undefined
  },
  print: (values) => values.join(','),
})

export const text: Field<string> = { read: (value) => value.slice(0, 80), print: (value) => value }

/** Reads the parameters in `fields` from a query string; what it cannot understand is left out and named. */
export function readState<Known extends Fields>(
  fields: Known,
  search: string,
): { state: StateOf<Known>; unread: readonly Unread[] } {
  const params = new URLSearchParams(search)
  const state: Record<string, unknown> = {}
  const unread: Unread[] = []
  for (const [name, field] of Object.entries(fields)) {
    const given = params.get(name)
    if (given === null || given === '') continue
    if (field.isForeign?.(given)) continue
    const value = field.read(given)
    if (value === undefined) unread.push({ name, text: given })
    else state[name] = value
  }
  return { state: state as StateOf<Known>, unread }
}

/** The query string of a state, in the order of `fields`, without `?`; parameters that `fields` does not own are kept from `kept`. */
export function printState<Known extends Fields>(fields: Known, state: StateOf<Known>, kept = ''): string {
  const params = new URLSearchParams(kept)
  for (const name of Object.keys(fields)) params.delete(name)
  const printed = new URLSearchParams()
  for (const [name, field] of Object.entries(fields)) {
    const value = state[name as keyof Known]
    if (value !== undefined && value !== '') printed.set(name, field.print(value))
  }
  for (const [name, value] of params) printed.append(name, value)
  return printed.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
}
