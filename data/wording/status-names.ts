import type { Language, Text } from '#data/model/language.ts'
import type { Status } from '#data/model/observation.ts'

export const statusNames: Readonly<Record<Status, Text>> = {
  actual: { zh: '正式', en: 'Final' },
  preliminary: { zh: '初步统计', en: 'Preliminary' },
  expected: { zh: '预计', en: 'Expected' },
  target: { zh: '目标', en: 'Target' },
}

/** What is said of a number that is not final; '' of one that is. */
export const sayStatus = (status: Status, language: Language): string =>
  status === 'actual' ? '' : statusNames[status][language]
