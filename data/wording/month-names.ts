import type { Language } from '#data/model/language.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A month of the year, from 1: `3月`, `Mar`; '' for any other number. */
export function monthName(month: number, language: Language): string {
  const name = months[month - 1]
  if (name === undefined) return ''
  return language === 'zh' ? `${month}月` : name
}

/** The quarters of a year, the first first. */
export const quarterNames: Readonly<Record<Language, readonly string[]>> = {
  zh: ['一季度', '二季度', '三季度', '四季度'],
  en: ['Q1', 'Q2', 'Q3', 'Q4'],
}
