import type { Language } from '#data/model/language.ts'
import { monthName } from '#data/wording/month-names.ts'

interface Words {
  readonly htmlLang: string
  readonly brand: string
  /** Of a brief that has no title of its own. */
  readonly untitled: string
  figure(number: number): string
  charts(count: number): string
  date(day: string): string
  version(id: string, day: string): string
  readonly numbers: string
  readonly numbersLead: string
  readonly documents: string
  readonly open: string
  readonly openBrief: string
  some(drawn: number, regions: number): string
  rows(shown: number, of: number): string
  readonly moreCautions: string
  absent(places: readonly number[]): string
  page(number: number, of: number): string
}

const dayParts = (day: string) => day.split('-').map(Number) as [number, number, number]

/** What a brief says beside its charts. */
export const briefWords: Readonly<Record<Language, Words>> = {
  zh: {
    htmlLang: 'zh-CN',
    brand: '有据',
    untitled: '数字经济简报',
    figure: (number) => `图${number}`,
    charts: (count) => `${count}张图`,
    date: (day) => {
      const [year, month, date] = dayParts(day)
      return `${year}年${month}月${date}日`
    },
    version: (id, day) => `数据版本 ${id}（${day}发布）`,
    numbers: '数据与来源',
    numbersLead: '各图的全部数字和所依据的文件，点开即见；打印时不印。',
    documents: '依据的文件',
    open: '在有据中打开',
    openBrief: '打开在线版',
    some: (drawn, regions) => `图中为数值居前的 ${drawn} 个地区，共 ${regions} 个；全部数字见网页版`,
    rows: (shown, of) => (shown === of ? '数据表' : `数据表（${of} 行中的 ${shown} 行，全部见网页版）`),
    moreCautions: '其余注意事项见网页版',
    absent: (places) => `第 ${places.join('、')} 张图现在没有数字，未列入`,
    page: (number, of) => `第 ${number} 页，共 ${of} 页`,
  },
  en: {
    htmlLang: 'en',
    brand: 'Youju',
    untitled: 'Digital economy brief',
    figure: (number) => `Figure ${number}`,
    charts: (count) => (count === 1 ? '1 chart' : `${count} charts`),
    date: (day) => {
      const [year, month, date] = dayParts(day)
      return `${date} ${monthName(month, 'en')} ${year}`
    },
    version: (id, day) => `Data version ${id} (published ${day})`,
    numbers: 'Numbers and sources',
    numbersLead: 'All numbers of each chart and the documents they come from, to be unfolded; not printed.',
    documents: 'Documents',
    open: 'Open in Youju',
    openBrief: 'Open online',
    some: (drawn, regions) =>
      `Drawn are the ${drawn} regions with the highest values of ${regions}; all numbers are in the web version`,
    rows: (shown, of) =>
      shown === of ? 'Numbers' : `Numbers (${shown} of ${of} rows; all are in the web version)`,
    moreCautions: 'More to beware of: see the web version',
    absent: (places) => `Without numbers now and left out: chart ${places.join(', ')}`,
    page: (number, of) => `Page ${number} of ${of}`,
  },
}
