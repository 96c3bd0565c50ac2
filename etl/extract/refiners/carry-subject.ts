import type { Catalog } from '#data/catalog/catalog.ts'
import { powerOf } from '#data/model/unit.ts'
import type { Clause } from '../clause.ts'
import { namedShare } from '../named-share.ts'
import type { Refiner } from '../refiner.ts'
import { unitKind } from '../rule.ts'
import type { Slots } from '../slots.ts'
import { imply, meaningOf, type RefusedBecause, type Statement } from '../statement.ts'

interface Subject {
  readonly codes: readonly string[]
  /** The last number spoke of something the catalogue lacks; what follows speaks of it too. */
  readonly unknown: boolean
  /** It was known, but of some members only. */
  readonly partial: boolean
  /** It was a part, with a name of its own or none: 中央企业. */
  readonly part: boolean
  readonly paragraph: number
  readonly sentence: number
  /** The subjects of the sentence that had a number each: 「4G用户10.69亿户，5G用户3.55亿户，占比分别为…」. */
  readonly singles: readonly string[]
  /** What the sentence has named and not yet given a number: 「信息安全方面，」. */
  readonly opened: string | undefined
}

const nobody = {
  codes: [],
  unknown: false,
  partial: false,
  part: false,
  paragraph: -1,
  sentence: -1,
  singles: [],
  opened: undefined,
}

/**
 * 「软件业务收入3.8万亿元，同比增长11.6%」: a number without a subject speaks of the last one named,
 * 「分地区看，东部、西部分别增长…」 at the head of a paragraph of what the text began with. What brackets name holds in them:
 * 「软件业务收入140亿元（其中软件产品收入26亿元，增长9.2%）」.
 */
export const carrySubject: Refiner = (statements, { catalog }) => {
  let subject: Subject = nobody
  let inBrackets: Subject | undefined
  let lead: readonly string[] | undefined
  return statements.map((statement) => {
    if (!statement.aside) inBrackets = undefined
    const entered = enter(inBrackets ?? subject, statement, lead ?? [])
    const read = readSubject(statement, entered, catalog)
    if (isFigure(read)) lead ??= meaningOf(read).indicators
    const next = { ...nextSubject(read, entered), part: isPart(read, entered) }
    if (statement.aside) inBrackets = next
    else subject = next
    return read
  })
}

const isFigure = ({ clause, refused }: Statement) => clause.quantities.length > 0 && !refused

/** The subject as it stands before a clause, which may begin a sentence or a paragraph. */
function enter(
  before: Subject,
  { paragraph, sentence, isItem, slots }: Statement,
  lead: readonly string[],
): Subject {
  const isSame = paragraph === before.paragraph || isItem
  const subject = isSame ? before : nobody
  const codes = slots.has('byPlace') && subject.codes.length === 0 ? lead : subject.codes
  if (paragraph === before.paragraph && sentence === before.sentence) return { ...subject, codes }
  return { ...subject, codes, paragraph, sentence, singles: [], opened: undefined, part: false }
}

function readSubject(statement: Statement, subject: Subject, catalog: Catalog): Statement {
  const { slots, clause, stated } = statement
  if (stated.indicators) return statement
  const named = slots.indicators.flatMap(({ codes }) => codes)
  if (clause.quantities.length === 0) return named.length > 0 ? ofIndicators(statement, named) : statement
  if (isSum(statement, subject)) return withSum(statement, subject, catalog)
  const shared = sharedWhole(slots)
  if (shared) return ofIndicators(statement, [shared])
  const refused = refusal(statement, subject, catalog)
  if (refused) return { ...statement, refused: statement.refused ?? refused }
  return nameSubject(statement, named, { slots, subject, catalog })
}

function nameSubject(statement: Statement, named: readonly string[], around: Around): Statement {
  const { subject } = around
  if (isWholeOf(named, around))
    return imply(
      { ...statement, stated: { ...statement.stated, of: named[0] ?? '' } },
      { indicators: subject.codes },
    )
  const part = partMeant(named, around)
  if (part) return imply(statement, { indicators: [part] })
  if (named.length > 0) return ofIndicators(statement, named)
  return imply(statement, { indicators: severally(statement, subject) ?? subject.codes })
}

const ofIndicators = (statement: Statement, indicators: readonly string[]): Statement => ({
  ...statement,
  stated: { ...statement.stated, indicators },
})

function refusal(
  { slots, clause }: Statement,
  subject: Subject,
  catalog: Catalog,
): RefusedBecause | undefined {
  const isCarried = slots.indicators.length === 0
  if (isCarried && (countsAnother(clause) || measuresAnother(clause, subject, catalog)))
    return 'unknown-subject'
  const isAnew = subject.partial && slots.regions.length > 0
  const isUnclear = slots.unknown || (subject.unknown && isBorrowed(slots) && !isAnew)
  if (isUnclear) return 'unknown-subject'
  if (slots.narrowed || isOfPart({ slots, clause }, subject)) return 'part-of-subject'
  return slots.indicators.length === 0 && subject.codes.length === 0 ? 'no-subject' : undefined
}

