import { compilationCodes } from '#data/model/compilation.ts'
import type { Language } from '#data/model/language.ts'
import { basesOf, parsePeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { ObservationAnswer, TargetAnswer } from '#server/answers.ts'
import { readTargets } from '#server/queries/read-targets.ts'
import { addressOfTarget } from '../address.ts'
import { isWanted, wantedPeriods } from '../asked-time.ts'
import type { Reading } from '../decide.ts'
import type { Found } from '../find-points.ts'
import { sayIndicator, sayRegion, saySources, sayTime, sayValue } from '../say.ts'
import type { Outcome } from './outcome.ts'

const states: Readonly<Record<TargetAnswer['state'], readonly [zh: string, en: string]>> = {
  reached: ['已达到', 'reached'],
  on_pace: ['按目前的增速可以达到', 'on pace'],
  uncertain: ['数字的精度不足以判断能否达到', 'the printed digits do not tell'],
  behind: ['按目前的增速达不到', 'behind'],
  due: ['已到期，尚未见到当期的数', 'due, and the figure of its own period has not been seen'],
  no_pace: ['没有可用来判断进度的增速', 'no pace is known'],
  no_actual: ['没有可比的实际数', 'no actual figure'],
  not_comparable: ['与实际数不可比', 'not comparable with the actual figure'],
}

/** A target beside what came of it. */
export async function answerTarget(store: Store, reading: Reading): Promise<Outcome> {
  const { catalog } = store
  const [code = '', region = 'CN'] = [reading.indicators[0], reading.regions[0]]
  const { targets, until } = await readTargets(store, { indicator: [code], region: [region] })
  const target = chooseTarget(
    targets.filter((each) => isAsked(each, reading)),
    until,
  )
  if (!target) {
    const other = await targetOfTopic(store, reading)
    if (other)
      return withIndicator(
        await answerTarget(store, { ...reading, indicators: [other], isOfTopic: false }),
        other,
      )
    return sayNoTarget(store, reading, targets)
  }
  const [aim, actual] = [toFound(target.target), target.actual && toFound(target.actual)]
  if (!aim) throw new Error(`the target ${target.target.id} has no period`)
  const sentence = (language: Language) => {
    const [place, what, time] = [
      sayRegion(catalog, region, language),
      sayIndicator(catalog, code, language),
      sayTime(aim, language),
    ]
    const [goal, state] = [sayValue(catalog, aim, language), states[target.state][language === 'zh' ? 0 : 1]]
    const so = actual
      ? language === 'zh'
        ? `，${sayTime(actual, language)}实际为${sayValue(catalog, actual, language)}`
        : `; actual ${sayValue(catalog, actual, language)}, ${sayTime(actual, language)}`
      : ''
    const source = saySources(catalog, actual ? [aim, actual] : [aim], language)
    return language === 'zh'
      ? `${place}${what}的目标为${goal}（${time}）${so}；${state}${source}。`
      : `${place}, ${what}: target ${goal} (${time})${so}; ${state}${source}.`
  }
  return {
    kind: 'answer',
    ...addressOfTarget(code, region),
    numbers: [aim, ...(actual ? [actual] : [])],
    sentence,
  }
}

const withIndicator = (outcome: Outcome, indicator: string): Outcome =>
  outcome.kind === 'answer' ? { ...outcome, indicator } : outcome

/** The indicators of which a region has a target at the time asked for. */
export async function targetsOf(store: Store, reading: Reading): Promise<readonly string[]> {
  const { targets } = await readTargets(store, { region: [reading.regions[0] ?? 'CN'] })
  return [...new Set(targets.filter((each) => isAsked(each, reading)).map(({ indicator }) => indicator))]
}

/** Where a topic was named and its headline has no target: the one indicator of the topic that has. */
async function targetOfTopic(store: Store, reading: Reading): Promise<string | undefined> {
  const [code] = reading.indicators
  const topic = store.catalog.topics.find(({ headline }) => headline === code)
  if (!topic || !reading.isOfTopic) return undefined
  const { targets } = await readTargets(store, { region: [reading.regions[0] ?? 'CN'] })
  const fitting = targets.filter(
    (each) => isAsked(each, reading) && store.catalog.indicators.get(each.indicator)?.topic === topic.code,
  )
  const [only, ...others] = new Set(fitting.map(({ indicator }) => indicator))
  return others.length === 0 && only !== code ? only : undefined
}

function isAsked({ target }: TargetAnswer, { time }: Reading): boolean {
  const [wanted] = wantedPeriods(time, target.time)
  const period = parsePeriod(target.period, target.time)
  if (!period || !wanted) return false
  return wanted.kind === 'newest'
    ? isWanted(period, wanted)
    : wanted.periods.some(({ end }) => end === period.end)
}

/** What is still ahead first, the nearest; else the last that was due. */
function chooseTarget(targets: readonly TargetAnswer[], until: string): TargetAnswer | undefined {
  const ahead = targets.filter(({ isDue }) => !isDue)
  const due = targets.filter(({ isDue }) => isDue)
  return until === '' ? targets[0] : (due.at(-1) ?? ahead[0])
}

function toFound(number: ObservationAnswer): Found | undefined {
  const { indicator, region, measure, compilation, of } = number
  const period = parsePeriod(number.period, number.time)
  const basis = period && basesOf(period).at(-1)
  return period && basis
    ? {
        indicator,
        region,
        measure,
        compilation: compilation === '' ? '' : (compilationCodes.find((each) => each === compilation) ?? ''),
        basis,
        of,
        transform: 'none',
        period,
        point: number,
      }
    : undefined
}

async function sayNoTarget(
  store: Store,
  reading: Reading,
  others: readonly TargetAnswer[],
): Promise<Outcome> {
  const { catalog } = store
  const { indicators, regions, isOfAnyPlace } = reading
  const [code = '', region = 'CN'] = [indicators[0], regions[0]]
  const elsewhere = (await readTargets(store, { indicator: [code] })).targets
  const atThatTime = elsewhere.filter((each) => isAsked(each, reading))
  const near = others.length > 0 ? others : atThatTime.length > 0 ? atThatTime : elsewhere
  const nearest = near.flatMap(({ target }) => toFound(target) ?? []).slice(-3)
  const sentence = (language: Language) => {
    const [place, what] = [sayRegion(catalog, region, language), sayIndicator(catalog, code, language)]
    const list = nearest.map(
      (each) =>
        `${sayRegion(catalog, each.region, language)}${language === 'zh' ? '' : ' '}${sayTime(each, language)}`,
    )
    const hint =
      list.length > 0
        ? language === 'zh'
          ? `；有目标的是 ${list.join('、')}`
          : `; there are targets of ${list.join(', ')}`
        : ''
    return language === 'zh'
      ? `没有${place}${what}在所问时期的目标${hint}。`
      : `There is no target of ${what} for ${place} at that time${hint}.`
  }
  // Without a region the question may be of any that has such a target.
  return isOfAnyPlace && atThatTime.length > 0 && others.length === 0
    ? { kind: 'choice', sentence, readings: nearest }
    : { kind: 'unknown', sentence, nearest }
}
