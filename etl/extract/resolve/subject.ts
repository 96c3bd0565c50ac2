import type { Catalog } from '#data/catalog/catalog.ts'
import { printedPower } from '#data/model/indicator.ts'
import type { Clause } from '../clause.ts'
import { hasNoNumber, type Mention } from '../mention.ts'
import { namedShare } from '../named-share.ts'
import type { RefusedBecause } from '../refusal.ts'
import { isWithin, type Place } from '../remembered.ts'
import type { Roles } from '../roles.ts'
import { unitKind } from '../rule.ts'
import { carried, type Decision, refuse, resolver, stated } from './resolver.ts'

type Decided = Decision<'subject'> | undefined

interface Memory {
  readonly codes: readonly string[]
  /** The last number spoke of something the catalogue lacks; what follows speaks of it too. */
  readonly unknown: boolean
  /** It was known, but of some members only. */
  readonly partial: boolean
  /** It was a part, with a name of its own or none: 中央企业. */
  readonly part: boolean
  readonly at: Place | undefined
  /** The subjects of the sentence that had a number each: 「4G用户10.69亿户，5G用户3.55亿户，占比分别为…」. */
  readonly singles: readonly string[]
  /** What the sentence has named and not yet given a number: 「信息安全方面，」. */
  readonly opened: string | undefined
}

const nobody: Memory = {
  codes: [],
  unknown: false,
  partial: false,
  part: false,
  at: undefined,
  singles: [],
  opened: undefined,
}

/**
 * 「软件业务收入3.8万亿元，同比增长11.6%」: a number without a subject speaks of the last one named,
 * 「分地区看，东部、西部分别增长…」 at the head of a paragraph of what the text began with. What brackets name holds in them:
 * 「软件业务收入140亿元（其中软件产品收入26亿元，增长9.2%）」.
 */
export const subject = resolver({
  writes: 'subject',
  reads: [],
  examples: [['2024年，软件业务收入13.7万亿元，同比增长10%。', 'software_revenue CN 2024 yoy_pct 10%']],
  begin: ({ catalog }) => {
    let memory = nobody
    let inBrackets: Memory | undefined
    let lead: readonly string[] | undefined
    return (mention) => {
      if (!mention.aside) inBrackets = undefined
      const entered = enter(inBrackets ?? memory, mention, lead ?? [])
      const decided = decide(mention, entered, catalog)
      const refused = mention.refused ?? decided?.refused
      if (!hasNoNumber(mention) && !refused) lead ??= decided?.value
      const after = { mention, decided, refused }
      const next = { ...remember(after, entered), part: isPart(after, entered) }
      if (mention.aside) inBrackets = next
      else memory = next
      return decided
    }
  },
})

/** The subject as it stands before a clause, which may begin a sentence or a paragraph. */
function enter(before: Memory, mention: Mention, lead: readonly string[]): Memory {
  const { isItem, roles } = mention
  const memory = isItem || isWithin.paragraph(mention, before.at) ? before : nobody
  const codes = roles.has('byPlace') && memory.codes.length === 0 ? lead : memory.codes
  if (isWithin.sentence(mention, before.at)) return { ...memory, codes }
  return { ...memory, codes, at: mention, singles: [], opened: undefined, part: false }
}

function decide(mention: Mention, memory: Memory, catalog: Catalog): Decided {
  const { roles, clause, saying } = mention
  if (saying.indicators) return stated(saying.indicators)
  const named = roles.indicators.flatMap(({ codes }) => codes)
  if (clause.quantities.length === 0) return named.length > 0 ? stated(named) : undefined
  if (isSum(mention, memory)) return sumOf(memory, catalog)
  const shared = sharedWhole(roles)
  if (shared) return stated([shared])
  const refused = refusal(mention, memory, catalog)
  return refused ? refuse(refused) : nameSubject(mention, named, { roles, memory, catalog })
}

function nameSubject(mention: Mention, named: readonly string[], around: Around): Decided {
  const { memory } = around
  if (isWholeOf(named, around)) return carried(memory.codes)
  const part = partMeant(named, around)
  if (part) return carried([part])
  return named.length > 0 ? stated(named) : carried(severally(mention, memory) ?? memory.codes)
}

function refusal({ roles, clause }: Mention, memory: Memory, catalog: Catalog): RefusedBecause | undefined {
  const isCarried = roles.indicators.length === 0
  if (isCarried && (countsAnother(clause) || measuresAnother(clause, memory, catalog)))
    return 'unknown-subject'
  const isAnew = memory.partial && roles.regions.length > 0
  const isUnclear = roles.unknown || (memory.unknown && isBorrowed(roles) && !isAnew)
  if (isUnclear) return 'unknown-subject'
  if (roles.narrowed || isOfPart({ roles, clause }, memory)) return 'part-of-subject'
  return roles.indicators.length === 0 && memory.codes.length === 0 ? 'no-subject' : undefined
}

/** 「中央企业算力规模增长，智能算力占比为40.22%」: still the enterprises' share. */
const isOfPart = ({ roles, clause }: Pick<Mention, 'roles' | 'clause'>, { part }: Memory) =>
  part && clause.after === 'clause' && roles.regions.length === 0 && !roles.home

const classifiers = new Set([
  '个',
  '家',
  '项',
  '种',
  '类',
  '座',
  '所',
  '名',
  '位',
  '件',
  '款',
  '套',
  '张',
  '块',
  '辆',
  '枚',
])

