import type { Text } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'

/** What each measure is called where the indicator is named beside it. */
export const measureNames: Readonly<Record<Measure, Text>> = {
  level: { zh: '数值', en: 'Level' },
  yoy_pct: { zh: '同比增长', en: 'Year-on-year growth' },
  mom_pct: { zh: '环比增长', en: 'Month-on-month growth' },
  share_pct: { zh: '占比', en: 'Share' },
  share_change_pp: { zh: '占比变化', en: 'Change of share' },
  growth_change_pp: { zh: '增速变化', en: 'Change of growth' },
  contribution_pp: { zh: '拉动', en: 'Contribution to growth' },
  net_add: { zh: '净增', en: 'Net addition' },
  level_change: { zh: '比上年末变化', en: 'Change of level' },
}

/**
 * A measure of an indicator as one name: `软件业务收入同比增长`.
 * @param indicator its name, in the language that is then taken.
 * @param of the name of the whole that a share is of, where it is named.
 */
export const measureOf: Readonly<Record<Measure, (indicator: string, of: string | undefined) => Text>> = {
  level: (name) => ({ zh: name, en: name }),
  yoy_pct: (name) => ({ zh: `${name}同比增长`, en: `${name}, growth on a year earlier` }),
  mom_pct: (name) => ({ zh: `${name}环比增长`, en: `${name}, growth on the period before` }),
  share_pct: (name, of) => ({
    zh: of ? `${name}占${of}比重` : `${name}占比`,
    en: of ? `${name} as a share of ${of}` : `${name}, share`,
  }),
  share_change_pp: (name) => ({ zh: `${name}占比变化`, en: `${name}, change of share` }),
  growth_change_pp: (name) => ({ zh: `${name}增速变化`, en: `${name}, change of growth` }),
  contribution_pp: (name, of) => ({
    zh: of ? `${name}对${of}增长的拉动` : `${name}拉动增长`,
    en: `${name}, contribution to growth`,
  }),
  net_add: (name) => ({ zh: `${name}净增`, en: `${name}, net addition` }),
  level_change: (name) => ({ zh: `${name}比上年末变化`, en: `${name}, change since the end of last year` }),
}
