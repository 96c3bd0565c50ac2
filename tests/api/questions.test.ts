import { afterAll, expect, inject, test } from 'vitest'
import { openStore } from '#data/store/open-store.ts'
import { type Judged, judgeAll, readLabelled } from '../ask/score.ts'

/** The day on which the questions were written. */
const today = { year: 2026, month: 11 }

const say = ({ label, got }: Judged) =>
  `${label.question} → ${got}; wanted ${label.expect} ${label.intent} ${label.indicators}`

/** Sets of questions, each by another author who has seen no parser. */
const files = ['questions', 'more-questions', 'spread-questions', 'further-questions', 'unseen-questions']

const store = await openStore(inject('database'))
afterAll(() => store.close())

test.each(files)('of %s none is answered wrongly, and nine of ten are answered right', async (file) => {
  const judged = await judgeAll(store, readLabelled(`tests/ask/${file}.csv`), today)
  const of = (verdict: Judged['verdict']) => judged.filter((each) => each.verdict === verdict)
  expect(judged.length).toBeGreaterThanOrEqual(240)
  expect(of('wrong').map(say)).toEqual([])
  expect(of('right').length / judged.length, of('missed').map(say).join('\n')).toBeGreaterThanOrEqual(0.9)
})
