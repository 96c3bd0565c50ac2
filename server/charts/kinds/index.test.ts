import { expect, test } from 'vitest'
import { kindNames } from '../words/kind-names.ts'
import { chartKinds } from './index.ts'

test.each(Object.entries(chartKinds))('%s is found by its own id, and has a name', (id, kind) => {
  expect(kind.id).toBe(id)
  expect(kindNames[kind.id].zh).not.toBe('')
})
