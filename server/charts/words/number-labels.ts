import type { Language } from '#data/model/language.ts'
import type { Row } from '../points/ranked.ts'
import { digitsAt, printedDigits, printedText, printedUnit, scaleOf } from './value-text.ts'

/** How the numbers of regions beside one another are written. */
export interface NumberLabels {
  /** The unit of all of them; empty where each carries its own. */
  readonly unit: string
  write(row: Row): string
}

/**
 * Digits alone where all were printed in one unit, else each with its unit. English has one scale for all, and so
 * has Chinese where there is no room for units.
 */
export function numberLabels(
  rows: readonly Row[],
  language: Language,
  room: 'wide' | 'narrow',
): NumberLabels {
  const units = [...new Set(rows.map(({ series, point }) => printedUnit(point, series, language)))]
  const [unit = ''] = units
  if (unit === '%') return { unit, write: ({ series, point }) => printedText(point, series, language) }
  if (language === 'zh' && units.length === 1) {
    return { unit, write: ({ series, point }) => printedDigits(point, series, language) }
  }
  if (language === 'zh' && room === 'wide') {
    return { unit: '', write: ({ series, point }) => printedText(point, series, language) }
  }
  const scale = scaleOf(
    rows.map(({ series, point }) => ({ ...series, points: [point] })),
    language,
  )
  return { unit: scale.label, write: ({ point }) => digitsAt(point, scale) }
}
