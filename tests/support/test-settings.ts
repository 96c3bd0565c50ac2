import { defaultSettings } from '#server/settings.ts'

/** A busy machine may take its time. */
export const unhurried = { ...defaultSettings, patience: 600_000 }

/** The day on which the server of a test answers. */
export const today = '2026-09-30'
