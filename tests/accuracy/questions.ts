import { openStore } from '#data/store/open-store.ts'
import { type Judged, judgeAll, readLabelled } from '../ask/score.ts'
import { buildDatabase } from '../support/built-database.ts'

/** How well questions in words are understood: each set is by another author, who has seen no parser. */
const files = ['questions', 'more-questions', 'spread-questions', 'further-questions', 'unseen-questions']
const today = { year: 2026, month: 11 }

const store = await openStore(await buildDatabase())
process.stdout.write('\nQuestions in words: right, missed (nothing wrong is said), wrong\n')
for (const file of files) {
  const judged = await judgeAll(store, readLabelled(`tests/ask/${file}.csv`), today)
  process.stdout.write(`  ${file.padEnd(18)} ${sum(judged)}   ${byExpectation(judged)}\n`)
}
await store.close()

function sum(judged: readonly Judged[]): string {
  const count = (verdict: Judged['verdict']) => judged.filter((each) => each.verdict === verdict).length
  return `${count('right')} of ${judged.length}, ${count('missed')}, ${count('wrong')}`
}

function byExpectation(judged: readonly Judged[]): string {
  return (['answer', 'choice', 'unknown'] as const)
    .map((expect) => `${expect} ${rate(judged.filter(({ label }) => label.expect === expect))}`)
    .join(' · ')
}

function rate(judged: readonly Judged[]): string {
  const right = judged.filter(({ verdict }) => verdict === 'right').length
  return `${((100 * right) / judged.length).toFixed(0)}%`
}
