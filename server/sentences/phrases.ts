import type { Language, Text } from '#data/model/language.ts'
import type { Region } from '#data/model/region.ts'
import type { TargetState } from '#data/model/targets.ts'
import { monthName } from '#data/wording/month-names.ts'
import type { SentenceNote } from '#server/answers.ts'

/** What sentences say beside their numbers, so that the Chinese ones have nothing in it that is read as a number. */

type Say<Asked> = Readonly<Record<Language, (asked: Asked) => string>>

/** @param regions their names as a list. */
export const sayMissing: Say<string> = {
  zh: (regions) => `${regions}未见同期数据。`,
  en: (regions) => ` No figure of the same period has been found for ${regions}.`,
}

/** @param regions their names as a list; '' where the sentence is of one region only. */
export const sayNote: Readonly<Record<SentenceNote['kind'], Say<string>>> = {
  apart: {
    zh: (regions) => `${regions}公布的同比增速与这一数值不相衔接，未予列出。`,
    en: (regions) =>
      ` The growth published${regions && ` for ${regions}`} does not go with the level and is left out.`,
  },
  break: {
    zh: (regions) => `${regions}统计口径有调整，不与上年同期比较。`,
    en: (regions) =>
      ` The scope of the statistics has changed${regions && ` in ${regions}`}, so that no growth is computed.`,
  },
}

const ranked: Readonly<Partial<Record<Region['kind'], Text>>> = {
  province: { zh: '省（区、市）', en: 'provinces' },
  zone: { zh: '地区', en: 'zones' },
  cluster: { zh: '城市群', en: 'clusters' },
  city: { zh: '城市', en: 'cities' },
}

interface Placed {
  readonly kind: Region['kind']
  readonly place: number
  readonly of: number
}

/** A clause that goes on where the sentence would end. */
export const sayPlaceAmong: Say<Placed> = {
  zh: ({ kind, place, of }) => `，在有数据的${of}个${ranked[kind]?.zh ?? '地区'}中居第${place}位`,
  en: ({ kind, place, of }) => `, number ${place} of the ${of} ${ranked[kind]?.en ?? 'regions'} with figures`,
}

export const stateWords: Readonly<Partial<Record<TargetState, Text>>> = {
  reached: { zh: '这一目标已经实现', en: 'which has been reached' },
  on_pace: { zh: '按目前增速可如期实现', en: 'which the present growth leads to' },
  behind: { zh: '按目前增速难以如期实现', en: 'which the present growth does not lead to' },
  uncertain: {
    zh: '按目前增速能否如期实现尚难判断',
    en: 'and the digits do not tell whether the present growth leads there',
  },
  due: { zh: '期限已到，当期数据尚未见到', en: 'which is due, its own figure not being known yet' },
  no_pace: { zh: '目前尚未实现', en: 'which has not been reached' },
}

interface Origin {
  readonly issuers: readonly Text[]
  /** Who retells it, where the documents are not the issuers'; undefined where they are. */
  readonly retoldBy: string | undefined
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly days: readonly string[]
}

/** 工业和信息化部，2026年8月31日、2026年6月30日；工业和信息化部，转引自中新社，2026年9月1日. */
export const sayOrigin: Say<Origin> = {
  zh: ({ issuers, retoldBy, days }) => {
    const names = issuers.map(({ zh }) => zh).join('、')
    return [names, sayRetold(retoldBy).zh, days.map(dayInChinese).join('、')].filter(isSaid).join('，')
  },
  en: ({ issuers, retoldBy, days }) => {
    const names = issuers.map(({ en }) => en).join(', ')
    return [names, sayRetold(retoldBy).en, days.map(dayInEnglish).join(', ')].filter(isSaid).join(', ')
  },
}

/** Carriers have no English name, and what stands in brackets behind one is for the list of sources. */
function sayRetold(by: string | undefined): Text {
  if (by === undefined) return { zh: '', en: '' }
  const name = by.replace(/（.*）$/, '')
  return { zh: name === '' ? '转述' : `转引自${name}`, en: 'second-hand' }
}

const isSaid = (text: string) => text !== ''

function dayInChinese(published: string): string {
  const units = ['年', '月', '日']
  return published
    .split('-')
    .map((part, at) => `${Number(part)}${units[at]}`)
    .join('')
}

function dayInEnglish(published: string): string {
  const [year = '', month = '', day = ''] = published.split('-')
  return [day && String(Number(day)), month && monthName(Number(month), 'en'), year].filter(isSaid).join(' ')
}

export const saySources: Say<readonly string[]> = {
  zh: (origins) => `（来源：${origins.join('；')}）`,
  en: (origins) => ` (${origins.length > 1 ? 'Sources' : 'Source'}: ${origins.join('; ')})`,
}
