import { test } from 'vitest'
import { killBuilds } from './support/kill-builds.ts'

test('a build that is killed leaves the last version whole, and the next one sweeps up', async () => {
  await killBuilds({ kind: 'publish', afterMs: [7, 55, 90] })
})
