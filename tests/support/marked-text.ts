import type { Fate } from '#data/model/inbox.ts'

/** What must become of a number, by the sign behind it. */
const fateOf: Readonly<Record<string, Fate>> = {
  '': 'published',
  '?': 'waiting',
  '!': 'refused',
  '~': 'no-indicator',
}

/** `{62350}`, `{0.4=-0.4}` where it is read with a sign or digits that are not printed, `{386~}`. */
const mark = /\{([^{}=?!~]+)(?:=([^{}?!~]+))?([?!~]?)\}/g

/** A number of a text: `published 62350`. */
export type Told = `${Fate} ${string}`

/** A text without the marks of its numbers. */
export const unmark = (text: string): string => text.replace(mark, '$1')

/** What must become of each marked number of a text; a digit without a mark is no number of anything. */
export const toldBy = (text: string): Told[] =>
  [...text.matchAll(mark)].map(
    ([, printed, read, sign = '']): Told => `${fateOf[sign] ?? 'published'} ${read ?? printed}`,
  )
