import { groupBy } from '#data/model/group-by.ts'
import type { Region } from '#data/model/region.ts'
import { isRetold } from '#data/model/source.ts'
import { listOf } from '#data/wording/list-text.ts'
import type { FactRole, SentenceNote, Sentences, SourceAnswer, TargetAnswer } from '#server/answers.ts'
import type { Fact } from './fact.ts'
import { sayMissing, sayNote, sayOrigin, sayPlaceAmong, saySources, stateWords } from './phrases.ts'
import { placeName } from './say-english.ts'
import { type Manner, sayFacts } from './say-facts.ts'

/** All that is to be said of one indicator in one period, of one region or several. */
export interface Saying {
  readonly facts: readonly Fact[]
  readonly notes: readonly SentenceNote[]
  /** Regions asked for without a number. */
  readonly missing: readonly string[]
  /** The place of the one region among those of its kind. */
  readonly place?: { readonly kind: Region['kind']; readonly place: number; readonly of: number } | undefined
  /** A target of the one region, with how it stands. */
  readonly target?: (Pick<TargetAnswer, 'state'> & { readonly fact: Fact }) | undefined
  readonly sources: readonly SourceAnswer[]
}

const brief: readonly FactRole[] = ['figure', 'growth']
const rolesOf: Readonly<Record<keyof Sentences, readonly FactRole[]>> = {
  short: brief,
  medium: [...brief, 'pace', 'addition', 'change'],
  long: [...brief, 'pace', 'addition', 'change', 'share', 'share_of_nation'],
}

/** The same in three lengths; each stands alone. */
export const sayLengths = (saying: Saying, manner: Manner): Sentences => ({
  short: sayLength(saying, 'short', manner),
  medium: sayLength(saying, 'medium', manner),
  long: sayLength(saying, 'long', manner),
})

function sayLength(saying: Saying, length: keyof Sentences, manner: Manner): string {
  const facts = saying.facts.filter(({ role }) => rolesOf[length].includes(role))
  const said = sayFacts(length === 'short' ? withMove(saying, facts) : facts, manner)
  const sentences = [
    goOn(said, length === 'long' && saying.place ? sayPlaceAmong[manner.language](saying.place) : '', manner),
    ...sayNotes(saying, manner),
    saying.missing.length > 0 ? sayMissing[manner.language](namesOf(saying.missing, manner)) : '',
    ...(length === 'long' ? [sayTarget(saying, manner), sayOrigins(saying, manner)] : []),
  ]
  return sentences.join('')
}

/** Where nobody says by how much it has grown, what was added or changed is said even in short. */
function withMove({ facts }: Saying, told: readonly Fact[]): readonly Fact[] {
  if (told.some(({ role }) => role === 'growth')) return told
  const moves = facts.filter(({ role }) => role === 'addition' || role === 'change')
  const [first] = moves
  return [...told, ...moves.filter(({ role }) => role === first?.role)]
}

const stops = { zh: '。', en: '.' } as const

/** A sentence with a clause more, before its full stop. */
function goOn(sentence: string, clause: string, { language }: Manner): string {
  const stop = stops[language]
  return sentence.endsWith(stop) ? sentence.slice(0, -stop.length) + clause + stop : sentence
}

function namesOf(codes: readonly string[], { catalog, language }: Manner): string {
  const names = codes.map((code) =>
    language === 'en' ? placeName(code, catalog) : (catalog.regions.get(code)?.name.zh ?? code),
  )
  return listOf(names, language)
}

function sayNotes({ facts, notes }: Saying, manner: Manner): string[] {
  const isOfOne = new Set(facts.map(({ region }) => region)).size < 2
  return [...groupBy(notes, ({ kind }) => kind)].map(([kind, of]) => {
    const regions = isOfOne
      ? ''
      : namesOf(
          of.map(({ region }) => region),
          manner,
        )
    return sayNote[kind][manner.language](regions)
  })
}

function sayTarget({ target }: Saying, manner: Manner): string {
  if (!target) return ''
  const { language } = manner
  const said = sayFacts([target.fact], manner)
  const words = stateWords[target.state]?.[language]
  const comma = { zh: '，', en: ', ' }[language]
  return (language === 'en' ? ' ' : '') + goOn(said, words ? comma + words : '', manner)
}

/** The issuers, each once with the days of its documents, and who retells them. The day on which one was merely read, or by which it was out, is none. */
function sayOrigins({ sources }: Saying, { language }: Manner): string {
  const byIssuers = groupBy(sources, (source) =>
    [...source.issuers.map(({ zh }) => zh), retellerOf(source)].join(),
  )
  const origins = [...byIssuers.values()].map((documents) =>
    sayOrigin[language]({
      issuers: documents[0]?.issuers ?? [],
      retoldBy: documents[0] && retellerOf(documents[0]),
      // The day of one document would pass for that of another that has none.
      days: documents.every(isDated) ? [...new Set(documents.map(({ published }) => published))] : [],
    }),
  )
  return origins.length === 0 ? '' : saySources[language](origins)
}

const retellerOf = (source: SourceAnswer) => (isRetold(source) ? source.carrier : undefined)

const isDated = ({ published, dating }: SourceAnswer) =>
  published !== '' && dating !== 'read' && dating !== 'bound'
