import { readCatalog } from '#data/catalog/read-catalog.ts'
import { type Manner, render } from '#data/language/render/render.ts'
import type { Observation } from '#data/model/observation.ts'
import { toObservation } from '#etl/normalize/to-observation.ts'
import { readObservations } from '#etl/read-observations.ts'

/** Prose as it stands between the figures of a newsletter; none of it says a number of an indicator. */
const prose = [
  '会议认为，行业发展的基础更加牢固，企业的信心有所恢复，但外部环境仍然复杂，一些领域的需求还需要继续培育。下一步要把支持政策落到企业，帮助中小企业用好公共平台，减少重复申报，让数据多跑路。',
  '记者在走访中看到，车间里的设备大多已经联网，工人通过平板查看工单，质量问题可以追溯到每一道工序。负责人介绍，改造之后换线更快，交货期更短，年轻人也更愿意留下来。',
  '专家表示，算力设施要与能源布局相互配合，东部的需求、西部的资源各有所长，关键在于把网络时延降下来，把调度做实，把标准统一起来，避免一哄而上、重复建设。',
  '与此同时，各地加快出台配套措施，围绕人才、资金、场景三个方面给予支持。有的地方设立专门窗口，有的地方开放城市治理的应用场景，也有的地方把服务送到园区。',
  '从用户的感受看，城里城外的上网体验差距正在缩小，山区的学校能够看到同一堂直播课，乡镇卫生院可以请城里的医生远程会诊，农产品在直播间里找到了新的买家。',
  '分析人士指出，开源社区的活跃说明开发者愿意在国产平台上投入时间，但基础软件的生态并非一日之功，需要上下游企业长期协作，也需要用户给予试错的机会。',
]
const headings = ['一、总体情况', '二、分领域情况', '三、分地区情况', '四、用户发展情况']
const nations: readonly Manner['nation'][] = ['我国', '全国', '']

/**
 * Newsletters about the collected figures, without end: each of many articles with title, source and date, its
 * figures said in sentences between prose without figures, its lines wrapped in some.
 * No two are the same: articles, order, prose and wrapping differ. Always the same ones for the same folder.
 */
export function* writeCorpus(dataFolder: string): Generator<string> {
  const catalog = readCatalog(`${dataFolder}/catalog`)
  const said = new Map<string, Observation[]>()
  for (const row of readObservations(`${dataFolder}/observations`, catalog)) {
    const read = toObservation(row, catalog)
    if ('id' in read) said.set(row.source, [...(said.get(row.source) ?? []), read])
  }
  const articles = [...said].flatMap(([code, observations]) => {
    const source = catalog.sources.get(code)
    const tellings = nations.map((nation) =>
      inGroups(observations, 3).map((group) => render(group, catalog, { nation })),
    )
    return source ? [{ ...source, tellings }] : []
  })
  const take = random()
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(take() * items.length)] as Item
  for (let issue = 1; ; issue++) {
    const parts = Array.from({ length: 30 }, () => {
      const { title, issuers, published, tellings } = pick(articles)
      const sentences = rotate(pick(tellings), take())
      const paragraphs = inGroups(sentences, 2).flatMap((some) => [
        pick(headings),
        some.join(''),
        pick(prose),
        pick(prose) + pick(prose),
      ])
      return [title, `来源：${issuers.join('、')}  日期：${published}`, ...paragraphs].join('\n\n')
    })
    const text = [`数字经济观察 第${issue}期`, ...parts].join('\n\n\n')
    yield issue % 3 === 0 ? wrap(text, 36) : text
  }
}

function random(): () => number {
  let state = 20_260
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return state / 0x8000_0000
  }
}

function rotate<Item>(items: readonly Item[], share: number): Item[] {
  const at = Math.floor(items.length * share)
  return [...items.slice(at), ...items.slice(0, at)]
}

const inGroups = <Item>(items: readonly Item[], size: number) =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(size * i, size * (i + 1)))

const wrap = (text: string, width: number) =>
  text.replace(new RegExp(`[^\\n]{${width}}(?=[^\\n])`, 'g'), (line) => `${line}\n`)
