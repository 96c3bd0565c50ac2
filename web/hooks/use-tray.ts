import { useSyncExternalStore } from 'react'
import type { Brief } from '#server/charts/index.ts'
import { getTray, setTray, subscribeToTray } from '#web/brief-tray.ts'

/** The reader's own brief, the same wherever it is shown. */
export const useTray = (): readonly [Brief, (brief: Brief) => void] => [
  useSyncExternalStore(subscribeToTray, getTray),
  setTray,
]
