import { decimalsKept } from '#data/model/exact-double.ts'
import type { RefusalReason } from '#data/model/observation.ts'
import { type Bulk, type Cell, trimmed } from './open-bulk.ts'

/**
 * Columns whose combinations are few however many rows there are: each combination is judged once. With them goes the
 * compilation of the source, which counts where the row names none.
 */
export const combined = [
  'indicator',
  'period',
  'measure',
  'unit',
  'compared_to',
  'of',
  'status',
  'qualifier',
  'compilation',
] as const

/** What was judged of each text: the rows of the tables `known_source`, `known_region` and `combination`. */
const lookups = {
  known_source: `text varchar, key integer, compilation varchar, "latest" integer, trust tinyint`,
  known_region: `text varchar, key smallint, reason tinyint`,
  combination: `${combined.map((name) => `"${name}" varchar`).join(', ')}, source_compilation varchar, reason tinyint,
    key smallint, start_month smallint, end_month smallint, printed_period varchar, cell integer, form integer,
    power tinyint, reach varchar, is_measured boolean, "least" double, most double`,
  odd: 'place integer, reason tinyint, "value" double, low double, high double',
} as const
export type Lookup = keyof typeof lookups

export async function makeLookups(bulk: Bulk): Promise<void> {
  for (const [name, columns] of Object.entries(lookups)) await bulk.run(`create table ${name} (${columns})`)
}

export const distinctSources = 'select distinct source as text from raw order by text'
export const distinctRegions = 'select distinct region as text from raw order by text'
export const distinctCombinations = `select distinct ${combined.map((name) => `r."${name}"`).join(', ')}, s.compilation as source_compilation
  from raw r join known_source s on s.text = r.source order by all`

/** Judges every text of a question, some thousand at a time, into a lookup. */
export async function judgeInto(
  bulk: Bulk,
  lookup: Lookup,
  question: string,
  judge: (row: Readonly<Record<string, string>>) => readonly Cell[],
): Promise<void> {
  for await (const rows of bulk.stream(question)) {
    await bulk.append(
      lookup,
      rows.map((row) => judge(row as Record<string, string>)),
    )
  }
}

/** Powers of ten that a double and a whole number of 64 bits hold exactly. */
const powers = `([${Array.from({ length: 23 }, (_, power) => `1e${power}`).join(', ')}]::double[])`
const tens = `([${Array.from({ length: 18 }, (_, power) => `1${'0'.repeat(power)}`).join(', ')}]::bigint[])`
/**
 * The double nearest to `digits × 10^exponent`, of at most 15 significant digits, after rounding to the decimals that are
 * kept: both factors are exact, so one multiplication or division rounds once.
 */
const scaled = (digits: string, exponent: string) => `case
  when ${exponent} >= 0 then ${digits}::double * ${powers}[${exponent} + 1]
  when ${exponent} >= -${decimalsKept} then ${digits}::double / ${powers}[1 - ${exponent}]
  else sign(${digits}) * ((abs(${digits}) + ${tens}[-${exponent} - ${decimalsKept}] * 5) // ${tens}[1 - ${exponent} - ${decimalsKept}])::double / 1e${decimalsKept} end`

/**
 * Makes the view `judged`: every row with what its combination, region and source mean, the first reason that refuses it, and
 * its value and ends in base units. `is_odd` are those numbers, of very many digits, that this arithmetic does not
 * cover: they are judged one by one and stand in the table `odd`.
 */
export async function makeJudged(bulk: Bulk, placeOf: (reason: RefusalReason) => number): Promise<void> {
  const on = combined.map((name) => `c."${name}" = r."${name}"`).join(' and ')
  await bulk.run(`create view met as
    select r.place, r.value as collected, r.line, r."column", r.rule, r.implied, r.quote, g.key as region, g.reason as region_reason,
      s.key as source, s."latest", s.trust, c.* exclude (${combined.map((name) => `"${name}"`).join(', ')}, source_compilation, reason, key), c.key as indicator,
      c.reason as combination_reason,
      case when ${isNumber('r.value')} then r.value else ${trimmed('r.value')} end as printed
    from raw r join known_source s on s.text = r.source join known_region g on g.text = r.region
      join combination c on ${on} and c.source_compilation = s.compilation`)
  await bulk.run(`create view measured as
    select *, ${isNumber('printed')} as is_number, replace(printed, '.', '') as digits,
      power - if(contains(printed, '.'), length(printed) - position('.' in printed), 0) - 1 as exponent
    from met`)
  await bulk.run(`create view tenths as
    select *, is_number and power is not null and not (${isPlain}) as is_odd,
      if(is_number and ${isPlain}, try_cast(digits as bigint) * 10, 0) as tenths,
      case when reach <> 'about' then 5
        when contains(printed, '.') or printed not similar to '-?\\d*[1-9]0+' then 10
        else ${tens}[1 + length(printed) - length(rtrim(printed, '0'))] * 5 end as margin
    from measured`)
  await bulk.run(`create view judged as
    select * exclude (combination_reason, region_reason), ${scaled('tenths', 'exponent')} as value,
      case reach when 'below' then null when 'above' then ${scaled('tenths', 'exponent')} else ${scaled('(tenths - margin)', 'exponent')} end as low,
      case reach when 'above' then null when 'below' then ${scaled('tenths', 'exponent')} else ${scaled('(tenths + margin)', 'exponent')} end as high,
      least(combination_reason, region_reason, if(is_number, null, ${placeOf('not-a-number')}),
        if(is_number and (try_cast(printed as double) < "least" or try_cast(printed as double) > most), ${placeOf('implausible-value')}, null),
        if(is_measured and end_month > "latest", ${placeOf('published-before-period')}, null)) as reason
    from tenths`)
}

const isNumber = (column: string) => `regexp_matches(${column}, '^-?\\d+(\\.\\d+)?$')`

/** Makes the view `verdict`: what was judged, with what was told of the odd numbers one by one. */
export async function makeVerdict(bulk: Bulk, hasOdd: boolean): Promise<void> {
  const told = ['value', 'low', 'high'].map((name) => `if(j.is_odd, o.${name}, j.${name}) as ${name}`)
  const odd = `select j.* replace (${told.join(', ')}, coalesce(j.reason, o.reason) as reason) from judged j left join odd o using (place)`
  await bulk.run(`create or replace view verdict as ${hasOdd ? odd : 'select * from judged'}`)
}

/** Of few enough digits for whole numbers of 64 bits and for a double, at most 15 after rounding; and far from too large. */
const isPlain = `length(digits) <= 17 and exponent between -25 and least(21, 27 - length(digits))
  and length(digits) + 1 - greatest(0, -${decimalsKept} - exponent) <= 15`
