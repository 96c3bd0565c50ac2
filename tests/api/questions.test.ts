import { expect, inject, test } from 'vitest'
import { openStore } from '#data/store/open-store.ts'
import { type Judged, judgeAll, readLabelled } from '../ask/score.ts'

/** The day on which the questions were written. */
const today = { year: 2026, month: 11 }

const say = ({ label, got }: Judged) =>
  `${label.question} → ${got}; wanted ${label.expect} ${label.intent} ${label.indicators}`

test('of the questions that readers ask, none is answered wrongly and nine of ten are answered right', async () => {
  const store = await openStore(inject('database'))
  const judged = await judgeAll(store, readLabelled('tests/ask/questions.csv'), today)
  await store.close()
  const of = (verdict: Judged['verdict']) => judged.filter((each) => each.verdict === verdict)
  expect(of('wrong').map(say)).toEqual([])
  expect(of('right').length / judged.length, of('missed').map(say).join('\n')).toBeGreaterThanOrEqual(0.9)
})
