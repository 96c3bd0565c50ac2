import type { Language } from '#data/model/language.ts'
import { scaleFor } from '#data/model/quantity.ts'
import { decimalsFor, withUnit } from '#data/wording/interval-text.ts'
import { type Measured, unitOf, withMinus } from '#server/charts/index.ts'
import type { Point } from './api.ts'
import { printText } from './format.ts'

const most = 2

/**
 * A number as a summary says it, with at most `decimals` decimals. A printed one stays as printed where its unit suits
 * its size (`1,701.1万户`), and is moved where not (`10081797.1万元` → `1,008.18亿元`); a derived one shows no more
 * than is certain of it.
 */
export function sayPoint(point: Point, measured: Measured, language: Language, decimals = most): string {
  const { indicator } = measured
  const scale = scaleFor(point.value, unitOf(measured), language, indicator.counter ?? undefined)
  const isSaidSo = point.qualifier !== '' || (language === 'zh' && point.printedUnit === scale.label)
  if (!point.derived && isSaidSo) return printText(point, measured, language)
  const scaled = point.value / 10 ** scale.power
  const room = Math.abs(scaled) < 0.1 ? decimals + 1 : decimals
  const certain = Math.min(room, decimalsFor(point, scale.power))
  const digits = scaled.toLocaleString('en-US', {
    minimumFractionDigits: point.derived ? certain : 0,
    maximumFractionDigits: point.derived ? certain : room,
  })
  return withUnit(withMinus(digits), scale.label, language)
}
