import { isWord, type Token } from '#data/language/token.ts'
import type { Clause } from './clause.ts'
import { findRun, type Run } from './find-run.ts'
import { directionOf } from './roles-builder.ts'
import type { Told } from './told.ts'

/** Parts a clause that tells of several subjects what the words alone give to each of them. */
export function distributeSubjects(told: Told): Clause[] | undefined {
  if (told.clauses === 1) return partsWithUnknown(told)
  const subjects = findRun(told.first.tokens, told.numbers.length, isSubject)
  return subjects && partsOfSubjects(told, subjects)
}

/** 「关键工序数控化率、经营管理数字化普及率和…普及率分别达54.6%、69.8%和74.2%」: one that nobody knows does not hide the others. */
function partsWithUnknown({ first, numbers }: Told): Clause[] | undefined {
  const { tokens } = first
  const end = tokens.findIndex((token) => isWord(token, 'respectively'))
  const start = tokens.slice(0, end).findIndex((token) => !isScene(token))
  if (start < 0) return undefined
  const items = itemsOf(tokens.slice(start, end))
  const isOdd = items.length !== numbers.length || !items.every((item) => isKnown(item) !== isUnknown(item))
  if (isOdd || !items.some(isKnown) || items.every(isKnown)) return undefined
  const [scene, tail] = [tokens.slice(0, start), tokens.slice(end)]
  return numbers.map(({ quantity }, at) => ({
    ...first,
    tokens: [...scene, ...(items[at] ?? []), ...tail],
    quantities: [quantity],
    after: at === 0 ? first.after : 'clause',
  }))
}

/** When and where, before what is listed. */
const isScene = ({ kind }: Token) => kind === 'period' || kind === 'region' || kind === 'home'

/** What 、 and 和 part. */
function itemsOf(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]]
  for (const token of tokens) {
    if (isWord(token, 'and')) items.push([])
    else items.at(-1)?.push(token)
  }
  return items
}

const isKnown = (item: readonly Token[]) =>
  item.length === 1 && item[0]?.kind === 'indicator' && item[0].codes.length === 1
const isUnknown = (item: readonly Token[]) =>
  item.some(({ kind }) => kind === 'text') &&
  item.every(
    (token) =>
      token.kind === 'text' ||
      token.kind === 'word' ||
      (token.kind === 'indicator' && token.codes.length === 0),
  )

const isSubject = (token: Token | undefined): token is Token =>
  token?.kind === 'region' || (token?.kind === 'indicator' && token.codes.length === 1)

/** 「东部、西部分别增长12.1%和下降3.4%」: each subject with the move and the number that are its own. */
function partsOfSubjects({ first, numbers }: Told, { from, to, members }: Run): Clause[] {
  const [head, tail] = [first.tokens.slice(0, from), first.tokens.slice(to)]
  const shared = tail.filter((token) => directionOf(token) === undefined)
  return numbers.flatMap(({ quantity, words }, at) => {
    const member = members[at]
    const said = at === 0 ? tail : [...shared, ...words]
    const after = at === 0 ? first.after : 'clause'
    return member ? [{ ...first, tokens: [...head, member, ...said], quantities: [quantity], after }] : []
  })
}
