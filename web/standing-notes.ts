import type { Indicator } from './api.ts'

/** What to beware of with any number of an indicator, as opposed to what changed at some time. */
export const standingNotes = ({ notes }: Pick<Indicator, 'notes'>) =>
  notes.filter(({ since }) => since === undefined)
