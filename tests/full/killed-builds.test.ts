import { test } from 'vitest'
import { killBuilds } from '../support/kill-builds.ts'

/** Moments spread evenly, in no order, over a span of milliseconds. */
const moments = (count: number, span: number) =>
  Array.from({ length: count }, (_, at) => ((at * 0.618_034) % 1) * span)

test('80 publications that are killed leave the last version whole, and the next one sweeps up', async () => {
  await killBuilds({ kind: 'publish', afterMs: moments(80, 400) })
}, 1_800_000)

test('20 builds that are killed at any moment do so too', async () => {
  await killBuilds({ kind: 'build', afterMs: moments(20, 1500) })
}, 1_800_000)
