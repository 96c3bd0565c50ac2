import { type Brief, printBrief, readBrief } from '#server/charts/index.ts'
import { recall, remember } from './remember.ts'

/*
 * The reader's own brief. It is kept in the browser as the address it has; where the browser keeps nothing, it lives as
 * long as the page. Other windows of the same reader follow.
 */

const name = 'brief'
const readTray = () => readBrief(recall(name) ?? '').brief

let tray = readTray()
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

addEventListener('storage', ({ key }) => {
  if (key !== null && !key.endsWith(`:${name}`)) return
  tray = readTray()
  tell()
})

export const getTray = (): Brief => tray

export function setTray(brief: Brief): void {
  tray = brief
  remember(name, printBrief(brief))
  tell()
}

export function subscribeToTray(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
