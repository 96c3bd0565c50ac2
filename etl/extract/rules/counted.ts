import type { Roles } from '../roles.ts'
import { type Rule, type RuleInput, type Saying, unitKind } from '../rule.ts'

/** 建成 300 家 5G 工厂 · 2200 多个算力中心 · 其中 273 万个为 5G 基站 · 在用的 810 万标准机架 */
export const counted: Rule = {
  name: 'counted',
  examples: [
    ['2024年末，全国建成300家5G工厂。', 'factories_5g CN 2024-12 level 300家'],
    ['2024年末，全国基站1265万个，其中425万个为5G基站。', 'base_stations_5g CN 2024-12 level 425万个'],
  ],
  read(input) {
    const { clause, roles } = input
    if (unitKind(clause) !== 'own' || hasSubject(roles)) return undefined
    const code = codeAfter(input) ?? codeOfUnit(input)
    if (code === undefined) return undefined
    if (perHead.test(wordsBefore(input))) return { refused: 'unknown-subject' }
    if (roles.narrowed) return { refused: 'part-of-subject' }
    return { indicators: [code], ...move(roles) }
  },
}

/** 每万人拥有26个5G基站: not how many there are. */
const perHead = /每[十百千万]?[人户家村]|每平方公里|[人户村]均/

function wordsBefore({ clause: { tokens, quantities }, text }: RuleInput): string {
  const end = quantities[0]?.start ?? 0
  return text.slice(tokens[0]?.start ?? end, end)
}

/** 净增 300 家 5G 工厂 · 比上年末增加 300 家 5G 工厂 */
function move({ direction, comparison }: Roles): Pick<Saying, 'measure' | 'negative'> {
  const isNet = direction === 'netUp' || direction === 'netDown'
  if (isNet) return { measure: 'net_add', negative: direction === 'netDown' }
  if (direction === undefined || comparison === undefined) return { measure: 'level' }
  return { measure: 'level_change', negative: direction === 'down' }
}

/** An indicator's name that runs on (大模型应用) is no subject. */
const hasSubject = ({ indicators, unknown }: Roles) => indicators.length > 0 && !unknown

function codeAfter({ clause, catalog, text }: RuleInput): string | undefined {
  const { next, second, quantities } = clause
  if (next?.start !== quantities.at(-1)?.end) return undefined
  const isJoined = next?.kind === 'word' && joins.has(text.slice(next.start, next.end))
  const name = isJoined ? second : next
  if (name?.kind !== 'indicator') return undefined
  const code = name.codes[0]
  const indicator = code === undefined ? undefined : catalog.indicators.get(code)
  return indicator?.unit === 'count' && indicator.kind !== 'ratio' ? code : undefined
}

const joins = new Set(['为', '是', '系', '属'])

/** The unit itself names what is counted: 标准机架. */
function codeOfUnit({ clause, catalog }: RuleInput): string | undefined {
  const unit = clause.quantities.at(-1)?.unit
  if (unit === undefined || unit.length < 3) return undefined
  for (const { code, name, aliases, unit: own } of catalog.indicators.values()) {
    if (own === 'count' && (name.zh === unit || aliases.includes(unit))) return code
  }
  return undefined
}
