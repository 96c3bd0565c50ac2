import { namedShare } from '../named-share.ts'
import { resolver } from './resolver.ts'

/** 数字经济核心产业增加值占GDP的比重 goes by the name that the catalogue has for it; all else by that of its subject. */
export const indicator = resolver({
  writes: 'indicator',
  reads: ['subject', 'measure', 'whole'],
  examples: [
    [
      '2024年，数字经济核心产业增加值占GDP的比重为10%。',
      'digital_core_share_of_gdp CN 2024 share_pct 10% of gdp',
    ],
  ],
  begin:
    ({ catalog }) =>
    (_, { subject, measure, whole }) => {
      if (!subject) return undefined
      const [code, ...others] = subject.value ?? []
      const isContribution = measure?.value?.measure === 'contribution_pp'
      const isShare = whole?.value && !isContribution && code !== undefined && others.length === 0
      const share = isShare ? namedShare(code, catalog, whole.value) : undefined
      return { by: subject.by, value: share ? [share.code] : subject.value, refused: undefined }
    },
})
