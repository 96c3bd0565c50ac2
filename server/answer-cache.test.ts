import { describe, expect, test } from 'vitest'
import type { Store } from '#data/store/open-store.ts'
import { createAnswerCache } from './answer-cache.ts'
import { encodings } from './encoding.ts'
import { plainForm } from './form.ts'

const headers = { 'content-type': 'application/json', etag: 'W/"1"' }
const formOf = (bytes: number) => plainForm(200, headers, new Uint8Array(bytes))
/** A cache knows stores only by their identity. */
const storeOf = (id: string) => ({ snapshot: { id } }) as Store
const budget = 1_000_000

describe('createAnswerCache(bytes)', () => {
  test('keeps within its bytes under thousands of questions, the newest of them', () => {
    const cache = createAnswerCache(budget)
    const answers = cache.of(storeOf('one'))
    const questions = Array.from({ length: 5000 }, (_, at) => `/series ${at}`)
    for (const question of questions) {
      for (const encoding of encodings) answers.keep(question, encoding, formOf(1000))
      answers.remember(`/series?${question}`, question)
      expect(cache.bytes).toBeLessThanOrEqual(budget)
    }
    const kept = questions.filter((question) => answers.has(question))
    const bodies = kept.flatMap((question) =>
      encodings.flatMap((encoding) => answers.find(question, encoding)?.body.length ?? 0),
    )
    expect(kept).toEqual(questions.slice(-kept.length))
    expect(bodies.reduce((sum, length) => sum + length)).toBeLessThan(cache.bytes)
    expect(cache.bytes).toBeGreaterThan(budget / 2)
  })

  test('does not let addresses without end push the budget', () => {
    const cache = createAnswerCache(budget)
    const answers = cache.of(storeOf('one'))
    for (let at = 0; at < 20_000; at++) answers.remember(`/latest?${'x'.repeat(100)}${at}`, '/latest')
    expect(cache.bytes).toBeLessThanOrEqual(budget)
    expect(answers.questionOf(`/latest?${'x'.repeat(100)}0`)).toBeUndefined()
  })

  test('keeps no answer that would push out most of the others', () => {
    const cache = createAnswerCache(budget)
    const answers = cache.of(storeOf('one'))
    answers.keep('/small', 'identity', formOf(1000))
    answers.keep('/large', 'identity', formOf(budget / 2))
    expect([answers.has('/small'), answers.has('/large')]).toEqual([true, false])
  })

  test('gives each store its own answers, and forgets those of one', () => {
    const cache = createAnswerCache(budget)
    const [one, other] = [storeOf('same'), storeOf('same')]
    for (const store of [one, other]) cache.of(store).keep('/q', 'identity', formOf(1000))
    const both = cache.bytes
    cache.forget(one)
    expect([cache.of(one).has('/q'), cache.of(other).has('/q')]).toEqual([false, true])
    expect(cache.bytes).toBe(both / 2)
  })
})
