import { createAnswerCache } from '#server/answer-cache.ts'
import { createApp } from '#server/app.ts'
import { openCurrentStore } from '#server/current-store.ts'
import { defaultSettings } from '#server/settings.ts'
import { readLabelled } from '../ask/score.ts'
import { buildDatabase } from '../support/built-database.ts'

/**
 * Questions in words against what they save, the series and the sentence of the same numbers asked by their codes: nothing
 * is kept, all are taken in turn. The series alone is a third of a millisecond, most of which every request costs.
 */
const most = 1
const rounds = 20
/** So little room that no answer is kept. */
const nothing = createAnswerCache(1)

const current = await openCurrentStore(await buildDatabase())
const app = createApp({ current, pagesFolder: 'no-pages', settings: defaultSettings, answers: nothing })

/** Those that have an answer, and are written without slips: to mend one costs what it costs. */
const questions = readLabelled('tests/ask/questions.csv').filter(
  ({ expect, language }) => expect === 'answer' && language !== 'pinyin',
)
const codes = questions.map(({ question, indicators, regions }) => {
  const [indicator = ''] = indicators.split(';')
  const [region = ''] = regions.split(';')
  const place = /^(CN|\d{6})/.test(region) ? region : 'CN'
  return {
    asked: `/api/v1/ask?today=2026-11-30&q=${encodeURIComponent(question)}`,
    series: `/api/v1/series?indicator=${indicator}&region=${place}`,
    sentence: `/api/v1/sentence?indicator=${indicator}&region=${place}`,
  }
})

/** A target has no sentence by codes. */
const pairs: typeof codes = []
for (const pair of codes) if ((await app.request(pair.sentence)).ok) pairs.push(pair)

const times = { asked: [] as number[], series: [] as number[], both: [] as number[] }
for (let round = -5; round < rounds; round++) {
  for (const pair of pairs) {
    const [asked, series, sentence] = [
      await timed(pair.asked),
      await timed(pair.series),
      await timed(pair.sentence),
    ]
    if (round < 0) continue
    times.asked.push(asked)
    times.series.push(series)
    times.both.push(series + sentence)
  }
}
await current.close()

const [asked, series, both] = [median(times.asked), median(times.series), median(times.both)]
const ratio = asked / both
const verdict = ratio <= most ? '' : `  above ${most}`
process.stdout.write(
  `\nA question in words, ${pairs.length} of them: ${asked.toFixed(2)} ms; the series and the sentence by codes ${both.toFixed(2)} ms: ${ratio.toFixed(2)} (at most ${most})${verdict}; the series alone ${series.toFixed(2)} ms: ${(asked / series).toFixed(2)}\n`,
)
if (verdict !== '') process.exitCode = 1

async function timed(path: string): Promise<number> {
  const start = performance.now()
  const response = await app.request(path)
  await response.text()
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`)
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
