import type { Catalog } from '#data/catalog/catalog.ts'
import type { PeriodToken } from '#data/language/token.ts'
import type { ArticleContext } from '../article-context.ts'
import { hasNoNumber, type Mention } from '../mention.ts'
import { Remembered } from '../remembered.ts'
import type { RoleNames } from '../roles.ts'
import { previous, yearEndBefore } from '../time/months.ts'
import { baseBefore } from './from-to.ts'
import { type Known, refuse, resolver, stated } from './resolver.ts'

type Bases = readonly (string | PeriodToken)[]

/** 「较一季度」, 「比同期工业、高技术制造业」, 「比东部」: what a change or a gap is measured from. */
export const reference = resolver({
  writes: 'reference',
  reads: ['indicator', 'region', 'measure', 'period'],
  examples: [
    [
      '2024年，软件产品收入增速低于软件业务收入1.2个百分点。',
      'software_product_revenue CN 2024 growth_change_pp -1.2pp from indicator:software_revenue',
    ],
  ],
  begin: (article) => {
    let previous: Mention | undefined
    const origin = new Remembered<PeriodToken | true>('sentence')
    return (mention, known) => {
      const first = previous
      previous = mention
      if (mention.roles.origin) origin.keep(mention.roles.origin, mention)
      const bases =
        basesNamed(mention, known, article) ??
        listOf(baseBefore(first, mention) ?? baseOfAddition(origin.at(mention), mention, known)) ??
        baseOfPeriod(mention, known)
      if (bases === 'unknown') return refuse('unknown-reference')
      return bases && stated(withYears(bases, known.period?.value, article))
    }
  },
})

const listOf = <Item>(item: Item | undefined) => (item === undefined ? undefined : [item])

/** `unknown` where the words name a base that nobody knows. */
function basesNamed(
  mention: Mention,
  known: Known<'indicator' | 'region' | 'measure'>,
  { catalog }: ArticleContext,
): Bases | 'unknown' | undefined {
  const { reference, has } = mention.roles
  if (has('otherBase')) return 'unknown'
  if (!reference || hasNoNumber(mention)) return undefined
  const named = namesIn(reference, known, catalog)
  if (named.length > 0) return named
  if (reference.period) return [reference.period]
  const rule = known.measure?.value?.rule
  return rule === 'point-change' || rule === 'level-change' ? 'unknown' : undefined
}

function namesIn(
  { indicators, regions, general }: RoleNames,
  known: Known<'indicator' | 'region'>,
  catalog: Catalog,
): string[] {
  const codes = indicators.flatMap((token) => token.codes)
  const whole = general && codes.length === 0 ? wholeOf(known, catalog) : undefined
  const named = (whole === undefined ? codes : [whole]).map((code) => `indicator:${code}`)
  if (named.length > 0) return named
  const places = regions.flatMap((token) => token.codes.map((code) => `region:${code}`))
  return places.length === 0 && general && isRegional(known) ? ['region:CN'] : places
}

const isRegional = ({ region }: Known<'region'>) => (region?.value ?? []).some((code) => code !== 'CN')

/** 高出全行业平均水平: the whole of which the subject is a part, of a part of a part too; said of a region, the nation. */
function wholeOf({ indicator }: Known<'indicator'>, { indicators }: Catalog): string | undefined {
  const [code] = indicator?.value ?? []
  let whole = code === undefined ? undefined : indicators.get(code)?.partOf
  for (let next = whole; next !== undefined; next = indicators.get(next)?.partOf) whole = next
  return whole
}

/** 「由2023年底的13.2万个增加到17.9万个，净增4.7万个」: since when it was added to. */
function baseOfAddition(
  base: PeriodToken | true | undefined,
  { roles }: Mention,
  { measure, period }: Known<'measure' | 'period'>,
): PeriodToken | undefined {
  const isOpen = measure?.value?.measure === 'net_add' && !roles.comparison && !roles.period
  if (!isOpen || typeof base !== 'object') return undefined
  return base.year === undefined || base.year + 1 === period?.value?.year ? undefined : base
}

/** 较一季度: the quarter of the year spoken of. */
function withYears(bases: Bases, period: PeriodToken | undefined, { published }: ArticleContext): Bases {
  const year = period?.year ?? published?.year
  return bases.map((base) =>
    typeof base === 'string' || base.year !== undefined || year === undefined
      ? base
      : { ...base, year: year + (base.yearOffset ?? 0) },
  )
}

/** 增速环比提高1.4个百分点: against the month before, or the months up to it; 较年初增长1.4%: against the end of last year. */
function baseOfPeriod(
  { roles }: Mention,
  { measure, period }: Known<'measure' | 'period'>,
): Bases | undefined {
  const { rule, measure: name } = measure?.value ?? {}
  const isChange = rule === 'point-change' || name === 'level_change'
  if (roles.comparison === 'monthAgo') return isChange ? listOf(previous(period?.value)) : undefined
  if (roles.comparison !== 'yearEnd' || !(isChange || rule === 'growth')) return undefined
  return listOf(yearEndBefore(period?.value))
}