/** 「110个城市达到标准」: what is counted follows the number, and is not what was spoken of. */
function countsAnother({ quantities, next }: Clause): boolean {
  const last = quantities.at(-1)
  return last !== undefined && classifiers.has(last.unit) && next?.kind === 'text' && next.start === last.end
}

/** 「建成5G基站7.1万个，完成投资403.6亿元」: stations are not measured in yuan. */
function measuresAnother(clause: Clause, { codes: [code, ...others] }: Memory, catalog: Catalog): boolean {
  const entry = code === undefined || others.length > 0 ? undefined : catalog.indicators.get(code)
  const own = entry && catalog.units.get(entry.unit)
  const unit = clause.quantities.at(-1)?.unit ?? ''
  if (!own || unit === '' || unitKind(clause) !== 'own') return false
  return printedPower(unit, entry, own) === undefined
}

/** 利润总额 after a subject that nobody knows is not the industry's. */
const isBorrowed = ({ indicators }: Roles) => indicators.every(({ senses }) => senses[0]?.topic !== undefined)

interface Around {
  readonly roles: Roles
  readonly memory: Memory
  readonly catalog: Catalog
}

/** 「东部地区占全国软件业务收入的84.2%」: of what the whole is a whole of. */
function sharedWhole(roles: Roles): string | undefined {
  const { whole, regions, indicators, unknown } = roles
  const [name, ...others] = whole?.indicators ?? []
  const isPlace = regions.length > 0 && indicators.length === 0 && (whole?.regions.length ?? 0) > 0
  if (!isPlace || unknown || whole?.unknown || others.length > 0 || name?.codes.length !== 1) return undefined
  return name.codes[0]
}

/** 「数字经济规模2.1万亿元，GDP占比42%」: of the GDP, the share of what was spoken of. */
function isWholeOf([code, ...others]: readonly string[], { roles, memory, catalog }: Around): boolean {
  const [part, ...parts] = memory.codes
  if (code === undefined || part === undefined || others.length + parts.length > 0 || part === code)
    return false
  return roles.has('share') && !roles.whole && namedShare(part, catalog, code) !== undefined
}

/** 「软件产品增长较快，收入2.3万亿元」: the revenue of the part that the sentence began with, not of the industry. */
function partMeant(
  [code, ...others]: readonly string[],
  { roles, memory: { opened }, catalog }: Around,
): string | undefined {
  if (code === undefined || others.length > 0 || opened === undefined || !isBorrowed(roles)) return undefined
  let whole = catalog.indicators.get(opened)?.partOf
  while (whole !== undefined && whole !== code) whole = catalog.indicators.get(whole)?.partOf
  return whole === undefined ? undefined : opened
}

function isSum({ roles, clause }: Mention, { codes }: Memory): boolean {
  if (roles.has('sumOfListed')) return true
  return (
    roles.has('sum') && roles.indicators.length === 0 && codes.length > 1 && clause.quantities.length === 1
  )
}

function severally({ clause, roles }: Mention, { singles, codes }: Memory): readonly string[] | undefined {
  const count = clause.quantities.length
  const isOpen = count > 1 && codes.length === 1 && roles.regions.length === 0
  return isOpen && roles.has('respectively') && singles.length >= count ? singles.slice(-count) : undefined
}

/** 两项业务合计: the whole that the two just named make up; two of four parts make up nothing that has a name. */
function sumOf({ codes }: Memory, { indicators }: Catalog): Decided {
  const [whole] = codes.map((code) => indicators.get(code)?.partOf)
  const parts = [...indicators.values()].filter(({ partOf }) => partOf !== undefined && partOf === whole)
  const isWhole = parts.length === codes.length && parts.every(({ code }) => codes.includes(code))
  return isWhole && whole !== undefined ? carried([whole]) : refuse('no-subject')
}

/** A mention with its subject, and why its number cannot stand. */
interface After {
  readonly mention: Mention
  readonly decided: Decided
  readonly refused: RefusedBecause | undefined
}

/** Until something is said of another subject or place, all that follows is of the part. */
const isPart = ({ mention: { roles, clause }, refused }: After, { part }: Memory) =>
  roles.narrowed
    ? refused !== undefined
    : part && (clause.quantities.length === 0 || refused === 'part-of-subject')

function remember({ mention, decided, refused }: After, memory: Memory): Memory {
  const { clause } = mention
  const codes = decided?.value
  const isOther = refused === 'unknown-subject' || refused === 'part-of-subject'
  const partial = refused === 'part-of-subject'
  if (isOther) return unitKind(clause) === 'pp' ? memory : { ...memory, codes: [], unknown: true, partial }
  if (codes) {
    const opened = clause.quantities.length === 0 && codes.length === 1 ? codes[0] : undefined
    const named = decided.by === 'stated' ? codes : []
    return { ...memory, codes, unknown: false, singles: nextSingles(clause, named, memory), opened }
  }
  return clause.quantities.length > 0 || isOfAnother(mention)
    ? { ...memory, codes: [], unknown: true, partial: false }
    : memory
}

/** 「非话音业务收入占比居第4位，」: what follows speaks of that, which the catalogue lacks. */
const isOfAnother = ({ roles }: Mention) => roles.unknown && roles.indicators.length > 0 && roles.has('share')

function nextSingles({ quantities }: Clause, named: readonly string[], { singles }: Memory) {
  if (quantities.length > 1) return []
  const [code, ...others] = quantities.length === 1 ? named : []
  return code === undefined || others.length > 0 || singles.includes(code) ? singles : [...singles, code]
}
