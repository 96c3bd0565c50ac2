import { eq } from 'drizzle-orm'
import type { Catalog } from '#data/catalog/catalog.ts'
import { type Fact, hopedOf, printFactId } from '#data/model/fact-id.ts'
import { basesOf } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { refusal } from '#data/store/schema.ts'
import type { Answer, PointAnswer, SeenAnswer } from '#server/answers.ts'
import { type CurrentStore, NotKept } from '#server/current-store.ts'
import { gone, notFound, quoted } from '#server/errors.ts'
import type { EvidenceQuery } from '#server/input.ts'
import { knownFact } from '#server/known-fact.ts'
import { noSuchVersion } from '#server/missing-version.ts'
import { describeEvidence, numberOf } from './describe-evidence.ts'
import { lastShown, numberBefore, readChangesFor } from './fact-history.ts'
import { type FoundFact, findFacts } from './find-facts.ts'
import { readFindingsOf } from './findings-of.ts'
import { nameFact } from './name-fact.ts'
import { nameSources } from './name-sources.ts'
import { type Row, toPrintedNumber } from './printed-number.ts'
import { readBreaks } from './read-breaks.ts'
import { areListed, type Version } from './read-changes-since.ts'
import { readNamed } from './read-named.ts'
import { cellOfFact } from './read-statements.ts'
import { dayInBeijing, readHistory } from './read-versions.ts'

interface Asked extends EvidenceQuery {
  readonly id: string
}

interface Around {
  readonly versions: Pick<CurrentStore, 'lendVersion'>
  /** The address under which readers come; '' where the operator has not said. */
  readonly site: string
}

/**
 * Everything that stands behind one fact: the number shown and where it was said, what else was said of it, what the checks
 * found, and of a derived number the same of all that it is made of.
 * @throws Problem 400 or 404 for what is no id of a fact, or of one that was never stated; 410 for one that is no longer stated.
 */
export async function readEvidence(
  store: Store,
  { id, seen }: Asked,
  { versions, site }: Around,
): Promise<Answer<'evidence'>> {
  const { catalog, snapshot } = store
  if (id.includes(':')) throw await whyNoFact(store, id)
  const fact = knownFact(catalog, id)
  const [found] = await findFacts(store, [fact])
  if (!found) throw await whyAbsent(store, fact)
  const all = withParents(found)
  const [indicators, regions] = [all.map((each) => each.fact.indicator), all.map((each) => each.fact.region)]
  const behind = {
    ...{ catalog, snapshot, site },
    breaks: await readBreaks(store, indicators, regions),
    findingsOf: await readFindingsOf(store),
  }
  return {
    snapshot: snapshot.id,
    evidence: describeEvidence(behind, found),
    seen: seen === undefined ? null : await readSeen(store, found, { seen, versions }),
    sources: nameSources(
      catalog,
      all.flatMap(({ number, statements }) => [number, ...statements]),
    ),
  }
}

const withParents = (found: FoundFact): FoundFact[] => [found, ...found.parents.flatMap(withParents)]

/** 404 for the id of a row, with those of the facts that it states. */
async function whyNoFact(store: Store, id: string) {
  const [row] = await readNamed(store, [id])
  if (!row) return notFound(`没有编号${quoted(id)}；数的编号如 software_revenue~CN~2024~year`, 'id')
  return notFound(`${quoted(id)}是一条记录的编号；它所记的数见 ${addressesOf(row).join('、')}`, 'id')
}

/** Where the evidence of a row is: a fact for each basis that admits its period. */
function addressesOf(row: Row): string[] {
  const { row: _, ...number } = toPrintedNumber(row)
  const rest = { transform: 'none', indexBase: '', hoped: hopedOf(row.status) } as const
  return basesOf(number.period).map((basis) => addressOf({ ...number, ...rest, basis }))
}

const addressOf = (fact: Fact) => `/api/v1/evidence/${printFactId(fact)}`