/** 「中央企业算力规模增长，智能算力占比为40.22%」: still the enterprises' share. */
const isOfPart = ({ slots, clause }: Pick<Statement, 'slots' | 'clause'>, { part }: Subject) =>
  part && clause.after === 'clause' && slots.regions.length === 0 && !slots.home

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
function measuresAnother(clause: Clause, { codes: [code, ...others] }: Subject, catalog: Catalog): boolean {
  const entry = code === undefined || others.length > 0 ? undefined : catalog.indicators.get(code)
  const own = entry && catalog.units.get(entry.unit)
  const unit = clause.quantities.at(-1)?.unit ?? ''
  if (!own || unit === '' || unitKind(clause) !== 'own') return false
  return powerOf(entry.printedAs[unit] ?? unit, own) === undefined
}

/** 利润总额 after a subject that nobody knows is not the industry's. */
const isBorrowed = ({ indicators }: Slots) => indicators.every(({ senses }) => senses[0]?.topic !== undefined)

interface Around {
  readonly slots: Slots
  readonly subject: Subject
  readonly catalog: Catalog
}

/** 「东部地区占全国软件业务收入的84.2%」: of what the whole is a whole of. */
function sharedWhole(slots: Slots): string | undefined {
  const { whole, regions, indicators, unknown } = slots
  const [name, ...others] = whole?.indicators ?? []
  const isPlace = regions.length > 0 && indicators.length === 0 && (whole?.regions.length ?? 0) > 0
  if (!isPlace || unknown || whole?.unknown || others.length > 0 || name?.codes.length !== 1) return undefined
  return name.codes[0]
}

/** 「数字经济规模2.1万亿元，GDP占比42%」: of the GDP, the share of what was spoken of. */
function isWholeOf([code, ...others]: readonly string[], { slots, subject, catalog }: Around): boolean {
  const [part, ...parts] = subject.codes
  if (code === undefined || part === undefined || others.length + parts.length > 0 || part === code)
    return false
  return slots.has('share') && !slots.whole && namedShare(part, catalog, code) !== undefined
}

/** 「软件产品增长较快，收入2.3万亿元」: the revenue of the part that the sentence began with, not of the industry. */
function partMeant(
  [code, ...others]: readonly string[],
  { slots, subject: { opened }, catalog }: Around,
): string | undefined {
  if (code === undefined || others.length > 0 || opened === undefined || !isBorrowed(slots)) return undefined
  let whole = catalog.indicators.get(opened)?.partOf
  while (whole !== undefined && whole !== code) whole = catalog.indicators.get(whole)?.partOf
  return whole === undefined ? undefined : opened
}

function isSum({ slots, clause }: Statement, { codes }: Subject): boolean {
  if (slots.has('sumOfListed')) return true
  return (
    slots.has('sum') && slots.indicators.length === 0 && codes.length > 1 && clause.quantities.length === 1
  )
}

function severally({ clause, slots }: Statement, { singles, codes }: Subject): readonly string[] | undefined {
  const count = clause.quantities.length
  const isOpen = count > 1 && codes.length === 1 && slots.regions.length === 0
  return isOpen && slots.has('respectively') && singles.length >= count ? singles.slice(-count) : undefined
}

/** 两项业务合计: the whole that the two just named make up; two of four parts make up nothing that has a name. */
function withSum(statement: Statement, subject: Subject, { indicators }: Catalog): Statement {
  const [whole] = subject.codes.map((code) => indicators.get(code)?.partOf)
  const parts = [...indicators.values()].filter(({ partOf }) => partOf !== undefined && partOf === whole)
  const isWhole =
    parts.length === subject.codes.length && parts.every(({ code }) => subject.codes.includes(code))
  if (!isWhole || whole === undefined) return { ...statement, refused: 'no-subject' }
  return imply(statement, { indicators: [whole] })
}

/** Until something is said of another subject or place, all that follows is of the part. */
const isPart = ({ slots, clause, refused }: Statement, { part }: Subject) =>
  slots.narrowed
    ? refused !== undefined
    : part && (clause.quantities.length === 0 || refused === 'part-of-subject')

function nextSubject(statement: Statement, subject: Subject): Subject {
  const { stated, implied, clause, refused } = statement
  const codes = stated.indicators ?? implied.indicators
  const isOther = refused === 'unknown-subject' || refused === 'part-of-subject'
  const partial = refused === 'part-of-subject'
  if (isOther) return unitKind(clause) === 'pp' ? subject : { ...subject, codes: [], unknown: true, partial }
  if (codes) {
    const opened = clause.quantities.length === 0 && codes.length === 1 ? codes[0] : undefined
    return { ...subject, codes, unknown: false, singles: nextSingles(statement, subject), opened }
  }
  return clause.quantities.length > 0 || isOfAnother(statement)
    ? { ...subject, codes: [], unknown: true, partial: false }
    : subject
}

/** 「非话音业务收入占比居第4位，」: what follows speaks of that, which the catalogue lacks. */
const isOfAnother = ({ slots }: Statement) =>
  slots.unknown && slots.indicators.length > 0 && slots.has('share')

function nextSingles({ stated, clause }: Statement, { singles }: Subject): readonly string[] {
  if (clause.quantities.length > 1) return []
  const [code, ...others] = clause.quantities.length === 1 ? (stated.indicators ?? []) : []
  return code === undefined || others.length > 0 || singles.includes(code) ? singles : [...singles, code]
}
