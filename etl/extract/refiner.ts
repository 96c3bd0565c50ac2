import type { Catalog } from '#data/catalog/catalog.ts'
import type { PeriodToken } from '#data/language/token.ts'
import type { Statement } from './statement.ts'

export interface Publication {
  readonly year: number
  readonly month: number | undefined
  /** What 目前 means, where it is not the month of publication. */
  readonly now?: { readonly year: number; readonly month: number }
}

/** What an article says beside its sentences. */
export interface ArticleContext {
  readonly catalog: Catalog
  /** The region its title or its publisher speaks for. */
  readonly home: string | undefined
  /** A region in a 《title》 of its opening, which 全市 may mean where no other is named. */
  readonly mentioned: string | undefined
  /** The period its title announces. */
  readonly period: PeriodToken | undefined
  /** Whether it is a plan: what it says of later years goes on to hold. */
  readonly isPlan: boolean
  /** Year and month of publication, or by which all had happened that its title speaks of; undefined where nobody says. */
  readonly published: Publication | undefined
  /** Its figures are 初步核算. */
  readonly preliminary: boolean
}

/** Takes all statements of an article, in order, and returns better ones: one concern of context each. */
export type Refiner = (statements: readonly Statement[], context: ArticleContext) => Statement[]