/** 410 with what was stated where a version has taken it away, else 404. */
async function whyAbsent(store: Store, fact: Fact) {
  const { catalog } = store
  const last = await lastShown(store, fact)
  const name = nameFact(catalog, fact).zh
  if (!last) {
    const series = `/api/v1/series?indicator=${fact.indicator}&region=${fact.region}`
    return notFound(`没有${quoted(name)}这个数；有哪些时期见 ${series}`, 'id')
  }
  const history = await readHistory(store)
  const at = history.findIndex(({ position }) => position === last.position)
  const [before, version] = [history[at - 1], history[at]]
  const why = await whyRemoved(store, fact, last.number)
  const parts = [
    `${name}已不再公布：${dayInBeijing(version?.published_at ?? '')}（版本 ${version?.id}）起撤下`,
    `此前为 ${sayNumber(catalog, last.number)}`,
    ...(why === undefined ? [] : [`原因：${why}`]),
    `那时的依据见 ${addressOf(fact)}?snapshot=${before?.id}`,
  ]
  return gone(parts.join('；'), 'id')
}

/** 「3.8万亿元（工业和信息化部《…》，2024-05-30）」 */
function sayNumber({ sources, units }: Catalog, number: PointAnswer): string {
  const { printedValue, printedUnit, value, unit, derived } = number
  const source = sources.get(number.source)
  const published = source?.published ? `，${source.published}` : ''
  const from = source ? `${source.issuers.join('、')}《${source.title}》${published}` : ''
  if (derived)
    return `${Number(value.toPrecision(6))}${units.get(unit)?.name.zh ?? ''}（推算，依据${from}等）`
  return `${printedValue}${printedUnit}${from && `（${from}）`}`
}

/** What the person said who struck the row out. */
async function whyRemoved({ db }: Store, fact: Fact, number: PointAnswer): Promise<string | undefined> {
  const rows = await db.select().from(refusal).where(eq(refusal.source, number.source))
  const struck = rows.find(
    ({ reason, row }) =>
      reason === 'corrected-away' &&
      row['indicator'] === fact.indicator &&
      row['region'] === fact.region &&
      row['measure'] === fact.measure &&
      row['value'] === number.printedValue,
  )
  return struck?.detail
}

interface SeenAsked {
  readonly seen: string
  readonly versions: Pick<CurrentStore, 'lendVersion'>
}

/** What a version showed of a fact, whether it is still that, and which versions have touched it since. */
async function readSeen(store: Store, found: FoundFact, { seen, versions }: SeenAsked): Promise<SeenAnswer> {
  const { fact, number, statements } = found
  const history = await readHistory(store)
  const at = history.findLastIndex(({ id }) => id === seen)
  const version = history[at]
  if (!version) throw noSuchVersion(seen, 'seen')
  const later = history.slice(at + 1)
  const changes = await readChangesFor(store, fact, version.position)
  const before = (await areListed(store, later))
    ? await numberBefore(store, fact, { now: statements[0], changes })
    : await numberIn(version, fact, versions)
  const isSame = before?.value === number.value && before.unit === number.unit
  const touched = new Set(withParents(found).map((each) => cellOfFact(each.fact)))
  const former = new Set(before?.derived?.parents)
  const positions = new Set(
    changes
      .filter(({ fact, previous }) => touched.has(fact) || (previous && former.has(previous.id)))
      .map(({ position }) => position),
  )
  return {
    snapshot: version.id,
    publishedAt: version.published_at,
    state: before ? (isSame ? 'same' : 'changed') : 'new',
    number: before ? numberOf(before) : null,
    revisions: later
      .filter(({ position }) => positions.has(position))
      .map(({ id, published_at }) => ({ snapshot: id, publishedAt: published_at })),
  }
}

/** The number of a version of which later ones do not list what they changed. */
async function numberIn(version: Version, fact: Fact, versions: SeenAsked['versions']) {
  try {
    const [found] = await versions.lendVersion(version.id, (store) => findFacts(store, [fact]))
    return found?.number
  } catch (cause) {
    if (!(cause instanceof NotKept)) throw cause
    throw gone(
      `版本 ${version.id} 的文件已清理，其后有的版本改动太多，只记了数目，不能说出当时的数；请去掉 seen`,
      'seen',
    )
  }
}
