import { indicator } from '../../resolve/indicator.ts'
import { measure } from '../../resolve/measure.ts'
import { reference } from '../../resolve/reference.ts'
import type { Field, Resolver } from '../../resolve/resolver.ts'
import { status } from '../../resolve/status.ts'
import { whole } from '../../resolve/whole.ts'
import type { CellMention } from '../cell-mention.ts'
import { mood } from './mood.ts'
import { period } from './period.ts'
import { region } from './region.ts'
import { standing } from './standing.ts'
import { subject } from './subject.ts'

export type CellResolvers = readonly Resolver<Field, Field, CellMention>[]

/** Those of a text, but for what a table says by its layout. */
export const resolversOfCells: CellResolvers = [
  subject,
  region,
  measure,
  whole,
  indicator,
  mood,
  period,
  reference,
  status,
  standing,
]
