import type { Catalog } from '#data/catalog/catalog.ts'
import type { Cue } from '#data/language/cues.ts'
import { abroad } from '#data/language/lexicon.ts'
import { hasNoNumber, type Mention } from '../mention.ts'
import type { RefusedBecause } from '../refusal.ts'
import { isWithin, type Lasts } from '../remembered.ts'
import type { Roles } from '../roles.ts'
import { type Known, refuse, resolver } from './resolver.ts'

type Read = Known<'indicator' | 'region' | 'measure' | 'whole' | 'period' | 'status'>

/** Whether a number that is read stands as a figure: no condition of a grant, not abroad, not of some years together. */
export const standing = resolver({
  writes: 'standing',
  reads: ['indicator', 'region', 'measure', 'whole', 'period', 'status'],
  examples: [['2024年，全球算力规模达到1000EFLOPS。', 'abroad 1000EFLOPS']],
  begin: ({ catalog }, mentions) => {
    const granting = new Set(mentions.filter(isCondition).map(nameWithAside))
    const total = new Set(mentions.filter(saysTotal).map(nameOfSentence))
    const within = findScopes(mentions)
    const because = (mention: Mention, known: Read): RefusedBecause | undefined => {
      if (granting.has(nameWithAside(mention))) return 'a-condition'
      if (within.has(mention)) return within.get(mention)
      if (isAbroad(known)) return 'abroad'
      const isOpen = !hasNoNumber(mention) && !total.has(nameOfSentence(mention))
      return isOpen && mayBeAddition(mention, known, catalog) ? 'total-or-addition' : undefined
    }
    return (mention, known) => {
      if (known.refused === 'no-period')
        return within.get(mention) === 'odd-span' ? refuse('odd-span') : undefined
      const refused = known.refused ? undefined : because(mention, known)
      return refused && refuse(refused)
    }
  },
})

/** 「软件业务收入达到10亿元、增速超过20%的企业，给予奖励」: who is entitled, not what is; 「统计范围：…」: who is counted. */
const isCondition = ({ roles }: Mention) => roles.has('grant') || roles.has('definition')

const totals = ['asOf', 'total', 'done'] as const
const saysTotal = ({ roles }: Mention) => totals.some((name) => roles.has(name))
const nameOfSentence = ({ paragraph, sentence }: Mention) => `${paragraph}:${sentence}`

/**
 * 「1—4月，建成5G基站30万个」 tells what was built in that time, or how many there are at its end: nobody knows. 「截至4月末」,
 * 「累计」 and 「已」 say that it is all there are, and with a bare year (2024年，建成) so much is meant.
 */
function mayBeAddition({ roles }: Mention, known: Read, catalog: Catalog): boolean {
  const [code = ''] = known.indicator?.value ?? []
  const period = known.period?.value
  const isStock = catalog.indicators.get(code)?.kind === 'stock'
  const isPart = period?.months !== undefined || period?.yearOffset === 0
  const isWithin = isPart && period?.fresh === true && !period.moment && !period.now
  const isLevel = known.measure?.value?.measure === 'level' && known.status?.value !== 'target'
  return isStock && isWithin && isLevel && roles.has('made')
}

/** Words that make what follows no figure of the nation's, or of no period, how far they reach and what ends them. */
interface Scope {
  readonly word: Cue
  readonly because: RefusedBecause
  readonly to: Lasts
  endedBy(mention: Mention, opener: Mention): boolean
}

const byPeriod = ({ roles }: Mention) => isDated(roles)
/** What names nothing itself goes on speaking of those places. */
const byPlace = ({ roles, sentence }: Mention, opener: Mention) =>
  roles.regions.length > 0 ||
  roles.home !== undefined ||
  (sentence !== opener.sentence && roles.indicators.length > 0)
/** 「按每万人计算，」 holds for its sentence, 「每百人移动电话用户122部」 to the next name. */
const byName = ({ roles }: Mention, opener: Mention) => !hasNoNumber(opener) && roles.indicators.length > 0

const scopes: readonly Scope[] = [
  { word: 'span', because: 'span-of-years', to: 'sentence', endedBy: byPeriod },
  { word: 'oddTimes', because: 'odd-span', to: 'sentence', endedBy: byPeriod },
  { word: 'oddSpan', because: 'odd-span', to: 'paragraph', endedBy: byPeriod },
  { word: 'somePlaces', because: 'part-of-subject', to: 'paragraph', endedBy: byPlace },
  { word: 'except', because: 'part-of-subject', to: 'sentence', endedBy: () => false },
  { word: 'perHead', because: 'unknown-subject', to: 'sentence', endedBy: byName },
]

interface Open {
  readonly opener: Mention
  readonly scope: Scope
}

/** From 「十四五期间」, 「2023年12月至2024年3月」 or 「重点城市方面」 on; a remark (五年间翻番) speaks for itself. */
function findScopes(mentions: readonly Mention[]): Map<Mention, RefusedBecause> {
  const within = new Map<Mention, RefusedBecause>()
  let open: Open | undefined
  for (const mention of mentions) {
    const said = scopes.find(({ word }) => mention.roles.has(word))
    const scope = said ?? goingOn(mention, open)
    if (scope) within.set(mention, scope.because)
    if (!mention.aside) open = openAfter(mention, said, open)
  }
  return within
}

function goingOn(mention: Mention, open: Open | undefined): Scope | undefined {
  if (!open || !reaches(open, mention)) return undefined
  return open.scope.endedBy(mention, open.opener) ? undefined : open.scope
}

function openAfter(mention: Mention, said: Scope | undefined, open: Open | undefined): Open | undefined {
  if (said && !(said.word === 'span' && isRemark(mention))) return { opener: mention, scope: said }
  return open?.scope.endedBy(mention, open.opener) ? undefined : open
}

const reaches = ({ opener, scope }: Open, mention: Mention) =>
  isWithin[scope.to](mention, opener) && (scope.to === 'paragraph' || mention.aside === opener.aside)

const isDated = ({ period, origin }: Roles) => period !== undefined || typeof origin === 'object'

const isRemark = (mention: Mention) =>
  hasNoNumber(mention) &&
  mention.clause.after !== 'sentence' &&
  mention.clause.tokens.some(({ kind }) => kind === 'text')

/** What stands in parentheses is a condition or a definition of its own. */
const nameWithAside = ({ paragraph, sentence, aside }: Mention) => `${paragraph}:${sentence}:${aside}`

/** 「全球算力规模」: not ours. */
const isAbroad = ({ region, whole }: Read) =>
  (region?.value ?? []).includes(abroad) || whole?.value === `region:${abroad}`
