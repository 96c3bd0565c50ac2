import { compilations } from '#data/model/compilation.ts'
import type { Fact } from '#data/model/fact-id.ts'
import type { Language, Text } from '#data/model/language.ts'
import { basisNames, withinLine } from './basis-names.ts'
import { transformNames } from './derived-names.ts'
import { measureOf } from './measure-names.ts'
import { formatPeriod } from './period-text.ts'
import { statusNames } from './status-names.ts'

/** What the codes of a fact are called. */
interface Names {
  readonly indicator: Text
  readonly region: Text
  /** The whole of a share, and what it is compared with, where they are named. */
  readonly of?: Text | undefined
  readonly comparedTo?: Text | undefined
}

/** A fact in words: `2024年1—4月全国软件业务收入同比增长（累计）`, `Software revenue: China, Jan–Apr 2024 (cumulative)`. */
export const factName = (fact: Fact, names: Names): Text => ({
  zh: `${formatPeriod(fact.period, 'zh')}${names.region.zh}${subject(fact, names, 'zh')}${inBrackets(details(fact, names, 'zh'), 'zh')}`,
  en: `${subject(fact, names, 'en')}: ${names.region.en}, ${formatPeriod(fact.period, 'en')}${inBrackets(details(fact, names, 'en'), 'en')}`,
})

function subject({ measure, transform }: Fact, { indicator, of }: Names, language: Language): string {
  const say = transform === 'none' ? measureOf[measure] : transformNames[transform]
  return say(indicator[language], of?.[language])[language]
}

/** What tells the fact from others of the same subject and period. */
function details(fact: Fact, { comparedTo }: Names, language: Language): string[] {
  const { basis, compilation, hoped, indexBase } = fact
  const compared: Text | undefined = comparedTo && {
    zh: `相对${comparedTo.zh}`,
    en: `against ${comparedTo.en}`,
  }
  const base: Text | undefined = indexBase ? { zh: `${indexBase}=100`, en: `${indexBase} = 100` } : undefined
  return [
    basisNames[basis],
    compilation === '' ? undefined : compilations[compilation].name,
    compared,
    base,
    hoped === '' ? undefined : statusNames[hoped],
  ].flatMap((each) => (each ? [withinLine(each[language])] : []))
}

const inBrackets = (parts: readonly string[], language: Language) =>
  language === 'zh' ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`
