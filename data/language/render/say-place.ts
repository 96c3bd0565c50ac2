import type { Region } from '#data/model/region.ts'
import { words } from './words.ts'

/** A region as the subject of a sentence: 我国, 贵州省, 东部地区, 15个副省级中心城市. */
export function sayPlace({ code, kind, name, fullName }: Region, nation: string): string {
  if (code === 'CN') return nation
  return kind === 'group' || kind === 'area' ? name.zh : fullName
}

/** Regions in a list: 北京、广东和江苏; 东部、中部和东北地区; 全国、北京和上海. */
export function sayPlaces(regions: readonly Region[]): string {
  const isZone = regions.every(({ kind }) => kind === 'zone')
  const names = regions.map((region) =>
    region.kind === 'province' || isZone ? region.name.zh : sayPlace(region, '全国'),
  )
  return sayList(names) + (isZone ? '地区' : '')
}

/** 甲、乙和丙. */
export function sayList(members: readonly string[]): string {
  const last = members.at(-1) ?? ''
  return members.length < 2 ? last : members.slice(0, -1).join(words.comma) + words.and + last
}
