import type { Catalog } from '#data/catalog/catalog.ts'
import { abroad } from '#data/language/lexicon.ts'
import type { Home } from '#data/language/token.ts'
import type { ArticleContext } from '../article-context.ts'
import { homeRegion } from '../home-region.ts'
import type { Mention } from '../mention.ts'
import { namedShare } from '../named-share.ts'
import { Remembered } from '../remembered.ts'
import { carried, type Decision, type Known, refuse, resolver, stated } from './resolver.ts'

/** The whole of a share, and the indicator that it was said of. */
interface Told {
  readonly of: string
  readonly code: string
}

/** 「占电信业务收入的7.7%」, 「占全国比重5.4%」, 「占总用户数的94.5%」: what a share is a share of. */
export const whole = resolver({
  writes: 'whole',
  reads: ['subject', 'region', 'measure'],
  examples: [
    ['2024年，广东软件业务收入占全国的16%。', 'software_revenue 440000 2024 share_pct 16% of region:CN'],
  ],
  begin: (article) => {
    const last = new Remembered<Told>('paragraph')
    const world = new Remembered<true>('sentence')
    return (mention, known) => {
      if (mention.roles.regions.some(({ codes }) => codes.includes(abroad))) world.keep(true, mention)
      const code = known.subject?.value?.[0]
      if (!isOfWhole(mention, known) || code === undefined) return undefined
      const regions = known.region?.value ?? []
      const isOfWorld = world.at(mention) === true && !regions.includes(abroad)
      const share = { mention, known, code, regions, isOfWorld }
      const decided = decide(share, last.at(mention), article)
      const { value } = decided
      if (!mention.aside && value && !share.regions.includes(abroad)) last.keep({ of: value, code }, mention)
      return decided
    }
  },
})

/** A share is of a whole, said or not; what is contributed goes to one that is said. */
function isOfWhole({ roles }: Mention, { measure }: Known<'measure'>): boolean {
  const name = measure?.value?.measure
  return (
    name === 'share_pct' ||
    name === 'share_change_pp' ||
    (name === 'contribution_pp' && roles.whole !== undefined)
  )
}

interface Share {
  readonly mention: Mention
  readonly known: Known<'subject'>
  readonly code: string
  readonly regions: readonly string[]
  /** Whether its sentence has spoken of the world: 「全球用户12亿户，我国占比超过60%」. */
  readonly isOfWorld: boolean
}

/** 占网民的比重: a whole that nobody knows makes no share. */
function decide(share: Share, last: Told | undefined, article: ArticleContext): Decision<'whole'> {
  const { mention, code } = share
  const { whole } = mention.roles
  const named = whole?.narrowed ? undefined : statedWhole(share, article)
  const of = named ?? wholeOfMember(mention, article) ?? wholeNamed(share, article)
  if (of !== undefined) return withoutItself(share, stated(of))
  const implied = last?.code === code ? last.of : impliedWhole(share, article.catalog)
  const isUnclear = whole?.unknown || whole?.narrowed || share.isOfWorld
  return implied !== undefined && !isUnclear
    ? withoutItself(share, carried(implied))
    : refuse('unknown-reference')
}

/** 全国占全国的比重: all of itself. */
function withoutItself({ code, regions: [region] }: Share, whole: Decision<'whole'>): Decision<'whole'> {
  const isItself = whole.value === code || whole.value === `region:${region}`
  return isItself ? { ...whole, refused: 'not-an-observation' } : whole
}

function statedWhole(
  { mention, code, regions }: Share,
  { catalog, home }: ArticleContext,
): string | undefined {
  const { indicators } = catalog
  const { whole } = mention.roles
  const shareOf = indicators.get(code)?.shareOf
  if (shareOf !== undefined || !whole) return shareOf
  if (whole.regions.length > 1) return undefined
  const around = [regions[0], home]
  const region = whole.regions.at(-1)?.codes[0] ?? regionAround(whole.home, around, catalog)
  const other = whole.indicators.at(-1)?.codes[0]
  if (region !== undefined && (other === undefined || other === code))
    return whole.unknown ? undefined : `region:${region}`
  if (other !== undefined) return other
  return whole.general ? indicators.get(code)?.partOf : undefined
}

/** 「5G基站16万个，其中成都占40%」: of the region that the member lies in. */
function wholeOfMember({ roles }: Mention, { catalog }: ArticleContext): string | undefined {
  const code = roles.regions.at(-1)?.codes[0]
  if (!roles.has('scope') || roles.whole?.indicators.length || code === undefined) return undefined
  const parent = catalog.regions.get(code)?.parent
  return parent === undefined ? undefined : `region:${parent}`
}

/** 「数字经济规模2.1万亿元，GDP占比42%」: what is named is no subject, where that goes on. */
function wholeNamed(
  { mention: { roles }, known: { subject }, code }: Share,
  { catalog }: ArticleContext,
): string | undefined {
  const [named, ...others] = roles.indicators.flatMap(({ codes }) => codes)
  if (named === undefined || named === code || others.length > 0 || subject?.by !== 'carried')
    return undefined
  return namedShare(code, catalog, named) === undefined ? undefined : named
}

/** 南京占全省的55%: the province around what is spoken of. */
function regionAround(
  whole: Home | undefined,
  around: readonly (string | undefined)[],
  catalog: Catalog,
): string | undefined {
  if (!whole) return undefined
  for (const region of around) {
    const meant = homeRegion(whole, region, catalog)
    if (meant !== undefined) return meant
  }
  return undefined
}

/**
 * Without a word: a part's share is of its whole or of what the catalogue names for it, a region's of the nation; among
 * regions a part's may be either, and that of a city also of its province.
 */
function impliedWhole({ mention, code, regions }: Share, catalog: Catalog): string | undefined {
  const isAmongRegions = mention.roles.has('byPlace')
  const isRegional = regions.some((region) => region !== 'CN')
  const whole = catalog.indicators.get(code)?.partOf ?? namedShare(code, catalog)?.shareOf
  if (!isAmongRegions) return whole ?? (isRegional ? 'region:CN' : undefined)
  const isOfNation = regions.every((region) => catalog.regions.get(region)?.parent === 'CN')
  return whole === undefined && isOfNation ? 'region:CN' : undefined
}
