import { isWord, nameOf, type Token } from '#data/language/token.ts'
import type { Source } from './pass.ts'

/** 「信息安全实现收入」, 「信息技术服务首季收入」: a name parted by a verb that says nothing, or by a period, is the name still. */
export function bridgeVerbs(tokens: readonly Token[], source: Source): Token[] {
  const named: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const joined = joinedAt(tokens, at, source)
    const token = joined?.token ?? tokens[at]
    if (token) named.push(token)
    if (joined) named.push(...tokens.slice(at, joined.end).filter(({ kind }) => kind === 'period'))
    at = joined?.end ?? at + 1
  }
  return named
}

const most = 3
/** What a name may begin with: 软件和信息技术服务业 too. */
const heads: ReadonlySet<Token['kind']> = new Set(['indicator', 'text', 'industry'])

function joinedAt(
  tokens: readonly Token[],
  at: number,
  { text, lexicon }: Source,
): { token: Token; end: number } | undefined {
  const first = tokens[at]
  if (!first || !heads.has(first.kind)) return undefined
  let last = at + 1
  while (last - at <= most && (isVerb(tokens[last], text) || tokens[last]?.kind === 'period')) last++
  const noun = tokens[last]
  if (last === at + 1 || noun?.kind !== 'indicator') return undefined
  const entry = lexicon.find(text.slice(first.start, first.end) + text.slice(noun.start, noun.end))
  if (!entry?.senses.some(({ topic, after }) => topic === undefined && after === undefined)) return undefined
  const token = nameOf(entry, { start: first.start, end: noun.end })
  return { token, end: last + 1 }
}

const verbs = /^(?:实现|完成|共|共实现|共完成|累计|累计实现|累计完成|取得|业务|合计|共计|合计实现)$/

const isVerb = (token: Token | undefined, text: string) =>
  isWord(token, 'transparent') && token !== undefined && verbs.test(text.slice(token.start, token.end))
