import type { Language } from '#data/model/language.ts'
import type { Brief } from '#server/charts/index.ts'
import { briefWords } from './brief-words.ts'

/** What a brief says of itself, in every kind of file. */
export interface BriefAbout {
  readonly brief: Brief
  readonly language: Language
  /** The day it was made, or on which its data were published. */
  readonly day: string
  readonly snapshot: string
  /** The day on which the data were published, and the instant. */
  readonly published: string
  readonly publishedAt: string
  /** Under which the pages are reached, without a slash at its end. */
  readonly site: string
  /** Path and query of the page that shows the brief. */
  readonly address: string
}

/** What a brief is called. */
export const titleOf = ({ brief: { title }, language }: Pick<BriefAbout, 'brief' | 'language'>): string =>
  title || briefWords[language].untitled
