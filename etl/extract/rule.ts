import type { Catalog } from '#data/catalog/catalog.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Clause } from './clause.ts'
import type { Example } from './example.ts'
import type { RefusedBecause } from './refusal.ts'
import type { Roles } from './roles.ts'

export interface RuleInput {
  readonly clause: Clause
  readonly roles: Roles
  readonly catalog: Catalog
  /** The normalized text that the places of the tokens count in. */
  readonly text: string
}

/** What a rule makes of the numbers of a clause. */
export interface Saying {
  /** Absent where only the context can tell: 提高 2.8 个百分点, of a growth or of a share. */
  readonly measure?: Measure
  readonly negative?: boolean
  /** The subject follows the number: 300 家 5G 工厂. */
  readonly indicators?: readonly string[]
  /** The rule knows the saying, and that it makes no observation. */
  readonly refused?: RefusedBecause
}

/** Recognises one way of saying a number. One rule, one file. */
export interface Rule {
  readonly name: string
  /** Each is read otherwise without the rule. */
  readonly examples: readonly Example[]
  /** undefined when the clause is no such saying. */
  read(input: RuleInput): Saying | undefined
}

/** What the numbers of a clause are counted in. */
export function unitKind({ quantities }: Clause): 'percent' | 'pp' | 'own' {
  const unit = quantities.at(-1)?.unit ?? ''
  if (unit === '%' || unit === '成') return 'percent'
  return unit === '个百分点' || unit === '百分点' ? 'pp' : 'own'
}
