import type { Catalog } from '#data/catalog/catalog.ts'
import type { Language, Text } from '#data/model/language.ts'
import type { Unit } from '#data/model/unit.ts'
import type { ExportTable } from '#server/exports/export-format.ts'

/** One thing to know of a file. */
export interface Remark {
  /** What a program calls it. */
  readonly id: string
  readonly name: Text
  readonly value: Text
}

const same = (text: string): Text => ({ zh: text, en: text })

/** What a file is, what was asked for and how to read it: what every format carries in its own way. */
export function describeTable(table: Described): Remark[] {
  return [
    { id: 'title', name: { zh: '标题', en: 'Title' }, value: table.title },
    { id: 'about', name: { zh: '这是什么', en: 'What this is' }, value: about },
    ...table.filters.map(({ id, name, value }) => ({ id: `filter_${id}`, name, value })),
    {
      id: 'address',
      name: { zh: '同一问题的网址', en: 'Address of the same question' },
      value: same(table.address),
    },
    stateOf(table),
    ...howToRead,
  ]
}

type Described = Pick<ExportTable, 'title' | 'filters' | 'address' | 'snapshot' | 'asOf'>

const about: Text = {
  zh: '有据 Youju 汇集的官方统计数字：每个数字都有来源、单位、口径和区间。',
  en: 'Official statistics collected by Youju: each number with its source, unit, basis and interval.',
}

/** Which state of knowledge the numbers are of. */
function stateOf({ snapshot, asOf }: Described): Remark {
  if (snapshot === null)
    return { id: 'as_of', name: { zh: '截至', en: 'As known on' }, value: same(asOf ?? '') }
  return { id: 'snapshot', name: { zh: '数据版本', en: 'Snapshot' }, value: same(snapshot) }
}

const howToRead: readonly Remark[] = [
  {
    id: 'values',
    name: { zh: '数值', en: 'Values' },
    value: {
      zh: '数值按基本单位写出（3.8万亿元写作 3800000000000 元），旁边是公布时的原值和原单位。',
      en: 'Values are in base units (3.8 trillion yuan is 3800000000000 yuan), beside them the number and unit as printed, in Chinese.',
    },
  },
  {
    id: 'intervals',
    name: { zh: '区间', en: 'Intervals' },
    value: {
      zh: '下限和上限是公布的位数与措辞（约、超）所容许的全部取值；空着的一端没有界限。',
      en: 'Low and high enclose every value that the printed digits and words (about, over) allow; an empty end is open.',
    },
  },
  {
    id: 'derived',
    name: { zh: '推算', en: 'Derived numbers' },
    value: {
      zh: '“推算方法”不空的数字没有人公布过，由“由哪些数推算”所列的数字算出。',
      en: 'A number with a method was printed by nobody: it is made of the numbers that it names.',
    },
  },
  {
    id: 'rights',
    name: { zh: '使用', en: 'Use' },
    value: {
      zh: '数字属于各发布机构；引用时请写明发布机构和有据。文件中没有来源的原文。',
      en: 'The figures are those of their issuers; name the issuer and Youju when you cite them. No text of the sources is in this file.',
    },
  },
]

/** The units of a file in words, with those that stand in the column of printed units: `元；1 亿元 = 10^8 元`. */
export const explainUnits = (codes: Iterable<string>, { units }: Catalog): Remark[] =>
  [...codes].flatMap((code) => {
    const unit = units.get(code)
    if (!unit) return []
    return [{ id: code, name: unit.name, value: { zh: explain(unit, 'zh'), en: explain(unit, 'en') } }]
  })

function explain({ name, ladder }: Unit, language: Language): string {
  const steps = ladder.zh
    .filter(([power]) => power !== 0)
    .map(([power, word]) => `1 ${word.replace('{}', name.zh)} = 10^${power} ${name[language]}`)
  return [name[language], ...steps].join(language === 'zh' ? '；' : '; ')
}
